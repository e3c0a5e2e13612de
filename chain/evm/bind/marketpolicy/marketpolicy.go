// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package marketpolicy

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

// MarketPolicyMetaData contains all meta data concerning the MarketPolicy contract.
var MarketPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"buy\",\"inputs\":[{\"name\":\"item\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"maxPrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"create\",\"inputs\":[{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"price\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"item\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"heirOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isPaid\",\"inputs\":[{\"name\":\"item\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"offer\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"offerOf\",\"inputs\":[{\"name\":\"item\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"price\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setOffer\",\"inputs\":[{\"name\":\"item\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"price\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"token\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Bought\",\"inputs\":[{\"name\":\"item\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"reader\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"seller\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"price\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Created\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OfferSet\",\"inputs\":[{\"name\":\"item\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"price\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Offered\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyCreated\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AlreadyPaid\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"CostAboveMax\",\"inputs\":[{\"name\":\"cost\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maxCost\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NoSuchResource\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotForSale\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotHeir\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "MarketPolicy",
	Bin: "0x60c0346100c557601f610bf838819003918201601f19168301916001600160401b038311848410176100c9578084926020946040528339810103126100c557516001600160a01b0381168082036100c55760206080523b1561008c5760a052604051610b1a90816100de82396080518181816105ca01526106e5015260a05181818160c701526104660152f35b60405162461bcd60e51b8152602060048201526011602482015270746f6b656e20686173206e6f20636f646560781b6044820152606490fd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c8062a94dd214610985578063171966d71461092957806320216e17146108f75780633227bb6c14610888578063468a789214610688578063534e95be146105ed5780636b5f7519146105b35780637dd5641114610582578063829316a714610338578063974e4d85146102cd57806399159b89146101fd578063c3a3498c146101b4578063e4725ba1146100fa5763fc0c546a146100b2575f80fd5b346100f6575f3660031901126100f6576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100f65760203660031901126100f6576004355f818152600160205260409020546001600160a01b031633036101a557805f52600160205260405f206bffffffffffffffffffffffff60a01b8154169055805f525f6020523360018060a01b0360405f205416827f7b97c62130aa09acbbcbf7482630e756592496f1759eaf702f469cf64dfb77945f80a45f90815260208190526040902080546001600160a01b03191633179055005b6308419e5560e41b5f5260045ffd5b346100f65760403660031901126100f6576101cd6109b8565b6004355f52600360205260405f209060018060a01b03165f52602052602060ff60405f2054166040519015158152f35b346100f65760403660031901126100f6576102166109ce565b61022260043533610a40565b5f818152602081905260409020546001600160a01b03166102be576102b6602092825f525f845260405f2060018060a01b0333166bffffffffffffffffffffffff60a01b8254161790556001600160401b036040519133857f6e765c1505df7edb32788588e8f625dd368914ea995e3d429094152b826977a75f80a36102a783610a11565b16815260018482015282610a88565b604051908152f35b631ac1050b60e21b5f5260045ffd5b346100f6575f3660031901126100f6576040516102e981610a11565b6006815260806020820191651b585c9ad95d60d21b8352604051928391606083525180918160608501528484015e5f8382840101525f60208301525f6040830152601f80199101168101030190f35b346100f65760603660031901126100f6576004356103546109b8565b604435906001600160401b0382168092036100f6575f838152602081905260409020546001600160a01b03161561057357825f52600260205260405f2060ff604051916103a083610a11565b546001600160401b038116835260401c16158015602083015261056457835f52600360205260405f2060018060a01b0383165f5260205260ff60405f205416610555575f8481526003602090815260408083206001600160a01b03958616808552908352818420805460ff191660011790558784528383529281902054845191516001600160401b039283168152919516929187917ff71b8ae09c28e4e8e3dbeac7c5b92b82759bf7888be299e03866f2275ad3437c9190a451169080821161053f57507f0000000000000000000000000000000000000000000000000000000000000000915f525f60205260018060a01b0360405f20541690633b9aca00810290808204633b9aca00149015171561052b57604051916323b872dd60e01b5f523360045260245260445260205f60648180865af19060015f511482161561050b575b50156104eb57005b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b60018215166105235750813b15153d151616826104e3565b3d5f823e3d90fd5b634e487b7160e01b5f52601160045260245ffd5b9063919208d760e01b5f5260045260245260445ffd5b630d70a0e360e41b5f5260045ffd5b631d99ddbf60e01b5f5260045ffd5b6346ae4a0360e01b5f5260045ffd5b346100f65760203660031901126100f6576004355f525f602052602060018060a01b0360405f205416604051908152f35b346100f6575f3660031901126100f65760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346100f65760403660031901126100f6576004356106096109b8565b5f828152602081905260409020546001600160a01b03163303610679575f82815260016020526040812080546001600160a01b0319166001600160a01b039390931692831790559091907f5b93b6bc08531b2875f69ccab0e0ebeca8e6b2a33b1ced2f8fed9312c4b6d9239080a3005b6330cd747160e01b5f5260045ffd5b346100f65760603660031901126100f6576004356001600160401b0381116100f6576106b89036906004016109e4565b906106c16109b8565b906044356001600160401b0381116100f6576106e19036906004016109e4565b50507f00000000000000000000000000000000000000000000000000000000000000009182841061084e576001600160a01b031692831561081d5782116100f65735906020811061080c575b5090815f525f60205260018060a01b0360405f205416156107d457815f52600360205260405f20815f5260205260ff60405f2054169182156107b3575b505015610783576040516323453c4960e11b8152602090f35b60405162461bcd60e51b81526020600482015260086024820152671b9bdd081c185a5960c21b6044820152606490fd5b5f908152602081905260409020546001600160a01b0316149050818061076a565b60405162461bcd60e51b815260206004820152601060248201526f6e6f2073756368207265736f7572636560801b6044820152606490fd5b5f199060200360031b1b168261072d565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b60405162461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b346100f65760603660031901126100f6576004356108a46109ce565b604435918215158093036100f6575f818152602081905260409020546001600160a01b03163303610679576108f5926001600160401b03604051936108e885610a11565b1683526020830152610a88565b005b346100f65760203660031901126100f6576004355f526001602052602060018060a01b0360405f205416604051908152f35b346100f65760203660031901126100f6576004355f52600260205261098160405f205460405191816001600160401b0360ff859460401c169116839092916020906001600160401b0360408401951683521515910152565b0390f35b346100f65760403660031901126100f6576004356001600160a01b03811681036100f6576102b660209160243590610a40565b602435906001600160a01b03821682036100f657565b602435906001600160401b03821682036100f657565b9181601f840112156100f6578235916001600160401b0383116100f657602083818601950101116100f657565b604081019081106001600160401b03821117610a2c57604052565b634e487b7160e01b5f52604160045260245ffd5b9060405190602082019246845230604084015260018060a01b0316606083015260808201526080815260a081018181106001600160401b03821117610a2c5760405251902090565b907f37b7abdd39f14ddcab5840ebbc2e63acf50fc0eb05fc3330e9f91d712bfe58e190825f52600260205260405f206001600160401b0382511690602081549301511515928268ff00000000000000008560401b169168ffffffffffffffffff191617179055610b15604051928392839092916020906001600160401b0360408401951683521515910152565b0390a256",
}

// MarketPolicy is an auto generated Go binding around an Ethereum contract.
type MarketPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *MarketPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewMarketPolicy creates a new instance of MarketPolicy.
func NewMarketPolicy() *MarketPolicy {
	parsed, err := MarketPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &MarketPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *MarketPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token) returns()
func (marketPolicy *MarketPolicy) PackConstructor(token common.Address) []byte {
	enc, err := marketPolicy.abi.Pack("", token)
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
func (marketPolicy *MarketPolicy) PackAccept(resource [32]byte) []byte {
	enc, err := marketPolicy.abi.Pack("accept", resource)
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
func (marketPolicy *MarketPolicy) TryPackAccept(resource [32]byte) ([]byte, error) {
	return marketPolicy.abi.Pack("accept", resource)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (marketPolicy *MarketPolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := marketPolicy.abi.Pack("approve", innerId, caller, args)
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
func (marketPolicy *MarketPolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return marketPolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (marketPolicy *MarketPolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := marketPolicy.abi.Unpack("approve", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x829316a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buy(bytes32 item, address reader, uint64 maxPrice) returns()
func (marketPolicy *MarketPolicy) PackBuy(item [32]byte, reader common.Address, maxPrice uint64) []byte {
	enc, err := marketPolicy.abi.Pack("buy", item, reader, maxPrice)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x829316a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buy(bytes32 item, address reader, uint64 maxPrice) returns()
func (marketPolicy *MarketPolicy) TryPackBuy(item [32]byte, reader common.Address, maxPrice uint64) ([]byte, error) {
	return marketPolicy.abi.Pack("buy", item, reader, maxPrice)
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99159b89.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(bytes32 salt, uint64 price) returns(bytes32 item)
func (marketPolicy *MarketPolicy) PackCreate(salt [32]byte, price uint64) []byte {
	enc, err := marketPolicy.abi.Pack("create", salt, price)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99159b89.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(bytes32 salt, uint64 price) returns(bytes32 item)
func (marketPolicy *MarketPolicy) TryPackCreate(salt [32]byte, price uint64) ([]byte, error) {
	return marketPolicy.abi.Pack("create", salt, price)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x99159b89.
//
// Solidity: function create(bytes32 salt, uint64 price) returns(bytes32 item)
func (marketPolicy *MarketPolicy) UnpackCreate(data []byte) ([32]byte, error) {
	out, err := marketPolicy.abi.Unpack("create", data)
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
func (marketPolicy *MarketPolicy) PackHeirOf(resource [32]byte) []byte {
	enc, err := marketPolicy.abi.Pack("heirOf", resource)
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
func (marketPolicy *MarketPolicy) TryPackHeirOf(resource [32]byte) ([]byte, error) {
	return marketPolicy.abi.Pack("heirOf", resource)
}

// UnpackHeirOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20216e17.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (marketPolicy *MarketPolicy) UnpackHeirOf(data []byte) (common.Address, error) {
	out, err := marketPolicy.abi.Unpack("heirOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3a3498c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isPaid(bytes32 item, address reader) view returns(bool)
func (marketPolicy *MarketPolicy) PackIsPaid(item [32]byte, reader common.Address) []byte {
	enc, err := marketPolicy.abi.Pack("isPaid", item, reader)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3a3498c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isPaid(bytes32 item, address reader) view returns(bool)
func (marketPolicy *MarketPolicy) TryPackIsPaid(item [32]byte, reader common.Address) ([]byte, error) {
	return marketPolicy.abi.Pack("isPaid", item, reader)
}

// UnpackIsPaid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc3a3498c.
//
// Solidity: function isPaid(bytes32 item, address reader) view returns(bool)
func (marketPolicy *MarketPolicy) UnpackIsPaid(data []byte) (bool, error) {
	out, err := marketPolicy.abi.Unpack("isPaid", data)
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
func (marketPolicy *MarketPolicy) PackOffer(resource [32]byte, heir common.Address) []byte {
	enc, err := marketPolicy.abi.Pack("offer", resource, heir)
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
func (marketPolicy *MarketPolicy) TryPackOffer(resource [32]byte, heir common.Address) ([]byte, error) {
	return marketPolicy.abi.Pack("offer", resource, heir)
}

// PackOfferOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x171966d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offerOf(bytes32 item) view returns(uint64 price, bool open)
func (marketPolicy *MarketPolicy) PackOfferOf(item [32]byte) []byte {
	enc, err := marketPolicy.abi.Pack("offerOf", item)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOfferOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x171966d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function offerOf(bytes32 item) view returns(uint64 price, bool open)
func (marketPolicy *MarketPolicy) TryPackOfferOf(item [32]byte) ([]byte, error) {
	return marketPolicy.abi.Pack("offerOf", item)
}

// OfferOfOutput serves as a container for the return parameters of contract
// method OfferOf.
type OfferOfOutput struct {
	Price uint64
	Open  bool
}

// UnpackOfferOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x171966d7.
//
// Solidity: function offerOf(bytes32 item) view returns(uint64 price, bool open)
func (marketPolicy *MarketPolicy) UnpackOfferOf(data []byte) (OfferOfOutput, error) {
	out, err := marketPolicy.abi.Unpack("offerOf", data)
	outstruct := new(OfferOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Price = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Open = *abi.ConvertType(out[1], new(bool)).(*bool)
	return *outstruct, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dd56411.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (marketPolicy *MarketPolicy) PackOwnerOf(resource [32]byte) []byte {
	enc, err := marketPolicy.abi.Pack("ownerOf", resource)
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
func (marketPolicy *MarketPolicy) TryPackOwnerOf(resource [32]byte) ([]byte, error) {
	return marketPolicy.abi.Pack("ownerOf", resource)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7dd56411.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (marketPolicy *MarketPolicy) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := marketPolicy.abi.Unpack("ownerOf", data)
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
func (marketPolicy *MarketPolicy) PackPolicyInfo() []byte {
	enc, err := marketPolicy.abi.Pack("policyInfo")
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
func (marketPolicy *MarketPolicy) TryPackPolicyInfo() ([]byte, error) {
	return marketPolicy.abi.Pack("policyInfo")
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
func (marketPolicy *MarketPolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := marketPolicy.abi.Unpack("policyInfo", data)
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
func (marketPolicy *MarketPolicy) PackResourceOf(owner common.Address, salt [32]byte) []byte {
	enc, err := marketPolicy.abi.Pack("resourceOf", owner, salt)
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
func (marketPolicy *MarketPolicy) TryPackResourceOf(owner common.Address, salt [32]byte) ([]byte, error) {
	return marketPolicy.abi.Pack("resourceOf", owner, salt)
}

// UnpackResourceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00a94dd2.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (marketPolicy *MarketPolicy) UnpackResourceOf(data []byte) ([32]byte, error) {
	out, err := marketPolicy.abi.Unpack("resourceOf", data)
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
func (marketPolicy *MarketPolicy) PackResourceSize() []byte {
	enc, err := marketPolicy.abi.Pack("resourceSize")
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
func (marketPolicy *MarketPolicy) TryPackResourceSize() ([]byte, error) {
	return marketPolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (marketPolicy *MarketPolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := marketPolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSetOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3227bb6c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setOffer(bytes32 item, uint64 price, bool open) returns()
func (marketPolicy *MarketPolicy) PackSetOffer(item [32]byte, price uint64, open bool) []byte {
	enc, err := marketPolicy.abi.Pack("setOffer", item, price, open)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3227bb6c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setOffer(bytes32 item, uint64 price, bool open) returns()
func (marketPolicy *MarketPolicy) TryPackSetOffer(item [32]byte, price uint64, open bool) ([]byte, error) {
	return marketPolicy.abi.Pack("setOffer", item, price, open)
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (marketPolicy *MarketPolicy) PackToken() []byte {
	enc, err := marketPolicy.abi.Pack("token")
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
func (marketPolicy *MarketPolicy) TryPackToken() ([]byte, error) {
	return marketPolicy.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (marketPolicy *MarketPolicy) UnpackToken(data []byte) (common.Address, error) {
	out, err := marketPolicy.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// MarketPolicyBought represents a Bought event raised by the MarketPolicy contract.
type MarketPolicyBought struct {
	Item   [32]byte
	Reader common.Address
	Seller common.Address
	Price  uint64
	Raw    *types.Log // Blockchain specific contextual infos
}

const MarketPolicyBoughtEventName = "Bought"

// ContractEventName returns the user-defined event name.
func (MarketPolicyBought) ContractEventName() string {
	return MarketPolicyBoughtEventName
}

// UnpackBoughtEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Bought(bytes32 indexed item, address indexed reader, address indexed seller, uint64 price)
func (marketPolicy *MarketPolicy) UnpackBoughtEvent(log *types.Log) (*MarketPolicyBought, error) {
	event := "Bought"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != marketPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketPolicyBought)
	if len(log.Data) > 0 {
		if err := marketPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range marketPolicy.abi.Events[event].Inputs {
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

// MarketPolicyCreated represents a Created event raised by the MarketPolicy contract.
type MarketPolicyCreated struct {
	Resource [32]byte
	Owner    common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const MarketPolicyCreatedEventName = "Created"

// ContractEventName returns the user-defined event name.
func (MarketPolicyCreated) ContractEventName() string {
	return MarketPolicyCreatedEventName
}

// UnpackCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Created(bytes32 indexed resource, address indexed owner)
func (marketPolicy *MarketPolicy) UnpackCreatedEvent(log *types.Log) (*MarketPolicyCreated, error) {
	event := "Created"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != marketPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketPolicyCreated)
	if len(log.Data) > 0 {
		if err := marketPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range marketPolicy.abi.Events[event].Inputs {
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

// MarketPolicyOfferSet represents a OfferSet event raised by the MarketPolicy contract.
type MarketPolicyOfferSet struct {
	Item  [32]byte
	Price uint64
	Open  bool
	Raw   *types.Log // Blockchain specific contextual infos
}

const MarketPolicyOfferSetEventName = "OfferSet"

// ContractEventName returns the user-defined event name.
func (MarketPolicyOfferSet) ContractEventName() string {
	return MarketPolicyOfferSetEventName
}

// UnpackOfferSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OfferSet(bytes32 indexed item, uint64 price, bool open)
func (marketPolicy *MarketPolicy) UnpackOfferSetEvent(log *types.Log) (*MarketPolicyOfferSet, error) {
	event := "OfferSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != marketPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketPolicyOfferSet)
	if len(log.Data) > 0 {
		if err := marketPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range marketPolicy.abi.Events[event].Inputs {
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

// MarketPolicyOffered represents a Offered event raised by the MarketPolicy contract.
type MarketPolicyOffered struct {
	Resource [32]byte
	Heir     common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const MarketPolicyOfferedEventName = "Offered"

// ContractEventName returns the user-defined event name.
func (MarketPolicyOffered) ContractEventName() string {
	return MarketPolicyOfferedEventName
}

// UnpackOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Offered(bytes32 indexed resource, address indexed heir)
func (marketPolicy *MarketPolicy) UnpackOfferedEvent(log *types.Log) (*MarketPolicyOffered, error) {
	event := "Offered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != marketPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketPolicyOffered)
	if len(log.Data) > 0 {
		if err := marketPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range marketPolicy.abi.Events[event].Inputs {
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

// MarketPolicyTransferred represents a Transferred event raised by the MarketPolicy contract.
type MarketPolicyTransferred struct {
	Resource [32]byte
	From     common.Address
	To       common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const MarketPolicyTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (MarketPolicyTransferred) ContractEventName() string {
	return MarketPolicyTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(bytes32 indexed resource, address indexed from, address indexed to)
func (marketPolicy *MarketPolicy) UnpackTransferredEvent(log *types.Log) (*MarketPolicyTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != marketPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MarketPolicyTransferred)
	if len(log.Data) > 0 {
		if err := marketPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range marketPolicy.abi.Events[event].Inputs {
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
func (marketPolicy *MarketPolicy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["AlreadyCreated"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackAlreadyCreatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["AlreadyPaid"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackAlreadyPaidError(raw[4:])
	}
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["CostAboveMax"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackCostAboveMaxError(raw[4:])
	}
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["NoSuchResource"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackNoSuchResourceError(raw[4:])
	}
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["NotForSale"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackNotForSaleError(raw[4:])
	}
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["NotHeir"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackNotHeirError(raw[4:])
	}
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], marketPolicy.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return marketPolicy.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MarketPolicyAlreadyCreated represents a AlreadyCreated error raised by the MarketPolicy contract.
type MarketPolicyAlreadyCreated struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyCreated()
func MarketPolicyAlreadyCreatedErrorID() common.Hash {
	return common.HexToHash("0x6b04142c01eb35f9675c4f05ff4a3e26806cead174eb4f77c992f645f3ff7411")
}

// UnpackAlreadyCreatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyCreated()
func (marketPolicy *MarketPolicy) UnpackAlreadyCreatedError(raw []byte) (*MarketPolicyAlreadyCreated, error) {
	out := new(MarketPolicyAlreadyCreated)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "AlreadyCreated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketPolicyAlreadyPaid represents a AlreadyPaid error raised by the MarketPolicy contract.
type MarketPolicyAlreadyPaid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyPaid()
func MarketPolicyAlreadyPaidErrorID() common.Hash {
	return common.HexToHash("0xd70a0e30487b333782f2cd544d908eaf050a310ba3699c63266f746a8581082d")
}

// UnpackAlreadyPaidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyPaid()
func (marketPolicy *MarketPolicy) UnpackAlreadyPaidError(raw []byte) (*MarketPolicyAlreadyPaid, error) {
	out := new(MarketPolicyAlreadyPaid)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "AlreadyPaid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketPolicyCostAboveMax represents a CostAboveMax error raised by the MarketPolicy contract.
type MarketPolicyCostAboveMax struct {
	Cost    *big.Int
	MaxCost *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CostAboveMax(uint256 cost, uint256 maxCost)
func MarketPolicyCostAboveMaxErrorID() common.Hash {
	return common.HexToHash("0x919208d73e8a48d8a297f30ea48bfe3fdd55b786e8eced958a7611a886671f25")
}

// UnpackCostAboveMaxError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CostAboveMax(uint256 cost, uint256 maxCost)
func (marketPolicy *MarketPolicy) UnpackCostAboveMaxError(raw []byte) (*MarketPolicyCostAboveMax, error) {
	out := new(MarketPolicyCostAboveMax)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "CostAboveMax", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketPolicyNoSuchResource represents a NoSuchResource error raised by the MarketPolicy contract.
type MarketPolicyNoSuchResource struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchResource()
func MarketPolicyNoSuchResourceErrorID() common.Hash {
	return common.HexToHash("0x46ae4a03ba0361e40e35440970572481c85ac0a7809b8a330b9e9883de0d20d3")
}

// UnpackNoSuchResourceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchResource()
func (marketPolicy *MarketPolicy) UnpackNoSuchResourceError(raw []byte) (*MarketPolicyNoSuchResource, error) {
	out := new(MarketPolicyNoSuchResource)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "NoSuchResource", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketPolicyNotForSale represents a NotForSale error raised by the MarketPolicy contract.
type MarketPolicyNotForSale struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotForSale()
func MarketPolicyNotForSaleErrorID() common.Hash {
	return common.HexToHash("0x1d99ddbf8469f2df7d29f7fb7e31494e0dfca1f022bb1a77674011256b8b7590")
}

// UnpackNotForSaleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotForSale()
func (marketPolicy *MarketPolicy) UnpackNotForSaleError(raw []byte) (*MarketPolicyNotForSale, error) {
	out := new(MarketPolicyNotForSale)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "NotForSale", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketPolicyNotHeir represents a NotHeir error raised by the MarketPolicy contract.
type MarketPolicyNotHeir struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHeir()
func MarketPolicyNotHeirErrorID() common.Hash {
	return common.HexToHash("0x8419e5505cf3626837095ffc31d2bfb04368ec28b4cd306aa907008c3fdb03d1")
}

// UnpackNotHeirError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHeir()
func (marketPolicy *MarketPolicy) UnpackNotHeirError(raw []byte) (*MarketPolicyNotHeir, error) {
	out := new(MarketPolicyNotHeir)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "NotHeir", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketPolicyNotOwner represents a NotOwner error raised by the MarketPolicy contract.
type MarketPolicyNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func MarketPolicyNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (marketPolicy *MarketPolicy) UnpackNotOwnerError(raw []byte) (*MarketPolicyNotOwner, error) {
	out := new(MarketPolicyNotOwner)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MarketPolicySafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the MarketPolicy contract.
type MarketPolicySafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func MarketPolicySafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (marketPolicy *MarketPolicy) UnpackSafeERC20FailedOperationError(raw []byte) (*MarketPolicySafeERC20FailedOperation, error) {
	out := new(MarketPolicySafeERC20FailedOperation)
	if err := marketPolicy.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
