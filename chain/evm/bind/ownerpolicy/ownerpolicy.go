// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package ownerpolicy

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

// OwnerPolicyMetaData contains all meta data concerning the OwnerPolicy contract.
var OwnerPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"create\",\"inputs\":[{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"heirOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"offer\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Created\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Offered\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyCreated\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchResource\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotHeir\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[]}]",
	ID:  "OwnerPolicy",
	Bin: "0x60a08060405234602a57602060805261063b908161002f82396080518181816102a801526103c50152f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062a94dd21461057357806320216e1714610541578063468a789214610366578063534e95be146102cb5780636b5f7519146102915780637368a8ce146101f95780637dd56411146101c8578063974e4d85146101395763e4725ba11461007b575f80fd5b34610135576020366003190112610135576004355f818152600160205260409020546001600160a01b0316330361012657805f52600160205260405f206bffffffffffffffffffffffff60a01b8154169055805f525f6020523360018060a01b0360405f205416827f7b97c62130aa09acbbcbf7482630e756592496f1759eaf702f469cf64dfb77945f80a45f90815260208190526040902080546001600160a01b03191633179055005b6308419e5560e41b5f5260045ffd5b5f80fd5b34610135575f366003190112610135576040516040810181811067ffffffffffffffff8211176101b45760405260058152608060208201916437bbb732b960d91b8352604051928391606083525180918160608501528484015e5f8382840101525f60208301525f6040830152601f80199101168101030190f35b634e487b7160e01b5f52604160045260245ffd5b34610135576020366003190112610135576004355f525f602052602060018060a01b0360405f205416604051908152f35b3461013557602036600319011261013557610216600435336105f2565b5f818152602081905260409020546001600160a01b0316610282575f8181526020818152604080832080546001600160a01b0319163390811790915590519193919282907f6e765c1505df7edb32788588e8f625dd368914ea995e3d429094152b826977a79080a38152f35b631ac1050b60e21b5f5260045ffd5b34610135575f3660031901126101355760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610135576040366003190112610135576004356102e76105ae565b5f828152602081905260409020546001600160a01b03163303610357575f82815260016020526040812080546001600160a01b0319166001600160a01b039390931692831790559091907f5b93b6bc08531b2875f69ccab0e0ebeca8e6b2a33b1ced2f8fed9312c4b6d9239080a3005b6330cd747160e01b5f5260045ffd5b346101355760603660031901126101355760043567ffffffffffffffff8111610135576103979036906004016105c4565b906103a06105ae565b9060443567ffffffffffffffff8111610135576103c19036906004016105c4565b50507f000000000000000000000000000000000000000000000000000000000000000091828410610507576001600160a01b03169283156104d6578211610135573590602081106104c5575b505f818152602081905260409020546001600160a01b03161561048d575f908152602081905260409020546001600160a01b031603610458576040516323453c4960e11b8152602090f35b60405162461bcd60e51b815260206004820152600d60248201526c3737ba103a34329037bbb732b960991b6044820152606490fd5b60405162461bcd60e51b815260206004820152601060248201526f6e6f2073756368207265736f7572636560801b6044820152606490fd5b5f199060200360031b1b168261040d565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b60405162461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b34610135576020366003190112610135576004355f526001602052602060018060a01b0360405f205416604051908152f35b34610135576040366003190112610135576004356001600160a01b0381168103610135576105a6602091602435906105f2565b604051908152f35b602435906001600160a01b038216820361013557565b9181601f840112156101355782359167ffffffffffffffff8311610135576020838186019501011161013557565b9060405190602082019246845230604084015260018060a01b0316606083015260808201526080815260a0810181811067ffffffffffffffff8211176101b4576040525190209056",
}

// OwnerPolicy is an auto generated Go binding around an Ethereum contract.
type OwnerPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *OwnerPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewOwnerPolicy creates a new instance of OwnerPolicy.
func NewOwnerPolicy() *OwnerPolicy {
	parsed, err := OwnerPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &OwnerPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *OwnerPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4725ba1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accept(bytes32 resource) returns()
func (ownerPolicy *OwnerPolicy) PackAccept(resource [32]byte) []byte {
	enc, err := ownerPolicy.abi.Pack("accept", resource)
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
func (ownerPolicy *OwnerPolicy) TryPackAccept(resource [32]byte) ([]byte, error) {
	return ownerPolicy.abi.Pack("accept", resource)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (ownerPolicy *OwnerPolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := ownerPolicy.abi.Pack("approve", innerId, caller, args)
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
func (ownerPolicy *OwnerPolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return ownerPolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (ownerPolicy *OwnerPolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := ownerPolicy.abi.Unpack("approve", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7368a8ce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(bytes32 salt) returns(bytes32 resource)
func (ownerPolicy *OwnerPolicy) PackCreate(salt [32]byte) []byte {
	enc, err := ownerPolicy.abi.Pack("create", salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7368a8ce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(bytes32 salt) returns(bytes32 resource)
func (ownerPolicy *OwnerPolicy) TryPackCreate(salt [32]byte) ([]byte, error) {
	return ownerPolicy.abi.Pack("create", salt)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7368a8ce.
//
// Solidity: function create(bytes32 salt) returns(bytes32 resource)
func (ownerPolicy *OwnerPolicy) UnpackCreate(data []byte) ([32]byte, error) {
	out, err := ownerPolicy.abi.Unpack("create", data)
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
func (ownerPolicy *OwnerPolicy) PackHeirOf(resource [32]byte) []byte {
	enc, err := ownerPolicy.abi.Pack("heirOf", resource)
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
func (ownerPolicy *OwnerPolicy) TryPackHeirOf(resource [32]byte) ([]byte, error) {
	return ownerPolicy.abi.Pack("heirOf", resource)
}

// UnpackHeirOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20216e17.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (ownerPolicy *OwnerPolicy) UnpackHeirOf(data []byte) (common.Address, error) {
	out, err := ownerPolicy.abi.Unpack("heirOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x534e95be.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offer(bytes32 resource, address heir) returns()
func (ownerPolicy *OwnerPolicy) PackOffer(resource [32]byte, heir common.Address) []byte {
	enc, err := ownerPolicy.abi.Pack("offer", resource, heir)
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
func (ownerPolicy *OwnerPolicy) TryPackOffer(resource [32]byte, heir common.Address) ([]byte, error) {
	return ownerPolicy.abi.Pack("offer", resource, heir)
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dd56411.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (ownerPolicy *OwnerPolicy) PackOwnerOf(resource [32]byte) []byte {
	enc, err := ownerPolicy.abi.Pack("ownerOf", resource)
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
func (ownerPolicy *OwnerPolicy) TryPackOwnerOf(resource [32]byte) ([]byte, error) {
	return ownerPolicy.abi.Pack("ownerOf", resource)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7dd56411.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (ownerPolicy *OwnerPolicy) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := ownerPolicy.abi.Unpack("ownerOf", data)
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
func (ownerPolicy *OwnerPolicy) PackPolicyInfo() []byte {
	enc, err := ownerPolicy.abi.Pack("policyInfo")
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
func (ownerPolicy *OwnerPolicy) TryPackPolicyInfo() ([]byte, error) {
	return ownerPolicy.abi.Pack("policyInfo")
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
func (ownerPolicy *OwnerPolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := ownerPolicy.abi.Unpack("policyInfo", data)
	outstruct := new(PolicyInfoOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(string)).(*string)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(bool)).(*bool)
	outstruct.Arg2 = *abi.ConvertType(out[2], new(uint8)).(*uint8)
	return *outstruct, nil
}

// PackResourceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00a94dd2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (ownerPolicy *OwnerPolicy) PackResourceOf(owner common.Address, salt [32]byte) []byte {
	enc, err := ownerPolicy.abi.Pack("resourceOf", owner, salt)
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
func (ownerPolicy *OwnerPolicy) TryPackResourceOf(owner common.Address, salt [32]byte) ([]byte, error) {
	return ownerPolicy.abi.Pack("resourceOf", owner, salt)
}

// UnpackResourceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00a94dd2.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (ownerPolicy *OwnerPolicy) UnpackResourceOf(data []byte) ([32]byte, error) {
	out, err := ownerPolicy.abi.Unpack("resourceOf", data)
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
func (ownerPolicy *OwnerPolicy) PackResourceSize() []byte {
	enc, err := ownerPolicy.abi.Pack("resourceSize")
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
func (ownerPolicy *OwnerPolicy) TryPackResourceSize() ([]byte, error) {
	return ownerPolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (ownerPolicy *OwnerPolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := ownerPolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// OwnerPolicyCreated represents a Created event raised by the OwnerPolicy contract.
type OwnerPolicyCreated struct {
	Resource [32]byte
	Owner    common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const OwnerPolicyCreatedEventName = "Created"

// ContractEventName returns the user-defined event name.
func (OwnerPolicyCreated) ContractEventName() string {
	return OwnerPolicyCreatedEventName
}

// UnpackCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Created(bytes32 indexed resource, address indexed owner)
func (ownerPolicy *OwnerPolicy) UnpackCreatedEvent(log *types.Log) (*OwnerPolicyCreated, error) {
	event := "Created"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ownerPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OwnerPolicyCreated)
	if len(log.Data) > 0 {
		if err := ownerPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ownerPolicy.abi.Events[event].Inputs {
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

// OwnerPolicyOffered represents a Offered event raised by the OwnerPolicy contract.
type OwnerPolicyOffered struct {
	Resource [32]byte
	Heir     common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const OwnerPolicyOfferedEventName = "Offered"

// ContractEventName returns the user-defined event name.
func (OwnerPolicyOffered) ContractEventName() string {
	return OwnerPolicyOfferedEventName
}

// UnpackOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Offered(bytes32 indexed resource, address indexed heir)
func (ownerPolicy *OwnerPolicy) UnpackOfferedEvent(log *types.Log) (*OwnerPolicyOffered, error) {
	event := "Offered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ownerPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OwnerPolicyOffered)
	if len(log.Data) > 0 {
		if err := ownerPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ownerPolicy.abi.Events[event].Inputs {
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

// OwnerPolicyTransferred represents a Transferred event raised by the OwnerPolicy contract.
type OwnerPolicyTransferred struct {
	Resource [32]byte
	From     common.Address
	To       common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const OwnerPolicyTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (OwnerPolicyTransferred) ContractEventName() string {
	return OwnerPolicyTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(bytes32 indexed resource, address indexed from, address indexed to)
func (ownerPolicy *OwnerPolicy) UnpackTransferredEvent(log *types.Log) (*OwnerPolicyTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ownerPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OwnerPolicyTransferred)
	if len(log.Data) > 0 {
		if err := ownerPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ownerPolicy.abi.Events[event].Inputs {
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
func (ownerPolicy *OwnerPolicy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], ownerPolicy.abi.Errors["AlreadyCreated"].ID.Bytes()[:4]) {
		return ownerPolicy.UnpackAlreadyCreatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ownerPolicy.abi.Errors["NoSuchResource"].ID.Bytes()[:4]) {
		return ownerPolicy.UnpackNoSuchResourceError(raw[4:])
	}
	if bytes.Equal(raw[:4], ownerPolicy.abi.Errors["NotHeir"].ID.Bytes()[:4]) {
		return ownerPolicy.UnpackNotHeirError(raw[4:])
	}
	if bytes.Equal(raw[:4], ownerPolicy.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return ownerPolicy.UnpackNotOwnerError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// OwnerPolicyAlreadyCreated represents a AlreadyCreated error raised by the OwnerPolicy contract.
type OwnerPolicyAlreadyCreated struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyCreated()
func OwnerPolicyAlreadyCreatedErrorID() common.Hash {
	return common.HexToHash("0x6b04142c01eb35f9675c4f05ff4a3e26806cead174eb4f77c992f645f3ff7411")
}

// UnpackAlreadyCreatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyCreated()
func (ownerPolicy *OwnerPolicy) UnpackAlreadyCreatedError(raw []byte) (*OwnerPolicyAlreadyCreated, error) {
	out := new(OwnerPolicyAlreadyCreated)
	if err := ownerPolicy.abi.UnpackIntoInterface(out, "AlreadyCreated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OwnerPolicyNoSuchResource represents a NoSuchResource error raised by the OwnerPolicy contract.
type OwnerPolicyNoSuchResource struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchResource()
func OwnerPolicyNoSuchResourceErrorID() common.Hash {
	return common.HexToHash("0x46ae4a03ba0361e40e35440970572481c85ac0a7809b8a330b9e9883de0d20d3")
}

// UnpackNoSuchResourceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchResource()
func (ownerPolicy *OwnerPolicy) UnpackNoSuchResourceError(raw []byte) (*OwnerPolicyNoSuchResource, error) {
	out := new(OwnerPolicyNoSuchResource)
	if err := ownerPolicy.abi.UnpackIntoInterface(out, "NoSuchResource", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OwnerPolicyNotHeir represents a NotHeir error raised by the OwnerPolicy contract.
type OwnerPolicyNotHeir struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHeir()
func OwnerPolicyNotHeirErrorID() common.Hash {
	return common.HexToHash("0x8419e5505cf3626837095ffc31d2bfb04368ec28b4cd306aa907008c3fdb03d1")
}

// UnpackNotHeirError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHeir()
func (ownerPolicy *OwnerPolicy) UnpackNotHeirError(raw []byte) (*OwnerPolicyNotHeir, error) {
	out := new(OwnerPolicyNotHeir)
	if err := ownerPolicy.abi.UnpackIntoInterface(out, "NotHeir", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OwnerPolicyNotOwner represents a NotOwner error raised by the OwnerPolicy contract.
type OwnerPolicyNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func OwnerPolicyNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (ownerPolicy *OwnerPolicy) UnpackNotOwnerError(raw []byte) (*OwnerPolicyNotOwner, error) {
	out := new(OwnerPolicyNotOwner)
	if err := ownerPolicy.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}
