// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package subscriptionpolicy

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

// SubscriptionPolicyMetaData contains all meta data concerning the SubscriptionPolicy contract.
var SubscriptionPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"create\",\"inputs\":[{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"price\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"period\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"plan\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"heirOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"offer\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"paidUntil\",\"inputs\":[{\"name\":\"plan\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"planOf\",\"inputs\":[{\"name\":\"plan\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"price\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"period\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setPlan\",\"inputs\":[{\"name\":\"plan\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"price\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"period\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"subscribe\",\"inputs\":[{\"name\":\"plan\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"periods\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxCost\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"token\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Created\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Offered\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PlanSet\",\"inputs\":[{\"name\":\"plan\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"price\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"period\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"open\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Subscribed\",\"inputs\":[{\"name\":\"plan\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"until\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"cost\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyCreated\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadPeriod\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"CostAboveMax\",\"inputs\":[{\"name\":\"cost\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maxCost\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NoSuchResource\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotForSale\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotHeir\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "SubscriptionPolicy",
	Bin: "0x60c0346100c657601f610d4038819003918201601f19168301916001600160401b038311848410176100ca578084926020946040528339810103126100c657516001600160a01b0381168082036100c65760206080523b1561008d5760a052604051610c6190816100df82396080518181816106550152610760015260a05181818161013e01526102fe0152f35b60405162461bcd60e51b8152602060048201526011602482015270746f6b656e20686173206e6f20636f646560781b6044820152606490fd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c8062a94dd214610a9257806306909f70146109b057806320216e171461097e5780632110540f14610931578063468a789214610704578063534e95be146106785780636b5f75191461063e5780637dd564111461060d57806392752a711461057c578063974e4d85146104e7578063e4725ba11461042d578063f5f7d05a1461016d578063fc0c546a146101295763ff798040146100b2575f80fd5b34610125576020366003190112610125576004355f52600260205261012160405f2054604051918160ff849360601c16906001600160401b0363ffffffff8260401c16911684919263ffffffff60409295946001600160401b0360608601971685521660208401521515910152565b0390f35b5f80fd5b34610125575f366003190112610125576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461012557608036600319011261012557600435610189610ac5565b610191610af1565b606435906001600160401b038216809203610125575f848152602081905260409020546001600160a01b03161561041e57835f52600260205260405f2090604051916101dc83610b31565b54906001600160401b038216835260ff602084019263ffffffff8160401c16845260601c16158015604085015261040f5763ffffffff169081158015610404575b6103ed57855f52600360205260405f2060018060a01b0386165f526020526001600160401b0360405f205416904282106103fc575b63ffffffff61026391511683610b94565b81018091116103c3576001600160401b0381116103ed5760406102dc87936001600160401b03807f5b8b4fa68a82a8fe3bb86ea1276a744e3bacabbea541f23f01d9a1aa8c8b4576951696865f526003602052845f2060018060a01b038b165f52602052845f2082891683198254161790555116610b94565b815194855260208501819052956001600160a01b031693a38082116103d757507f0000000000000000000000000000000000000000000000000000000000000000915f525f60205260018060a01b0360405f20541690633b9aca00810290808204633b9aca0014901517156103c357604051916323b872dd60e01b5f523360045260245260445260205f60648180865af19060015f51148216156103a3575b501561038357005b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b60018215166103bb5750813b15153d1516168261037b565b3d5f823e3d90fd5b634e487b7160e01b5f52601160045260245ffd5b9063919208d760e01b5f5260045260245260445ffd5b633dee3b7160e11b5f5260045ffd5b429150610252565b506103e8821161021d565b631d99ddbf60e01b5f5260045ffd5b6346ae4a0360e01b5f5260045ffd5b34610125576020366003190112610125576004355f818152600160205260409020546001600160a01b031633036104d857805f52600160205260405f206bffffffffffffffffffffffff60a01b8154169055805f525f6020523360018060a01b0360405f205416827f7b97c62130aa09acbbcbf7482630e756592496f1759eaf702f469cf64dfb77945f80a45f90815260208190526040902080546001600160a01b03191633179055005b6308419e5560e41b5f5260045ffd5b34610125575f36600319011261012557604051604081018181106001600160401b0382111761056857604052600c8152608060208201916b39bab139b1b934b83a34b7b760a11b8352604051928391606083525180918160608501528484015e5f8382840101525f60208301525f6040830152601f80199101168101030190f35b634e487b7160e01b5f52604160045260245ffd5b3461012557608036600319011261012557600435610598610adb565b6105a0610af1565b91606435801515809103610125575f828152602081905260409020546001600160a01b031633036105fe5763ffffffff6105fc946001600160401b03604051956105e987610b31565b1685521660208401526040830152610ba7565b005b6330cd747160e01b5f5260045ffd5b34610125576020366003190112610125576004355f525f602052602060018060a01b0360405f205416604051908152f35b34610125575f3660031901126101255760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461012557604036600319011261012557600435610694610ac5565b5f828152602081905260409020546001600160a01b031633036105fe575f82815260016020526040812080546001600160a01b0319166001600160a01b039390931692831790559091907f5b93b6bc08531b2875f69ccab0e0ebeca8e6b2a33b1ced2f8fed9312c4b6d9239080a3005b34610125576060366003190112610125576004356001600160401b03811161012557610734903690600401610b04565b61073c610ac5565b916044356001600160401b0381116101255761075c903690600401610b04565b50507f0000000000000000000000000000000000000000000000000000000000000000918281106108f7576001600160a01b038416156108c6578211610125573590602081106108b5575b505f818152602081905260409020546001600160a01b03161561087d575f52600360205260405f209060018060a01b03165f526020526001600160401b0360405f2054168015610847574211610809576040516323453c4960e11b8152602090f35b60405162461bcd60e51b81526020600482015260166024820152751cdd589cd8dc9a5c1d1a5bdb881a185cc8195b99195960521b6044820152606490fd5b60405162461bcd60e51b815260206004820152600e60248201526d1b9bdd081cdd589cd8dc9a58995960921b6044820152606490fd5b60405162461bcd60e51b815260206004820152601060248201526f6e6f2073756368207265736f7572636560801b6044820152606490fd5b5f199060200360031b1b16826107a7565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b60405162461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b346101255760403660031901126101255761094a610ac5565b6004355f52600360205260405f209060018060a01b03165f5260205260206001600160401b0360405f205416604051908152f35b34610125576020366003190112610125576004355f526001602052602060018060a01b0360405f205416604051908152f35b34610125576060366003190112610125576109c9610adb565b6109d1610af1565b6109dd60043533610b4c565b90815f525f60205260018060a01b0360405f205416610a835760209263ffffffff610a7b92845f525f865260405f2060018060a01b0333166bffffffffffffffffffffffff60a01b8254161790556001600160401b036040519333877f6e765c1505df7edb32788588e8f625dd368914ea995e3d429094152b826977a75f80a3610a6685610b31565b16835216848201526001604082015282610ba7565b604051908152f35b631ac1050b60e21b5f5260045ffd5b34610125576040366003190112610125576004356001600160a01b038116810361012557610a7b60209160243590610b4c565b602435906001600160a01b038216820361012557565b602435906001600160401b038216820361012557565b6044359063ffffffff8216820361012557565b9181601f84011215610125578235916001600160401b038311610125576020838186019501011161012557565b606081019081106001600160401b0382111761056857604052565b9060405190602082019246845230604084015260018060a01b0316606083015260808201526080815260a081018181106001600160401b038211176105685760405251902090565b818102929181159184041417156103c357565b90602081019063ffffffff825116156103ed575f83815260026020908152604091829020835181549551948401516cffffffffffffffffffffffffff199096166001600160401b039190911690811785851b6bffffffff00000000000000001617951515606081811b60ff60601b1697909717909255835190815263ffffffff9490941691840191909152908201527f1098c4c91d714abe8da09de9601ea87418363f6dd2cac74dda5eee2adfae960091819081010390a256",
}

// SubscriptionPolicy is an auto generated Go binding around an Ethereum contract.
type SubscriptionPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *SubscriptionPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewSubscriptionPolicy creates a new instance of SubscriptionPolicy.
func NewSubscriptionPolicy() *SubscriptionPolicy {
	parsed, err := SubscriptionPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &SubscriptionPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *SubscriptionPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token) returns()
func (subscriptionPolicy *SubscriptionPolicy) PackConstructor(token common.Address) []byte {
	enc, err := subscriptionPolicy.abi.Pack("", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4725ba1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accept(bytes32 resource) returns()
func (subscriptionPolicy *SubscriptionPolicy) PackAccept(resource [32]byte) []byte {
	enc, err := subscriptionPolicy.abi.Pack("accept", resource)
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackAccept(resource [32]byte) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("accept", resource)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (subscriptionPolicy *SubscriptionPolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := subscriptionPolicy.abi.Pack("approve", innerId, caller, args)
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (subscriptionPolicy *SubscriptionPolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := subscriptionPolicy.abi.Unpack("approve", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06909f70.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(bytes32 salt, uint64 price, uint32 period) returns(bytes32 plan)
func (subscriptionPolicy *SubscriptionPolicy) PackCreate(salt [32]byte, price uint64, period uint32) []byte {
	enc, err := subscriptionPolicy.abi.Pack("create", salt, price, period)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06909f70.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(bytes32 salt, uint64 price, uint32 period) returns(bytes32 plan)
func (subscriptionPolicy *SubscriptionPolicy) TryPackCreate(salt [32]byte, price uint64, period uint32) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("create", salt, price, period)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06909f70.
//
// Solidity: function create(bytes32 salt, uint64 price, uint32 period) returns(bytes32 plan)
func (subscriptionPolicy *SubscriptionPolicy) UnpackCreate(data []byte) ([32]byte, error) {
	out, err := subscriptionPolicy.abi.Unpack("create", data)
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
func (subscriptionPolicy *SubscriptionPolicy) PackHeirOf(resource [32]byte) []byte {
	enc, err := subscriptionPolicy.abi.Pack("heirOf", resource)
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackHeirOf(resource [32]byte) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("heirOf", resource)
}

// UnpackHeirOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20216e17.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (subscriptionPolicy *SubscriptionPolicy) UnpackHeirOf(data []byte) (common.Address, error) {
	out, err := subscriptionPolicy.abi.Unpack("heirOf", data)
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
func (subscriptionPolicy *SubscriptionPolicy) PackOffer(resource [32]byte, heir common.Address) []byte {
	enc, err := subscriptionPolicy.abi.Pack("offer", resource, heir)
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackOffer(resource [32]byte, heir common.Address) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("offer", resource, heir)
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dd56411.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (subscriptionPolicy *SubscriptionPolicy) PackOwnerOf(resource [32]byte) []byte {
	enc, err := subscriptionPolicy.abi.Pack("ownerOf", resource)
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackOwnerOf(resource [32]byte) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("ownerOf", resource)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7dd56411.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (subscriptionPolicy *SubscriptionPolicy) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := subscriptionPolicy.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPaidUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2110540f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paidUntil(bytes32 plan, address reader) view returns(uint64)
func (subscriptionPolicy *SubscriptionPolicy) PackPaidUntil(plan [32]byte, reader common.Address) []byte {
	enc, err := subscriptionPolicy.abi.Pack("paidUntil", plan, reader)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaidUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2110540f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paidUntil(bytes32 plan, address reader) view returns(uint64)
func (subscriptionPolicy *SubscriptionPolicy) TryPackPaidUntil(plan [32]byte, reader common.Address) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("paidUntil", plan, reader)
}

// UnpackPaidUntil is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2110540f.
//
// Solidity: function paidUntil(bytes32 plan, address reader) view returns(uint64)
func (subscriptionPolicy *SubscriptionPolicy) UnpackPaidUntil(data []byte) (uint64, error) {
	out, err := subscriptionPolicy.abi.Unpack("paidUntil", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackPlanOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff798040.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function planOf(bytes32 plan) view returns(uint64 price, uint32 period, bool open)
func (subscriptionPolicy *SubscriptionPolicy) PackPlanOf(plan [32]byte) []byte {
	enc, err := subscriptionPolicy.abi.Pack("planOf", plan)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPlanOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff798040.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function planOf(bytes32 plan) view returns(uint64 price, uint32 period, bool open)
func (subscriptionPolicy *SubscriptionPolicy) TryPackPlanOf(plan [32]byte) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("planOf", plan)
}

// PlanOfOutput serves as a container for the return parameters of contract
// method PlanOf.
type PlanOfOutput struct {
	Price  uint64
	Period uint32
	Open   bool
}

// UnpackPlanOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xff798040.
//
// Solidity: function planOf(bytes32 plan) view returns(uint64 price, uint32 period, bool open)
func (subscriptionPolicy *SubscriptionPolicy) UnpackPlanOf(data []byte) (PlanOfOutput, error) {
	out, err := subscriptionPolicy.abi.Unpack("planOf", data)
	outstruct := new(PlanOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Price = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Period = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.Open = *abi.ConvertType(out[2], new(bool)).(*bool)
	return *outstruct, nil
}

// PackPolicyInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x974e4d85.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyInfo() pure returns(string, bool, uint8)
func (subscriptionPolicy *SubscriptionPolicy) PackPolicyInfo() []byte {
	enc, err := subscriptionPolicy.abi.Pack("policyInfo")
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackPolicyInfo() ([]byte, error) {
	return subscriptionPolicy.abi.Pack("policyInfo")
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
func (subscriptionPolicy *SubscriptionPolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := subscriptionPolicy.abi.Unpack("policyInfo", data)
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
func (subscriptionPolicy *SubscriptionPolicy) PackResourceOf(owner common.Address, salt [32]byte) []byte {
	enc, err := subscriptionPolicy.abi.Pack("resourceOf", owner, salt)
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackResourceOf(owner common.Address, salt [32]byte) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("resourceOf", owner, salt)
}

// UnpackResourceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00a94dd2.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (subscriptionPolicy *SubscriptionPolicy) UnpackResourceOf(data []byte) ([32]byte, error) {
	out, err := subscriptionPolicy.abi.Unpack("resourceOf", data)
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
func (subscriptionPolicy *SubscriptionPolicy) PackResourceSize() []byte {
	enc, err := subscriptionPolicy.abi.Pack("resourceSize")
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
func (subscriptionPolicy *SubscriptionPolicy) TryPackResourceSize() ([]byte, error) {
	return subscriptionPolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (subscriptionPolicy *SubscriptionPolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := subscriptionPolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSetPlan is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92752a71.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPlan(bytes32 plan, uint64 price, uint32 period, bool open) returns()
func (subscriptionPolicy *SubscriptionPolicy) PackSetPlan(plan [32]byte, price uint64, period uint32, open bool) []byte {
	enc, err := subscriptionPolicy.abi.Pack("setPlan", plan, price, period, open)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPlan is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92752a71.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPlan(bytes32 plan, uint64 price, uint32 period, bool open) returns()
func (subscriptionPolicy *SubscriptionPolicy) TryPackSetPlan(plan [32]byte, price uint64, period uint32, open bool) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("setPlan", plan, price, period, open)
}

// PackSubscribe is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f7d05a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function subscribe(bytes32 plan, address reader, uint32 periods, uint64 maxCost) returns()
func (subscriptionPolicy *SubscriptionPolicy) PackSubscribe(plan [32]byte, reader common.Address, periods uint32, maxCost uint64) []byte {
	enc, err := subscriptionPolicy.abi.Pack("subscribe", plan, reader, periods, maxCost)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubscribe is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f7d05a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function subscribe(bytes32 plan, address reader, uint32 periods, uint64 maxCost) returns()
func (subscriptionPolicy *SubscriptionPolicy) TryPackSubscribe(plan [32]byte, reader common.Address, periods uint32, maxCost uint64) ([]byte, error) {
	return subscriptionPolicy.abi.Pack("subscribe", plan, reader, periods, maxCost)
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (subscriptionPolicy *SubscriptionPolicy) PackToken() []byte {
	enc, err := subscriptionPolicy.abi.Pack("token")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function token() view returns(address)
func (subscriptionPolicy *SubscriptionPolicy) TryPackToken() ([]byte, error) {
	return subscriptionPolicy.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (subscriptionPolicy *SubscriptionPolicy) UnpackToken(data []byte) (common.Address, error) {
	out, err := subscriptionPolicy.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// SubscriptionPolicyCreated represents a Created event raised by the SubscriptionPolicy contract.
type SubscriptionPolicyCreated struct {
	Resource [32]byte
	Owner    common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const SubscriptionPolicyCreatedEventName = "Created"

// ContractEventName returns the user-defined event name.
func (SubscriptionPolicyCreated) ContractEventName() string {
	return SubscriptionPolicyCreatedEventName
}

// UnpackCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Created(bytes32 indexed resource, address indexed owner)
func (subscriptionPolicy *SubscriptionPolicy) UnpackCreatedEvent(log *types.Log) (*SubscriptionPolicyCreated, error) {
	event := "Created"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != subscriptionPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SubscriptionPolicyCreated)
	if len(log.Data) > 0 {
		if err := subscriptionPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range subscriptionPolicy.abi.Events[event].Inputs {
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

// SubscriptionPolicyOffered represents a Offered event raised by the SubscriptionPolicy contract.
type SubscriptionPolicyOffered struct {
	Resource [32]byte
	Heir     common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const SubscriptionPolicyOfferedEventName = "Offered"

// ContractEventName returns the user-defined event name.
func (SubscriptionPolicyOffered) ContractEventName() string {
	return SubscriptionPolicyOfferedEventName
}

// UnpackOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Offered(bytes32 indexed resource, address indexed heir)
func (subscriptionPolicy *SubscriptionPolicy) UnpackOfferedEvent(log *types.Log) (*SubscriptionPolicyOffered, error) {
	event := "Offered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != subscriptionPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SubscriptionPolicyOffered)
	if len(log.Data) > 0 {
		if err := subscriptionPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range subscriptionPolicy.abi.Events[event].Inputs {
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

// SubscriptionPolicyPlanSet represents a PlanSet event raised by the SubscriptionPolicy contract.
type SubscriptionPolicyPlanSet struct {
	Plan   [32]byte
	Price  uint64
	Period uint32
	Open   bool
	Raw    *types.Log // Blockchain specific contextual infos
}

const SubscriptionPolicyPlanSetEventName = "PlanSet"

// ContractEventName returns the user-defined event name.
func (SubscriptionPolicyPlanSet) ContractEventName() string {
	return SubscriptionPolicyPlanSetEventName
}

// UnpackPlanSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PlanSet(bytes32 indexed plan, uint64 price, uint32 period, bool open)
func (subscriptionPolicy *SubscriptionPolicy) UnpackPlanSetEvent(log *types.Log) (*SubscriptionPolicyPlanSet, error) {
	event := "PlanSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != subscriptionPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SubscriptionPolicyPlanSet)
	if len(log.Data) > 0 {
		if err := subscriptionPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range subscriptionPolicy.abi.Events[event].Inputs {
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

// SubscriptionPolicySubscribed represents a Subscribed event raised by the SubscriptionPolicy contract.
type SubscriptionPolicySubscribed struct {
	Plan   [32]byte
	Reader common.Address
	Until  uint64
	Cost   *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const SubscriptionPolicySubscribedEventName = "Subscribed"

// ContractEventName returns the user-defined event name.
func (SubscriptionPolicySubscribed) ContractEventName() string {
	return SubscriptionPolicySubscribedEventName
}

// UnpackSubscribedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Subscribed(bytes32 indexed plan, address indexed reader, uint64 until, uint256 cost)
func (subscriptionPolicy *SubscriptionPolicy) UnpackSubscribedEvent(log *types.Log) (*SubscriptionPolicySubscribed, error) {
	event := "Subscribed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != subscriptionPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SubscriptionPolicySubscribed)
	if len(log.Data) > 0 {
		if err := subscriptionPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range subscriptionPolicy.abi.Events[event].Inputs {
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

// SubscriptionPolicyTransferred represents a Transferred event raised by the SubscriptionPolicy contract.
type SubscriptionPolicyTransferred struct {
	Resource [32]byte
	From     common.Address
	To       common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const SubscriptionPolicyTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (SubscriptionPolicyTransferred) ContractEventName() string {
	return SubscriptionPolicyTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(bytes32 indexed resource, address indexed from, address indexed to)
func (subscriptionPolicy *SubscriptionPolicy) UnpackTransferredEvent(log *types.Log) (*SubscriptionPolicyTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != subscriptionPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SubscriptionPolicyTransferred)
	if len(log.Data) > 0 {
		if err := subscriptionPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range subscriptionPolicy.abi.Events[event].Inputs {
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
func (subscriptionPolicy *SubscriptionPolicy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["AlreadyCreated"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackAlreadyCreatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["BadPeriod"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackBadPeriodError(raw[4:])
	}
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["CostAboveMax"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackCostAboveMaxError(raw[4:])
	}
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["NoSuchResource"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackNoSuchResourceError(raw[4:])
	}
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["NotForSale"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackNotForSaleError(raw[4:])
	}
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["NotHeir"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackNotHeirError(raw[4:])
	}
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], subscriptionPolicy.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return subscriptionPolicy.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SubscriptionPolicyAlreadyCreated represents a AlreadyCreated error raised by the SubscriptionPolicy contract.
type SubscriptionPolicyAlreadyCreated struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyCreated()
func SubscriptionPolicyAlreadyCreatedErrorID() common.Hash {
	return common.HexToHash("0x6b04142c01eb35f9675c4f05ff4a3e26806cead174eb4f77c992f645f3ff7411")
}

// UnpackAlreadyCreatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyCreated()
func (subscriptionPolicy *SubscriptionPolicy) UnpackAlreadyCreatedError(raw []byte) (*SubscriptionPolicyAlreadyCreated, error) {
	out := new(SubscriptionPolicyAlreadyCreated)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "AlreadyCreated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SubscriptionPolicyBadPeriod represents a BadPeriod error raised by the SubscriptionPolicy contract.
type SubscriptionPolicyBadPeriod struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadPeriod()
func SubscriptionPolicyBadPeriodErrorID() common.Hash {
	return common.HexToHash("0x7bdc76e2aa65bcc6c6c380a9cd6f06ceeeba19140987dc7fd6d77f3d293bc825")
}

// UnpackBadPeriodError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadPeriod()
func (subscriptionPolicy *SubscriptionPolicy) UnpackBadPeriodError(raw []byte) (*SubscriptionPolicyBadPeriod, error) {
	out := new(SubscriptionPolicyBadPeriod)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "BadPeriod", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SubscriptionPolicyCostAboveMax represents a CostAboveMax error raised by the SubscriptionPolicy contract.
type SubscriptionPolicyCostAboveMax struct {
	Cost    *big.Int
	MaxCost *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CostAboveMax(uint256 cost, uint256 maxCost)
func SubscriptionPolicyCostAboveMaxErrorID() common.Hash {
	return common.HexToHash("0x919208d73e8a48d8a297f30ea48bfe3fdd55b786e8eced958a7611a886671f25")
}

// UnpackCostAboveMaxError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CostAboveMax(uint256 cost, uint256 maxCost)
func (subscriptionPolicy *SubscriptionPolicy) UnpackCostAboveMaxError(raw []byte) (*SubscriptionPolicyCostAboveMax, error) {
	out := new(SubscriptionPolicyCostAboveMax)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "CostAboveMax", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SubscriptionPolicyNoSuchResource represents a NoSuchResource error raised by the SubscriptionPolicy contract.
type SubscriptionPolicyNoSuchResource struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchResource()
func SubscriptionPolicyNoSuchResourceErrorID() common.Hash {
	return common.HexToHash("0x46ae4a03ba0361e40e35440970572481c85ac0a7809b8a330b9e9883de0d20d3")
}

// UnpackNoSuchResourceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchResource()
func (subscriptionPolicy *SubscriptionPolicy) UnpackNoSuchResourceError(raw []byte) (*SubscriptionPolicyNoSuchResource, error) {
	out := new(SubscriptionPolicyNoSuchResource)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "NoSuchResource", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SubscriptionPolicyNotForSale represents a NotForSale error raised by the SubscriptionPolicy contract.
type SubscriptionPolicyNotForSale struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotForSale()
func SubscriptionPolicyNotForSaleErrorID() common.Hash {
	return common.HexToHash("0x1d99ddbf8469f2df7d29f7fb7e31494e0dfca1f022bb1a77674011256b8b7590")
}

// UnpackNotForSaleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotForSale()
func (subscriptionPolicy *SubscriptionPolicy) UnpackNotForSaleError(raw []byte) (*SubscriptionPolicyNotForSale, error) {
	out := new(SubscriptionPolicyNotForSale)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "NotForSale", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SubscriptionPolicyNotHeir represents a NotHeir error raised by the SubscriptionPolicy contract.
type SubscriptionPolicyNotHeir struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHeir()
func SubscriptionPolicyNotHeirErrorID() common.Hash {
	return common.HexToHash("0x8419e5505cf3626837095ffc31d2bfb04368ec28b4cd306aa907008c3fdb03d1")
}

// UnpackNotHeirError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHeir()
func (subscriptionPolicy *SubscriptionPolicy) UnpackNotHeirError(raw []byte) (*SubscriptionPolicyNotHeir, error) {
	out := new(SubscriptionPolicyNotHeir)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "NotHeir", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SubscriptionPolicyNotOwner represents a NotOwner error raised by the SubscriptionPolicy contract.
type SubscriptionPolicyNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func SubscriptionPolicyNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (subscriptionPolicy *SubscriptionPolicy) UnpackNotOwnerError(raw []byte) (*SubscriptionPolicyNotOwner, error) {
	out := new(SubscriptionPolicyNotOwner)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SubscriptionPolicySafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the SubscriptionPolicy contract.
type SubscriptionPolicySafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func SubscriptionPolicySafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (subscriptionPolicy *SubscriptionPolicy) UnpackSafeERC20FailedOperationError(raw []byte) (*SubscriptionPolicySafeERC20FailedOperation, error) {
	out := new(SubscriptionPolicySafeERC20FailedOperation)
	if err := subscriptionPolicy.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
