// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package nftgatepolicy

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

// NFTGatePolicyMetaData contains all meta data concerning the NFTGatePolicy contract.
var NFTGatePolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"}]",
	ID:  "NFTGatePolicy",
	Bin: "0x60a0806040523460295760346080526103a4908161002e823960805181818160ea015261017a0152f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c908163468a78921461010d575080636b5f7519146100d35763974e4d851461003d575f80fd5b346100cf575f3660031901126100cf576040516040810181811067ffffffffffffffff8211176100bb576040526008815260806020820191676e66742d6761746560c01b8352604051928391606083525180918160608501528484015e5f8382840101525f60208301525f6040830152601f80199101168101030190f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b346100cf575f3660031901126100cf5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346100cf5760603660031901126100cf5760043567ffffffffffffffff81116100cf5761013e903690600401610376565b6024356001600160a01b038116939291908490036100cf5760443567ffffffffffffffff81116100cf57610176903690600401610376565b50507f00000000000000000000000000000000000000000000000000000000000000009283821061033f5750831561030e5782116100cf57816014116100cf57803560601c91823b156102d4576014602092013590826013198201106102c1575b506024604051809481936331a9108f60e11b835260048301525afa9081156102b6575f9161025e575b506001600160a01b031603610221576040516323453c4960e11b8152602090f35b60405162461bcd60e51b81526020600482015260156024820152743737ba103a3432903a37b5b2b713b99037bbb732b960591b6044820152606490fd5b905060203d6020116102af575b601f8101601f1916820167ffffffffffffffff8111838210176100bb576020918391604052810103126100cf57516001600160a01b03811681036100cf5782610200565b503d61026b565b6040513d5f823e3d90fd5b5f1990830360140160031b1b16846101d7565b60405162461bcd60e51b815260206004820152601260248201527137379039bab1b41031b7b63632b1ba34b7b760711b6044820152606490fd5b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b62461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b9181601f840112156100cf5782359167ffffffffffffffff83116100cf57602083818601950101116100cf5756",
}

// NFTGatePolicy is an auto generated Go binding around an Ethereum contract.
type NFTGatePolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *NFTGatePolicy) GetABI() abi.ABI {
	return c.abi
}

// NewNFTGatePolicy creates a new instance of NFTGatePolicy.
func NewNFTGatePolicy() *NFTGatePolicy {
	parsed, err := NFTGatePolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &NFTGatePolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *NFTGatePolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (nFTGatePolicy *NFTGatePolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := nFTGatePolicy.abi.Pack("approve", innerId, caller, args)
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
func (nFTGatePolicy *NFTGatePolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return nFTGatePolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (nFTGatePolicy *NFTGatePolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := nFTGatePolicy.abi.Unpack("approve", data)
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
func (nFTGatePolicy *NFTGatePolicy) PackPolicyInfo() []byte {
	enc, err := nFTGatePolicy.abi.Pack("policyInfo")
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
func (nFTGatePolicy *NFTGatePolicy) TryPackPolicyInfo() ([]byte, error) {
	return nFTGatePolicy.abi.Pack("policyInfo")
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
func (nFTGatePolicy *NFTGatePolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := nFTGatePolicy.abi.Unpack("policyInfo", data)
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
func (nFTGatePolicy *NFTGatePolicy) PackResourceSize() []byte {
	enc, err := nFTGatePolicy.abi.Pack("resourceSize")
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
func (nFTGatePolicy *NFTGatePolicy) TryPackResourceSize() ([]byte, error) {
	return nFTGatePolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (nFTGatePolicy *NFTGatePolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := nFTGatePolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}
