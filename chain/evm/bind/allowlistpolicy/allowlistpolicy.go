// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package allowlistpolicy

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

// AllowListPolicyMetaData contains all meta data concerning the AllowListPolicy contract.
var AllowListPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"add\",\"inputs\":[{\"name\":\"list\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"members\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"create\",\"inputs\":[{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"members\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[{\"name\":\"list\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"heirOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isMember\",\"inputs\":[{\"name\":\"list\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"offer\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"remove\",\"inputs\":[{\"name\":\"list\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"members\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"resourceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Added\",\"inputs\":[{\"name\":\"list\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"member\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Created\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Offered\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Removed\",\"inputs\":[{\"name\":\"list\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"member\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyCreated\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchResource\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotHeir\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[]}]",
	ID:  "AllowListPolicy",
	Bin: "0x60a08060405234602a576020608052610923908161002f823960805181818161031f01526105130152f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062a94dd21461071557806310ad56b3146106cc57806320216e171461069a578063468a7892146104b5578063534e95be1461042957806359ab06b9146103425780636b5f7519146103085780637dd56411146102d7578063974e4d8514610243578063b7cb1f2614610200578063ce723e531461015a5763e4725ba11461009c575f80fd5b34610156576020366003190112610156576004355f818152600160205260409020546001600160a01b0316330361014757805f52600160205260405f206bffffffffffffffffffffffff60a01b8154169055805f525f6020523360018060a01b0360405f205416827f7b97c62130aa09acbbcbf7482630e756592496f1759eaf702f469cf64dfb77945f80a45f90815260208190526040902080546001600160a01b03191633179055005b6308419e5560e41b5f5260045ffd5b5f80fd5b346101565761017461016b3661078c565b929091336107e3565b90815f525f60205260018060a01b0360405f2054166101f1576020926101e991835f525f855260405f2060018060a01b0333166bffffffffffffffffffffffff60a01b82541617905533847f6e765c1505df7edb32788588e8f625dd368914ea995e3d429094152b826977a75f80a383610864565b604051908152f35b631ac1050b60e21b5f5260045ffd5b346101565761020e3661078c565b90825f525f60205260018060a01b0360405f20541633036102345761023292610864565b005b6330cd747160e01b5f5260045ffd5b34610156575f366003190112610156576040516040810181811067ffffffffffffffff8211176102c357604052600a81526080602082019169185b1b1bddcb5b1a5cdd60b21b8352604051928391606083525180918160608501528484015e5f8382840101525f60208301525f6040830152601f80199101168101030190f35b634e487b7160e01b5f52604160045260245ffd5b34610156576020366003190112610156576004355f525f602052602060018060a01b0360405f205416604051908152f35b34610156575f3660031901126101565760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610156576103503661078c565b91805f525f60205260018060a01b0360405f2054163303610234575f5b83811061037657005b600190825f52600260205260405f2061039861039383888861082c565b610850565b838060a01b03165f5260205260ff60405f2054161561042457825f52600260205260405f206103cb61039383888861082c565b838060a01b03165f5260205260405f2060ff198154169055818060a01b036103f761039383888861082c565b16837fe0915c07d3d63f5c1eb9fc57580a8bead6035e46184a02f059b238042b6e74385f80a35b0161036d565b61041e565b3461015657604036600319011261015657600435610445610748565b5f828152602081905260409020546001600160a01b03163303610234575f82815260016020526040812080546001600160a01b0319166001600160a01b039390931692831790559091907f5b93b6bc08531b2875f69ccab0e0ebeca8e6b2a33b1ced2f8fed9312c4b6d9239080a3005b346101565760603660031901126101565760043567ffffffffffffffff8111610156576104e690369060040161075e565b6104ee610748565b9160443567ffffffffffffffff81116101565761050f90369060040161075e565b50507f000000000000000000000000000000000000000000000000000000000000000091828110610660576001600160a01b0384161561062f5782116101565735906020811061061e575b505f818152602081905260409020546001600160a01b0316156105e6575f52600260205260405f209060018060a01b03165f5260205260ff60405f205416156105af576040516323453c4960e11b8152602090f35b60405162461bcd60e51b815260206004820152600f60248201526e1b9bdd081bdb881d1a19481b1a5cdd608a1b6044820152606490fd5b60405162461bcd60e51b815260206004820152601060248201526f6e6f2073756368207265736f7572636560801b6044820152606490fd5b5f199060200360031b1b168261055a565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b60405162461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b34610156576020366003190112610156576004355f526001602052602060018060a01b0360405f205416604051908152f35b34610156576040366003190112610156576106e5610748565b6004355f52600260205260405f209060018060a01b03165f52602052602060ff60405f2054166040519015158152f35b34610156576040366003190112610156576004356001600160a01b0381168103610156576101e9602091602435906107e3565b602435906001600160a01b038216820361015657565b9181601f840112156101565782359167ffffffffffffffff8311610156576020838186019501011161015657565b6040600319820112610156576004359160243567ffffffffffffffff811161015657826023820112156101565780600401359267ffffffffffffffff84116101565760248460051b83010111610156576024019190565b9060405190602082019246845230604084015260018060a01b0316606083015260808201526080815260a0810181811067ffffffffffffffff8211176102c35760405251902090565b919081101561083c5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b356001600160a01b03811681036101565790565b905f5b8381106108745750505050565b600190835f52600260205260405f2061089161039383888761082c565b838060a01b03165f5260205260ff60405f20541661091e57835f52600260205260405f206108c361039383888761082c565b838060a01b03165f5260205260405f208260ff19825416179055818060a01b036108f161039383888761082c565b16847f1f9db7c43ebd000b7e9cfeb8b009c1d2123430e62fb94d937b0dc52ce4a7c5005f80a35b01610867565b61091856",
}

// AllowListPolicy is an auto generated Go binding around an Ethereum contract.
type AllowListPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *AllowListPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewAllowListPolicy creates a new instance of AllowListPolicy.
func NewAllowListPolicy() *AllowListPolicy {
	parsed, err := AllowListPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &AllowListPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *AllowListPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4725ba1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accept(bytes32 resource) returns()
func (allowListPolicy *AllowListPolicy) PackAccept(resource [32]byte) []byte {
	enc, err := allowListPolicy.abi.Pack("accept", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4725ba1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accept(bytes32 resource) returns()
func (allowListPolicy *AllowListPolicy) TryPackAccept(resource [32]byte) ([]byte, error) {
	return allowListPolicy.abi.Pack("accept", resource)
}

// PackAdd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7cb1f26.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function add(bytes32 list, address[] members) returns()
func (allowListPolicy *AllowListPolicy) PackAdd(list [32]byte, members []common.Address) []byte {
	enc, err := allowListPolicy.abi.Pack("add", list, members)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAdd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7cb1f26.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function add(bytes32 list, address[] members) returns()
func (allowListPolicy *AllowListPolicy) TryPackAdd(list [32]byte, members []common.Address) ([]byte, error) {
	return allowListPolicy.abi.Pack("add", list, members)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (allowListPolicy *AllowListPolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := allowListPolicy.abi.Pack("approve", innerId, caller, args)
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
func (allowListPolicy *AllowListPolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return allowListPolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (allowListPolicy *AllowListPolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := allowListPolicy.abi.Unpack("approve", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce723e53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(bytes32 salt, address[] members) returns(bytes32 list)
func (allowListPolicy *AllowListPolicy) PackCreate(salt [32]byte, members []common.Address) []byte {
	enc, err := allowListPolicy.abi.Pack("create", salt, members)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce723e53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(bytes32 salt, address[] members) returns(bytes32 list)
func (allowListPolicy *AllowListPolicy) TryPackCreate(salt [32]byte, members []common.Address) ([]byte, error) {
	return allowListPolicy.abi.Pack("create", salt, members)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce723e53.
//
// Solidity: function create(bytes32 salt, address[] members) returns(bytes32 list)
func (allowListPolicy *AllowListPolicy) UnpackCreate(data []byte) ([32]byte, error) {
	out, err := allowListPolicy.abi.Unpack("create", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHeirOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20216e17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (allowListPolicy *AllowListPolicy) PackHeirOf(resource [32]byte) []byte {
	enc, err := allowListPolicy.abi.Pack("heirOf", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeirOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20216e17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (allowListPolicy *AllowListPolicy) TryPackHeirOf(resource [32]byte) ([]byte, error) {
	return allowListPolicy.abi.Pack("heirOf", resource)
}

// UnpackHeirOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20216e17.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (allowListPolicy *AllowListPolicy) UnpackHeirOf(data []byte) (common.Address, error) {
	out, err := allowListPolicy.abi.Unpack("heirOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsMember is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10ad56b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isMember(bytes32 list, address ) view returns(bool)
func (allowListPolicy *AllowListPolicy) PackIsMember(list [32]byte, arg1 common.Address) []byte {
	enc, err := allowListPolicy.abi.Pack("isMember", list, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsMember is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10ad56b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isMember(bytes32 list, address ) view returns(bool)
func (allowListPolicy *AllowListPolicy) TryPackIsMember(list [32]byte, arg1 common.Address) ([]byte, error) {
	return allowListPolicy.abi.Pack("isMember", list, arg1)
}

// UnpackIsMember is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x10ad56b3.
//
// Solidity: function isMember(bytes32 list, address ) view returns(bool)
func (allowListPolicy *AllowListPolicy) UnpackIsMember(data []byte) (bool, error) {
	out, err := allowListPolicy.abi.Unpack("isMember", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x534e95be.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offer(bytes32 resource, address heir) returns()
func (allowListPolicy *AllowListPolicy) PackOffer(resource [32]byte, heir common.Address) []byte {
	enc, err := allowListPolicy.abi.Pack("offer", resource, heir)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x534e95be.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function offer(bytes32 resource, address heir) returns()
func (allowListPolicy *AllowListPolicy) TryPackOffer(resource [32]byte, heir common.Address) ([]byte, error) {
	return allowListPolicy.abi.Pack("offer", resource, heir)
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dd56411.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (allowListPolicy *AllowListPolicy) PackOwnerOf(resource [32]byte) []byte {
	enc, err := allowListPolicy.abi.Pack("ownerOf", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dd56411.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (allowListPolicy *AllowListPolicy) TryPackOwnerOf(resource [32]byte) ([]byte, error) {
	return allowListPolicy.abi.Pack("ownerOf", resource)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7dd56411.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (allowListPolicy *AllowListPolicy) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := allowListPolicy.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPolicyInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x974e4d85.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyInfo() pure returns(string, bool, uint8)
func (allowListPolicy *AllowListPolicy) PackPolicyInfo() []byte {
	enc, err := allowListPolicy.abi.Pack("policyInfo")
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
func (allowListPolicy *AllowListPolicy) TryPackPolicyInfo() ([]byte, error) {
	return allowListPolicy.abi.Pack("policyInfo")
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
func (allowListPolicy *AllowListPolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := allowListPolicy.abi.Unpack("policyInfo", data)
	outstruct := new(PolicyInfoOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(string)).(*string)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(bool)).(*bool)
	outstruct.Arg2 = *abi.ConvertType(out[2], new(uint8)).(*uint8)
	return *outstruct, nil
}

// PackRemove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59ab06b9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function remove(bytes32 list, address[] members) returns()
func (allowListPolicy *AllowListPolicy) PackRemove(list [32]byte, members []common.Address) []byte {
	enc, err := allowListPolicy.abi.Pack("remove", list, members)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59ab06b9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function remove(bytes32 list, address[] members) returns()
func (allowListPolicy *AllowListPolicy) TryPackRemove(list [32]byte, members []common.Address) ([]byte, error) {
	return allowListPolicy.abi.Pack("remove", list, members)
}

// PackResourceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00a94dd2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (allowListPolicy *AllowListPolicy) PackResourceOf(owner common.Address, salt [32]byte) []byte {
	enc, err := allowListPolicy.abi.Pack("resourceOf", owner, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackResourceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00a94dd2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (allowListPolicy *AllowListPolicy) TryPackResourceOf(owner common.Address, salt [32]byte) ([]byte, error) {
	return allowListPolicy.abi.Pack("resourceOf", owner, salt)
}

// UnpackResourceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00a94dd2.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (allowListPolicy *AllowListPolicy) UnpackResourceOf(data []byte) ([32]byte, error) {
	out, err := allowListPolicy.abi.Unpack("resourceOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackResourceSize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b5f7519.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resourceSize() view returns(uint256)
func (allowListPolicy *AllowListPolicy) PackResourceSize() []byte {
	enc, err := allowListPolicy.abi.Pack("resourceSize")
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
func (allowListPolicy *AllowListPolicy) TryPackResourceSize() ([]byte, error) {
	return allowListPolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (allowListPolicy *AllowListPolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := allowListPolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// AllowListPolicyAdded represents a Added event raised by the AllowListPolicy contract.
type AllowListPolicyAdded struct {
	List   [32]byte
	Member common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const AllowListPolicyAddedEventName = "Added"

// ContractEventName returns the user-defined event name.
func (AllowListPolicyAdded) ContractEventName() string {
	return AllowListPolicyAddedEventName
}

// UnpackAddedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Added(bytes32 indexed list, address indexed member)
func (allowListPolicy *AllowListPolicy) UnpackAddedEvent(log *types.Log) (*AllowListPolicyAdded, error) {
	event := "Added"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != allowListPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AllowListPolicyAdded)
	if len(log.Data) > 0 {
		if err := allowListPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range allowListPolicy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// AllowListPolicyCreated represents a Created event raised by the AllowListPolicy contract.
type AllowListPolicyCreated struct {
	Resource [32]byte
	Owner    common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const AllowListPolicyCreatedEventName = "Created"

// ContractEventName returns the user-defined event name.
func (AllowListPolicyCreated) ContractEventName() string {
	return AllowListPolicyCreatedEventName
}

// UnpackCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Created(bytes32 indexed resource, address indexed owner)
func (allowListPolicy *AllowListPolicy) UnpackCreatedEvent(log *types.Log) (*AllowListPolicyCreated, error) {
	event := "Created"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != allowListPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AllowListPolicyCreated)
	if len(log.Data) > 0 {
		if err := allowListPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range allowListPolicy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// AllowListPolicyOffered represents a Offered event raised by the AllowListPolicy contract.
type AllowListPolicyOffered struct {
	Resource [32]byte
	Heir     common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const AllowListPolicyOfferedEventName = "Offered"

// ContractEventName returns the user-defined event name.
func (AllowListPolicyOffered) ContractEventName() string {
	return AllowListPolicyOfferedEventName
}

// UnpackOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Offered(bytes32 indexed resource, address indexed heir)
func (allowListPolicy *AllowListPolicy) UnpackOfferedEvent(log *types.Log) (*AllowListPolicyOffered, error) {
	event := "Offered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != allowListPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AllowListPolicyOffered)
	if len(log.Data) > 0 {
		if err := allowListPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range allowListPolicy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// AllowListPolicyRemoved represents a Removed event raised by the AllowListPolicy contract.
type AllowListPolicyRemoved struct {
	List   [32]byte
	Member common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const AllowListPolicyRemovedEventName = "Removed"

// ContractEventName returns the user-defined event name.
func (AllowListPolicyRemoved) ContractEventName() string {
	return AllowListPolicyRemovedEventName
}

// UnpackRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Removed(bytes32 indexed list, address indexed member)
func (allowListPolicy *AllowListPolicy) UnpackRemovedEvent(log *types.Log) (*AllowListPolicyRemoved, error) {
	event := "Removed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != allowListPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AllowListPolicyRemoved)
	if len(log.Data) > 0 {
		if err := allowListPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range allowListPolicy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// AllowListPolicyTransferred represents a Transferred event raised by the AllowListPolicy contract.
type AllowListPolicyTransferred struct {
	Resource [32]byte
	From     common.Address
	To       common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const AllowListPolicyTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (AllowListPolicyTransferred) ContractEventName() string {
	return AllowListPolicyTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(bytes32 indexed resource, address indexed from, address indexed to)
func (allowListPolicy *AllowListPolicy) UnpackTransferredEvent(log *types.Log) (*AllowListPolicyTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != allowListPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AllowListPolicyTransferred)
	if len(log.Data) > 0 {
		if err := allowListPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range allowListPolicy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (allowListPolicy *AllowListPolicy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], allowListPolicy.abi.Errors["AlreadyCreated"].ID.Bytes()[:4]) {
		return allowListPolicy.UnpackAlreadyCreatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], allowListPolicy.abi.Errors["NoSuchResource"].ID.Bytes()[:4]) {
		return allowListPolicy.UnpackNoSuchResourceError(raw[4:])
	}
	if bytes.Equal(raw[:4], allowListPolicy.abi.Errors["NotHeir"].ID.Bytes()[:4]) {
		return allowListPolicy.UnpackNotHeirError(raw[4:])
	}
	if bytes.Equal(raw[:4], allowListPolicy.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return allowListPolicy.UnpackNotOwnerError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// AllowListPolicyAlreadyCreated represents a AlreadyCreated error raised by the AllowListPolicy contract.
type AllowListPolicyAlreadyCreated struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyCreated()
func AllowListPolicyAlreadyCreatedErrorID() common.Hash {
	return common.HexToHash("0x6b04142c01eb35f9675c4f05ff4a3e26806cead174eb4f77c992f645f3ff7411")
}

// UnpackAlreadyCreatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyCreated()
func (allowListPolicy *AllowListPolicy) UnpackAlreadyCreatedError(raw []byte) (*AllowListPolicyAlreadyCreated, error) {
	out := new(AllowListPolicyAlreadyCreated)
	if err := allowListPolicy.abi.UnpackIntoInterface(out, "AlreadyCreated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllowListPolicyNoSuchResource represents a NoSuchResource error raised by the AllowListPolicy contract.
type AllowListPolicyNoSuchResource struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchResource()
func AllowListPolicyNoSuchResourceErrorID() common.Hash {
	return common.HexToHash("0x46ae4a03ba0361e40e35440970572481c85ac0a7809b8a330b9e9883de0d20d3")
}

// UnpackNoSuchResourceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchResource()
func (allowListPolicy *AllowListPolicy) UnpackNoSuchResourceError(raw []byte) (*AllowListPolicyNoSuchResource, error) {
	out := new(AllowListPolicyNoSuchResource)
	if err := allowListPolicy.abi.UnpackIntoInterface(out, "NoSuchResource", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllowListPolicyNotHeir represents a NotHeir error raised by the AllowListPolicy contract.
type AllowListPolicyNotHeir struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHeir()
func AllowListPolicyNotHeirErrorID() common.Hash {
	return common.HexToHash("0x8419e5505cf3626837095ffc31d2bfb04368ec28b4cd306aa907008c3fdb03d1")
}

// UnpackNotHeirError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHeir()
func (allowListPolicy *AllowListPolicy) UnpackNotHeirError(raw []byte) (*AllowListPolicyNotHeir, error) {
	out := new(AllowListPolicyNotHeir)
	if err := allowListPolicy.abi.UnpackIntoInterface(out, "NotHeir", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllowListPolicyNotOwner represents a NotOwner error raised by the AllowListPolicy contract.
type AllowListPolicyNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func AllowListPolicyNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (allowListPolicy *AllowListPolicy) UnpackNotOwnerError(raw []byte) (*AllowListPolicyNotOwner, error) {
	out := new(AllowListPolicyNotOwner)
	if err := allowListPolicy.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}
