// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package timelockpolicy

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// TimeLockPolicyMetaData contains all meta data concerning the TimeLockPolicy contract.
var TimeLockPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"}]",
	ID:  "TimeLockPolicy",
	Bin: "0x60a0806040523460295760086080526102ce908161002e823960805181818160ed015261017a0152f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c908163468a789214610110575080636b5f7519146100d65763974e4d851461003d575f80fd5b346100d2575f3660031901126100d2576040516040810181811067ffffffffffffffff8211176100be5760405260098152608060208201916874696d652d6c6f636b60b81b8352604051928391606083525180918160608501528484015e5f8282018401819052602083015260016040830152601f01601f19168101030190f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b346100d2575f3660031901126100d25760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346100d25760603660031901126100d25760043567ffffffffffffffff81116100d2576101419036906004016102a0565b6024356001600160a01b038116908190036100d25760443567ffffffffffffffff81116100d2576101769036906004016102a0565b50507f0000000000000000000000000000000000000000000000000000000000000000938483106102695750156102385782116100d257359067ffffffffffffffff60c01b82169160088210610218575b505060c01c42106101e4576040516323453c4960e11b8152602090f35b60405162461bcd60e51b815260206004820152600c60248201526b1b9bdd081bdc195b881e595d60a21b6044820152606490fd5b6001600160c01b031960089290920360031b82901b1616905081806101c7565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b62461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b9181601f840112156100d25782359167ffffffffffffffff83116100d257602083818601950101116100d25756",
}

// TimeLockPolicy is an auto generated Go binding around an Ethereum contract.
type TimeLockPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TimeLockPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewTimeLockPolicy creates a new instance of TimeLockPolicy.
func NewTimeLockPolicy() *TimeLockPolicy {
	parsed, err := TimeLockPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TimeLockPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TimeLockPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (timeLockPolicy *TimeLockPolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := timeLockPolicy.abi.Pack("approve", innerId, caller, args)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (timeLockPolicy *TimeLockPolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return timeLockPolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (timeLockPolicy *TimeLockPolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := timeLockPolicy.abi.Unpack("approve", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackPolicyInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x974e4d85.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyInfo() pure returns(string, bool, uint8)
func (timeLockPolicy *TimeLockPolicy) PackPolicyInfo() []byte {
	enc, err := timeLockPolicy.abi.Pack("policyInfo")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicyInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x974e4d85.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policyInfo() pure returns(string, bool, uint8)
func (timeLockPolicy *TimeLockPolicy) TryPackPolicyInfo() ([]byte, error) {
	return timeLockPolicy.abi.Pack("policyInfo")
}

// PolicyInfoOutput serves as a container for the return parameters of contract
// method PolicyInfo.
type PolicyInfoOutput struct {
	Arg0 string
	Arg1 bool
	Arg2 uint8
}

// UnpackPolicyInfo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x974e4d85.
//
// Solidity: function policyInfo() pure returns(string, bool, uint8)
func (timeLockPolicy *TimeLockPolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := timeLockPolicy.abi.Unpack("policyInfo", data)
	outstruct := new(PolicyInfoOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(string)).(*string)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(bool)).(*bool)
	outstruct.Arg2 = *abi.ConvertType(out[2], new(uint8)).(*uint8)
	return *outstruct, nil
}

// PackResourceSize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b5f7519.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resourceSize() view returns(uint256)
func (timeLockPolicy *TimeLockPolicy) PackResourceSize() []byte {
	enc, err := timeLockPolicy.abi.Pack("resourceSize")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackResourceSize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b5f7519.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function resourceSize() view returns(uint256)
func (timeLockPolicy *TimeLockPolicy) TryPackResourceSize() ([]byte, error) {
	return timeLockPolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (timeLockPolicy *TimeLockPolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := timeLockPolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}
