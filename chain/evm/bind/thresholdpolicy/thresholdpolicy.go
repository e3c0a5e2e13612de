// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package thresholdpolicy

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

// ThresholdPolicyMetaData contains all meta data concerning the ThresholdPolicy contract.
var ThresholdPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"create\",\"inputs\":[{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"approvers\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"needed\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"outputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasVoted\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"heirOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isApprover\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"offer\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"threshold\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"vote\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"inFavour\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"votes\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"CaseSet\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"approvers\",\"type\":\"address[]\",\"indexed\":false,\"internalType\":\"address[]\"},{\"name\":\"threshold\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Created\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Offered\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Voted\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approver\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"inFavour\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyCreated\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadApprovers\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoChange\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchResource\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotApprover\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotHeir\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[]}]",
	ID:  "ThresholdPolicy",
	Bin: "0x60a08060405234602a576020608052610b2c908161002f82396080518181816106ab01526107c70152f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062a94dd214610a2c57806320216e17146109fa57806325605b6d146109cd578063381467a71461095e578063468a789214610769578063534e95be146106ce5780636b5f751914610694578063730ad454146104f05780637dd56411146104bf57806384baa5f7146102935780639386775a1461024c578063974e4d85146101b9578063d0bed85e146101705763e4725ba1146100b2575f80fd5b3461016c57602036600319011261016c576004355f818152600160205260409020546001600160a01b0316330361015d57805f52600160205260405f206bffffffffffffffffffffffff60a01b8154169055805f525f6020523360018060a01b0360405f205416827f7b97c62130aa09acbbcbf7482630e756592496f1759eaf702f469cf64dfb77945f80a45f90815260208190526040902080546001600160a01b03191633179055005b6308419e5560e41b5f5260045ffd5b5f80fd5b3461016c57604036600319011261016c57610189610a67565b6004355f52600360205260405f209060018060a01b03165f52602052602060ff60405f2054166040519015158152f35b3461016c575f36600319011261016c576040516040810181811067ffffffffffffffff821117610238576040526009815260806020820191681d1a1c995cda1bdb1960ba1b8352604051928391606083525180918160608501528484015e5f8382840101525f60208301525f6040830152601f80199101168101030190f35b634e487b7160e01b5f52604160045260245ffd5b3461016c57604036600319011261016c57610265610a67565b6004355f52600460205260405f209060018060a01b03165f52602052602060ff60405f205416604051908152f35b3461016c57606036600319011261016c5760243567ffffffffffffffff811161016c573660238201121561016c5780600401359067ffffffffffffffff821161016c576024810190602436918460051b01011161016c576044359060ff821680920361016c57811580156104b6575b80156104ac575b61048e5761031960043533610aab565b91825f525f60205260018060a01b0360405f20541661049d575f83815260208190526040812080546001600160a01b031916339081179091559084907f6e765c1505df7edb32788588e8f625dd368914ea995e3d429094152b826977a79080a35f838152600260205260408120805460ff1916831790555b848110610419575060405193806040860160408752526060850192905f905b8082106103ef57602086807f97f661614f037f1963646478724a27a5e87ba2ef621fb3f63934bef6d97a6c278a808a8a878301520390a2604051908152f35b90919384359060018060a01b03821680920361016c576020816001938293520195019201906103b0565b835f52600360205260405f20610438610433838887610af4565b610b18565b60018060a01b03165f5260205260ff60405f20541661048e57600190845f52600360205260405f2061046e610433838988610af4565b838060a01b03165f5260205260405f208260ff1982541617905501610391565b632b49839160e11b5f5260045ffd5b631ac1050b60e21b5f5260045ffd5b5060ff8311610309565b50828211610302565b3461016c57602036600319011261016c576004355f525f602052602060018060a01b0360405f205416604051908152f35b3461016c57606036600319011261016c5760043561050c610a67565b90604435908115159182810361016c575f82815260036020908152604080832033845290915290205460ff1615610685575f8281526005602090815260408083206001600160a01b0388168452825280832033845290915290205460ff1615158314610676575f8281526005602090815260408083206001600160a01b038816845282528083203384529091529020805460ff191660ff85161790551561063757805f52600460205260405f2060018060a01b0384165f5260205260405f2060ff81541660ff811461062357600160ff91011660ff198254161790555b60405191825233926001600160a01b0316917f19815ecd76ec1429714ac164b876113428fc307613bf3f616a9073285b2fa66790602090a4005b634e487b7160e01b5f52601160045260245ffd5b805f52600460205260405f2060018060a01b0384165f5260205260405f2060ff815416801561062357815460ff19165f1990910160ff161790556105e9565b63a88ee57760e01b5f5260045ffd5b630197e13360e61b5f5260045ffd5b3461016c575f36600319011261016c5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461016c57604036600319011261016c576004356106ea610a67565b5f828152602081905260409020546001600160a01b0316330361075a575f82815260016020526040812080546001600160a01b0319166001600160a01b039390931692831790559091907f5b93b6bc08531b2875f69ccab0e0ebeca8e6b2a33b1ced2f8fed9312c4b6d9239080a3005b6330cd747160e01b5f5260045ffd5b3461016c57606036600319011261016c5760043567ffffffffffffffff811161016c5761079a903690600401610a7d565b6107a2610a67565b9160443567ffffffffffffffff811161016c576107c3903690600401610a7d565b50507f000000000000000000000000000000000000000000000000000000000000000091828110610924576001600160a01b038416156108f357821161016c573590602081106108e2575b5090815f525f60205260018060a01b0360405f205416156108aa57815f52600460205260405f209060018060a01b03165f5260205260ff60405f205416905f52600260205260ff60405f20541611610872576040516323453c4960e11b8152602090f35b60405162461bcd60e51b815260206004820152601060248201526f6e6f7420656e6f75676820766f74657360801b6044820152606490fd5b60405162461bcd60e51b815260206004820152601060248201526f6e6f2073756368207265736f7572636560801b6044820152606490fd5b5f199060200360031b1b168261080e565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b60405162461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b3461016c57606036600319011261016c57610977610a67565b604435906001600160a01b038216820361016c576004355f52600560205260405f209060018060a01b03165f5260205260405f209060018060a01b03165f52602052602060ff60405f2054166040519015158152f35b3461016c57602036600319011261016c576004355f526002602052602060ff60405f205416604051908152f35b3461016c57602036600319011261016c576004355f526001602052602060018060a01b0360405f205416604051908152f35b3461016c57604036600319011261016c576004356001600160a01b038116810361016c57610a5f60209160243590610aab565b604051908152f35b602435906001600160a01b038216820361016c57565b9181601f8401121561016c5782359167ffffffffffffffff831161016c576020838186019501011161016c57565b9060405190602082019246845230604084015260018060a01b0316606083015260808201526080815260a0810181811067ffffffffffffffff8211176102385760405251902090565b9190811015610b045760051b0190565b634e487b7160e01b5f52603260045260245ffd5b356001600160a01b038116810361016c579056",
}

// ThresholdPolicy is an auto generated Go binding around an Ethereum contract.
type ThresholdPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ThresholdPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewThresholdPolicy creates a new instance of ThresholdPolicy.
func NewThresholdPolicy() *ThresholdPolicy {
	parsed, err := ThresholdPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ThresholdPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ThresholdPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4725ba1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accept(bytes32 resource) returns()
func (thresholdPolicy *ThresholdPolicy) PackAccept(resource [32]byte) []byte {
	enc, err := thresholdPolicy.abi.Pack("accept", resource)
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
func (thresholdPolicy *ThresholdPolicy) TryPackAccept(resource [32]byte) ([]byte, error) {
	return thresholdPolicy.abi.Pack("accept", resource)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (thresholdPolicy *ThresholdPolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := thresholdPolicy.abi.Pack("approve", innerId, caller, args)
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
func (thresholdPolicy *ThresholdPolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return thresholdPolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (thresholdPolicy *ThresholdPolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := thresholdPolicy.abi.Unpack("approve", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84baa5f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(bytes32 salt, address[] approvers, uint8 needed) returns(bytes32 subject)
func (thresholdPolicy *ThresholdPolicy) PackCreate(salt [32]byte, approvers []common.Address, needed uint8) []byte {
	enc, err := thresholdPolicy.abi.Pack("create", salt, approvers, needed)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84baa5f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(bytes32 salt, address[] approvers, uint8 needed) returns(bytes32 subject)
func (thresholdPolicy *ThresholdPolicy) TryPackCreate(salt [32]byte, approvers []common.Address, needed uint8) ([]byte, error) {
	return thresholdPolicy.abi.Pack("create", salt, approvers, needed)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84baa5f7.
//
// Solidity: function create(bytes32 salt, address[] approvers, uint8 needed) returns(bytes32 subject)
func (thresholdPolicy *ThresholdPolicy) UnpackCreate(data []byte) ([32]byte, error) {
	out, err := thresholdPolicy.abi.Unpack("create", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHasVoted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x381467a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasVoted(bytes32 subject, address reader, address approver) view returns(bool)
func (thresholdPolicy *ThresholdPolicy) PackHasVoted(subject [32]byte, reader common.Address, approver common.Address) []byte {
	enc, err := thresholdPolicy.abi.Pack("hasVoted", subject, reader, approver)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasVoted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x381467a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasVoted(bytes32 subject, address reader, address approver) view returns(bool)
func (thresholdPolicy *ThresholdPolicy) TryPackHasVoted(subject [32]byte, reader common.Address, approver common.Address) ([]byte, error) {
	return thresholdPolicy.abi.Pack("hasVoted", subject, reader, approver)
}

// UnpackHasVoted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x381467a7.
//
// Solidity: function hasVoted(bytes32 subject, address reader, address approver) view returns(bool)
func (thresholdPolicy *ThresholdPolicy) UnpackHasVoted(data []byte) (bool, error) {
	out, err := thresholdPolicy.abi.Unpack("hasVoted", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHeirOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20216e17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (thresholdPolicy *ThresholdPolicy) PackHeirOf(resource [32]byte) []byte {
	enc, err := thresholdPolicy.abi.Pack("heirOf", resource)
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
func (thresholdPolicy *ThresholdPolicy) TryPackHeirOf(resource [32]byte) ([]byte, error) {
	return thresholdPolicy.abi.Pack("heirOf", resource)
}

// UnpackHeirOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20216e17.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (thresholdPolicy *ThresholdPolicy) UnpackHeirOf(data []byte) (common.Address, error) {
	out, err := thresholdPolicy.abi.Unpack("heirOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsApprover is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0bed85e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprover(bytes32 subject, address ) view returns(bool)
func (thresholdPolicy *ThresholdPolicy) PackIsApprover(subject [32]byte, arg1 common.Address) []byte {
	enc, err := thresholdPolicy.abi.Pack("isApprover", subject, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprover is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0bed85e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprover(bytes32 subject, address ) view returns(bool)
func (thresholdPolicy *ThresholdPolicy) TryPackIsApprover(subject [32]byte, arg1 common.Address) ([]byte, error) {
	return thresholdPolicy.abi.Pack("isApprover", subject, arg1)
}

// UnpackIsApprover is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0bed85e.
//
// Solidity: function isApprover(bytes32 subject, address ) view returns(bool)
func (thresholdPolicy *ThresholdPolicy) UnpackIsApprover(data []byte) (bool, error) {
	out, err := thresholdPolicy.abi.Unpack("isApprover", data)
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
func (thresholdPolicy *ThresholdPolicy) PackOffer(resource [32]byte, heir common.Address) []byte {
	enc, err := thresholdPolicy.abi.Pack("offer", resource, heir)
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
func (thresholdPolicy *ThresholdPolicy) TryPackOffer(resource [32]byte, heir common.Address) ([]byte, error) {
	return thresholdPolicy.abi.Pack("offer", resource, heir)
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dd56411.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (thresholdPolicy *ThresholdPolicy) PackOwnerOf(resource [32]byte) []byte {
	enc, err := thresholdPolicy.abi.Pack("ownerOf", resource)
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
func (thresholdPolicy *ThresholdPolicy) TryPackOwnerOf(resource [32]byte) ([]byte, error) {
	return thresholdPolicy.abi.Pack("ownerOf", resource)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7dd56411.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (thresholdPolicy *ThresholdPolicy) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := thresholdPolicy.abi.Unpack("ownerOf", data)
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
func (thresholdPolicy *ThresholdPolicy) PackPolicyInfo() []byte {
	enc, err := thresholdPolicy.abi.Pack("policyInfo")
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
func (thresholdPolicy *ThresholdPolicy) TryPackPolicyInfo() ([]byte, error) {
	return thresholdPolicy.abi.Pack("policyInfo")
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
func (thresholdPolicy *ThresholdPolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := thresholdPolicy.abi.Unpack("policyInfo", data)
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
func (thresholdPolicy *ThresholdPolicy) PackResourceOf(owner common.Address, salt [32]byte) []byte {
	enc, err := thresholdPolicy.abi.Pack("resourceOf", owner, salt)
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
func (thresholdPolicy *ThresholdPolicy) TryPackResourceOf(owner common.Address, salt [32]byte) ([]byte, error) {
	return thresholdPolicy.abi.Pack("resourceOf", owner, salt)
}

// UnpackResourceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00a94dd2.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (thresholdPolicy *ThresholdPolicy) UnpackResourceOf(data []byte) ([32]byte, error) {
	out, err := thresholdPolicy.abi.Unpack("resourceOf", data)
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
func (thresholdPolicy *ThresholdPolicy) PackResourceSize() []byte {
	enc, err := thresholdPolicy.abi.Pack("resourceSize")
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
func (thresholdPolicy *ThresholdPolicy) TryPackResourceSize() ([]byte, error) {
	return thresholdPolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (thresholdPolicy *ThresholdPolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := thresholdPolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackThreshold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x25605b6d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function threshold(bytes32 subject) view returns(uint8)
func (thresholdPolicy *ThresholdPolicy) PackThreshold(subject [32]byte) []byte {
	enc, err := thresholdPolicy.abi.Pack("threshold", subject)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackThreshold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x25605b6d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function threshold(bytes32 subject) view returns(uint8)
func (thresholdPolicy *ThresholdPolicy) TryPackThreshold(subject [32]byte) ([]byte, error) {
	return thresholdPolicy.abi.Pack("threshold", subject)
}

// UnpackThreshold is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x25605b6d.
//
// Solidity: function threshold(bytes32 subject) view returns(uint8)
func (thresholdPolicy *ThresholdPolicy) UnpackThreshold(data []byte) (uint8, error) {
	out, err := thresholdPolicy.abi.Unpack("threshold", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackVote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x730ad454.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function vote(bytes32 subject, address reader, bool inFavour) returns()
func (thresholdPolicy *ThresholdPolicy) PackVote(subject [32]byte, reader common.Address, inFavour bool) []byte {
	enc, err := thresholdPolicy.abi.Pack("vote", subject, reader, inFavour)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x730ad454.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function vote(bytes32 subject, address reader, bool inFavour) returns()
func (thresholdPolicy *ThresholdPolicy) TryPackVote(subject [32]byte, reader common.Address, inFavour bool) ([]byte, error) {
	return thresholdPolicy.abi.Pack("vote", subject, reader, inFavour)
}

// PackVotes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9386775a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function votes(bytes32 subject, address reader) view returns(uint8)
func (thresholdPolicy *ThresholdPolicy) PackVotes(subject [32]byte, reader common.Address) []byte {
	enc, err := thresholdPolicy.abi.Pack("votes", subject, reader)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVotes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9386775a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function votes(bytes32 subject, address reader) view returns(uint8)
func (thresholdPolicy *ThresholdPolicy) TryPackVotes(subject [32]byte, reader common.Address) ([]byte, error) {
	return thresholdPolicy.abi.Pack("votes", subject, reader)
}

// UnpackVotes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9386775a.
//
// Solidity: function votes(bytes32 subject, address reader) view returns(uint8)
func (thresholdPolicy *ThresholdPolicy) UnpackVotes(data []byte) (uint8, error) {
	out, err := thresholdPolicy.abi.Unpack("votes", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// ThresholdPolicyCaseSet represents a CaseSet event raised by the ThresholdPolicy contract.
type ThresholdPolicyCaseSet struct {
	Subject   [32]byte
	Approvers []common.Address
	Threshold uint8
	Raw       *types.Log // Blockchain specific contextual infos
}

const ThresholdPolicyCaseSetEventName = "CaseSet"

// ContractEventName returns the user-defined event name.
func (ThresholdPolicyCaseSet) ContractEventName() string {
	return ThresholdPolicyCaseSetEventName
}

// UnpackCaseSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CaseSet(bytes32 indexed subject, address[] approvers, uint8 threshold)
func (thresholdPolicy *ThresholdPolicy) UnpackCaseSetEvent(log *types.Log) (*ThresholdPolicyCaseSet, error) {
	event := "CaseSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != thresholdPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ThresholdPolicyCaseSet)
	if len(log.Data) > 0 {
		if err := thresholdPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range thresholdPolicy.abi.Events[event].Inputs {
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

// ThresholdPolicyCreated represents a Created event raised by the ThresholdPolicy contract.
type ThresholdPolicyCreated struct {
	Resource [32]byte
	Owner    common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const ThresholdPolicyCreatedEventName = "Created"

// ContractEventName returns the user-defined event name.
func (ThresholdPolicyCreated) ContractEventName() string {
	return ThresholdPolicyCreatedEventName
}

// UnpackCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Created(bytes32 indexed resource, address indexed owner)
func (thresholdPolicy *ThresholdPolicy) UnpackCreatedEvent(log *types.Log) (*ThresholdPolicyCreated, error) {
	event := "Created"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != thresholdPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ThresholdPolicyCreated)
	if len(log.Data) > 0 {
		if err := thresholdPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range thresholdPolicy.abi.Events[event].Inputs {
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

// ThresholdPolicyOffered represents a Offered event raised by the ThresholdPolicy contract.
type ThresholdPolicyOffered struct {
	Resource [32]byte
	Heir     common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const ThresholdPolicyOfferedEventName = "Offered"

// ContractEventName returns the user-defined event name.
func (ThresholdPolicyOffered) ContractEventName() string {
	return ThresholdPolicyOfferedEventName
}

// UnpackOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Offered(bytes32 indexed resource, address indexed heir)
func (thresholdPolicy *ThresholdPolicy) UnpackOfferedEvent(log *types.Log) (*ThresholdPolicyOffered, error) {
	event := "Offered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != thresholdPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ThresholdPolicyOffered)
	if len(log.Data) > 0 {
		if err := thresholdPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range thresholdPolicy.abi.Events[event].Inputs {
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

// ThresholdPolicyTransferred represents a Transferred event raised by the ThresholdPolicy contract.
type ThresholdPolicyTransferred struct {
	Resource [32]byte
	From     common.Address
	To       common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const ThresholdPolicyTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (ThresholdPolicyTransferred) ContractEventName() string {
	return ThresholdPolicyTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(bytes32 indexed resource, address indexed from, address indexed to)
func (thresholdPolicy *ThresholdPolicy) UnpackTransferredEvent(log *types.Log) (*ThresholdPolicyTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != thresholdPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ThresholdPolicyTransferred)
	if len(log.Data) > 0 {
		if err := thresholdPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range thresholdPolicy.abi.Events[event].Inputs {
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

// ThresholdPolicyVoted represents a Voted event raised by the ThresholdPolicy contract.
type ThresholdPolicyVoted struct {
	Subject  [32]byte
	Reader   common.Address
	Approver common.Address
	InFavour bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const ThresholdPolicyVotedEventName = "Voted"

// ContractEventName returns the user-defined event name.
func (ThresholdPolicyVoted) ContractEventName() string {
	return ThresholdPolicyVotedEventName
}

// UnpackVotedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Voted(bytes32 indexed subject, address indexed reader, address indexed approver, bool inFavour)
func (thresholdPolicy *ThresholdPolicy) UnpackVotedEvent(log *types.Log) (*ThresholdPolicyVoted, error) {
	event := "Voted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != thresholdPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ThresholdPolicyVoted)
	if len(log.Data) > 0 {
		if err := thresholdPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range thresholdPolicy.abi.Events[event].Inputs {
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
func (thresholdPolicy *ThresholdPolicy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], thresholdPolicy.abi.Errors["AlreadyCreated"].ID.Bytes()[:4]) {
		return thresholdPolicy.UnpackAlreadyCreatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], thresholdPolicy.abi.Errors["BadApprovers"].ID.Bytes()[:4]) {
		return thresholdPolicy.UnpackBadApproversError(raw[4:])
	}
	if bytes.Equal(raw[:4], thresholdPolicy.abi.Errors["NoChange"].ID.Bytes()[:4]) {
		return thresholdPolicy.UnpackNoChangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], thresholdPolicy.abi.Errors["NoSuchResource"].ID.Bytes()[:4]) {
		return thresholdPolicy.UnpackNoSuchResourceError(raw[4:])
	}
	if bytes.Equal(raw[:4], thresholdPolicy.abi.Errors["NotApprover"].ID.Bytes()[:4]) {
		return thresholdPolicy.UnpackNotApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], thresholdPolicy.abi.Errors["NotHeir"].ID.Bytes()[:4]) {
		return thresholdPolicy.UnpackNotHeirError(raw[4:])
	}
	if bytes.Equal(raw[:4], thresholdPolicy.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return thresholdPolicy.UnpackNotOwnerError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ThresholdPolicyAlreadyCreated represents a AlreadyCreated error raised by the ThresholdPolicy contract.
type ThresholdPolicyAlreadyCreated struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyCreated()
func ThresholdPolicyAlreadyCreatedErrorID() common.Hash {
	return common.HexToHash("0x6b04142c01eb35f9675c4f05ff4a3e26806cead174eb4f77c992f645f3ff7411")
}

// UnpackAlreadyCreatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyCreated()
func (thresholdPolicy *ThresholdPolicy) UnpackAlreadyCreatedError(raw []byte) (*ThresholdPolicyAlreadyCreated, error) {
	out := new(ThresholdPolicyAlreadyCreated)
	if err := thresholdPolicy.abi.UnpackIntoInterface(out, "AlreadyCreated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ThresholdPolicyBadApprovers represents a BadApprovers error raised by the ThresholdPolicy contract.
type ThresholdPolicyBadApprovers struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadApprovers()
func ThresholdPolicyBadApproversErrorID() common.Hash {
	return common.HexToHash("0x5693072222d99709d94a6fc862553f792501f8f0119d1fe63e9f97981161dfe6")
}

// UnpackBadApproversError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadApprovers()
func (thresholdPolicy *ThresholdPolicy) UnpackBadApproversError(raw []byte) (*ThresholdPolicyBadApprovers, error) {
	out := new(ThresholdPolicyBadApprovers)
	if err := thresholdPolicy.abi.UnpackIntoInterface(out, "BadApprovers", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ThresholdPolicyNoChange represents a NoChange error raised by the ThresholdPolicy contract.
type ThresholdPolicyNoChange struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoChange()
func ThresholdPolicyNoChangeErrorID() common.Hash {
	return common.HexToHash("0xa88ee5779fd894343df80cd3e6630e2f6f6d3f969ffead11f4bbe7926785e0a0")
}

// UnpackNoChangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoChange()
func (thresholdPolicy *ThresholdPolicy) UnpackNoChangeError(raw []byte) (*ThresholdPolicyNoChange, error) {
	out := new(ThresholdPolicyNoChange)
	if err := thresholdPolicy.abi.UnpackIntoInterface(out, "NoChange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ThresholdPolicyNoSuchResource represents a NoSuchResource error raised by the ThresholdPolicy contract.
type ThresholdPolicyNoSuchResource struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchResource()
func ThresholdPolicyNoSuchResourceErrorID() common.Hash {
	return common.HexToHash("0x46ae4a03ba0361e40e35440970572481c85ac0a7809b8a330b9e9883de0d20d3")
}

// UnpackNoSuchResourceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchResource()
func (thresholdPolicy *ThresholdPolicy) UnpackNoSuchResourceError(raw []byte) (*ThresholdPolicyNoSuchResource, error) {
	out := new(ThresholdPolicyNoSuchResource)
	if err := thresholdPolicy.abi.UnpackIntoInterface(out, "NoSuchResource", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ThresholdPolicyNotApprover represents a NotApprover error raised by the ThresholdPolicy contract.
type ThresholdPolicyNotApprover struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotApprover()
func ThresholdPolicyNotApproverErrorID() common.Hash {
	return common.HexToHash("0x65f84cc010e7af3f6a022c506beedb88f4b37e62ba2fd784ea138a3210f90169")
}

// UnpackNotApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotApprover()
func (thresholdPolicy *ThresholdPolicy) UnpackNotApproverError(raw []byte) (*ThresholdPolicyNotApprover, error) {
	out := new(ThresholdPolicyNotApprover)
	if err := thresholdPolicy.abi.UnpackIntoInterface(out, "NotApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ThresholdPolicyNotHeir represents a NotHeir error raised by the ThresholdPolicy contract.
type ThresholdPolicyNotHeir struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHeir()
func ThresholdPolicyNotHeirErrorID() common.Hash {
	return common.HexToHash("0x8419e5505cf3626837095ffc31d2bfb04368ec28b4cd306aa907008c3fdb03d1")
}

// UnpackNotHeirError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHeir()
func (thresholdPolicy *ThresholdPolicy) UnpackNotHeirError(raw []byte) (*ThresholdPolicyNotHeir, error) {
	out := new(ThresholdPolicyNotHeir)
	if err := thresholdPolicy.abi.UnpackIntoInterface(out, "NotHeir", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ThresholdPolicyNotOwner represents a NotOwner error raised by the ThresholdPolicy contract.
type ThresholdPolicyNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func ThresholdPolicyNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (thresholdPolicy *ThresholdPolicy) UnpackNotOwnerError(raw []byte) (*ThresholdPolicyNotOwner, error) {
	out := new(ThresholdPolicyNotOwner)
	if err := thresholdPolicy.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}
