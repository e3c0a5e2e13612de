// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package tokengatepolicy

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

// TokenGatePolicyMetaData contains all meta data concerning the TokenGatePolicy contract.
var TokenGatePolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"}]",
	ID:  "TokenGatePolicy",
	Bin: "0x60a0806040523460295760346080526103c6908161002e823960805181818160ec015261017a0152f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c908163468a78921461010f575080636b5f7519146100d55763974e4d851461003d575f80fd5b346100d1575f3660031901126100d1576040516040810181811067ffffffffffffffff8211176100bd57604052600a81526080602082019169746f6b656e2d6761746560b01b8352604051928391606083525180918160608501528484015e5f8382840101525f60208301525f6040830152601f80199101168101030190f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b346100d1575f3660031901126100d15760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346100d15760603660031901126100d15760043567ffffffffffffffff81116100d157610140903690600401610398565b6024356001600160a01b03811691908290036100d15760443567ffffffffffffffff81116100d157610176903690600401610398565b50507f000000000000000000000000000000000000000000000000000000000000000093848210610361575081156103305783116100d157826014116100d1576014823560601c920135926020601319820110610318575b5082156102de57813b156102a9576020906024604051809481936370a0823160e01b835260048301525afa90811561029e575f91610256575b501061021f576040516323453c4960e11b8152602090f35b60405162461bcd60e51b815260206004820152600f60248201526e62616c616e636520746f6f206c6f7760881b6044820152606490fd5b905060203d602011610297575b601f8101601f1916820167ffffffffffffffff8111838210176100bd576020918391604052810103126100d1575182610207565b503d610263565b6040513d5f823e3d90fd5b60405162461bcd60e51b815260206004820152600d60248201526c37379039bab1b4103a37b5b2b760991b6044820152606490fd5b60405162461bcd60e51b815260206004820152601260248201527106c656173742062616c616e636520697320360741b6044820152606490fd5b60145f94929419916020030160031b1b1691836101ce565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b62461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b9181601f840112156100d15782359167ffffffffffffffff83116100d157602083818601950101116100d15756",
}

// TokenGatePolicy is an auto generated Go binding around an Ethereum contract.
type TokenGatePolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TokenGatePolicy) GetABI() abi.ABI {
	return c.abi
}

// NewTokenGatePolicy creates a new instance of TokenGatePolicy.
func NewTokenGatePolicy() *TokenGatePolicy {
	parsed, err := TokenGatePolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TokenGatePolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TokenGatePolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (tokenGatePolicy *TokenGatePolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := tokenGatePolicy.abi.Pack("approve", innerId, caller, args)
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
func (tokenGatePolicy *TokenGatePolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return tokenGatePolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (tokenGatePolicy *TokenGatePolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := tokenGatePolicy.abi.Unpack("approve", data)
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
func (tokenGatePolicy *TokenGatePolicy) PackPolicyInfo() []byte {
	enc, err := tokenGatePolicy.abi.Pack("policyInfo")
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
func (tokenGatePolicy *TokenGatePolicy) TryPackPolicyInfo() ([]byte, error) {
	return tokenGatePolicy.abi.Pack("policyInfo")
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
func (tokenGatePolicy *TokenGatePolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := tokenGatePolicy.abi.Unpack("policyInfo", data)
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
func (tokenGatePolicy *TokenGatePolicy) PackResourceSize() []byte {
	enc, err := tokenGatePolicy.abi.Pack("resourceSize")
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
func (tokenGatePolicy *TokenGatePolicy) TryPackResourceSize() ([]byte, error) {
	return tokenGatePolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (tokenGatePolicy *TokenGatePolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := tokenGatePolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}
