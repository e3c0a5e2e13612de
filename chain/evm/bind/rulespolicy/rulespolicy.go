// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package rulespolicy

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

// RulesPolicyRule is an auto generated low-level Go binding around an user-defined struct.
type RulesPolicyRule struct {
	Policy   common.Address
	Resource []byte
}

// RulesPolicyMetaData contains all meta data concerning the RulesPolicy contract.
var RulesPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"innerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"args\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"create\",\"inputs\":[{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mode\",\"type\":\"uint8\",\"internalType\":\"enumRulesPolicy.Mode\"},{\"name\":\"set\",\"type\":\"tuple[]\",\"internalType\":\"structRulesPolicy.Rule[]\",\"components\":[{\"name\":\"policy\",\"type\":\"address\",\"internalType\":\"contractIAccessPolicy\"},{\"name\":\"resource\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"freeze\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"heirOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isFrozen\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"modeOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumRulesPolicy.Mode\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"offer\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyInfo\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"resourceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"resourceSize\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rulesOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"mode\",\"type\":\"uint8\",\"internalType\":\"enumRulesPolicy.Mode\"},{\"name\":\"set\",\"type\":\"tuple[]\",\"internalType\":\"structRulesPolicy.Rule[]\",\"components\":[{\"name\":\"policy\",\"type\":\"address\",\"internalType\":\"contractIAccessPolicy\"},{\"name\":\"resource\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setRules\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mode\",\"type\":\"uint8\",\"internalType\":\"enumRulesPolicy.Mode\"},{\"name\":\"set\",\"type\":\"tuple[]\",\"internalType\":\"structRulesPolicy.Rule[]\",\"components\":[{\"name\":\"policy\",\"type\":\"address\",\"internalType\":\"contractIAccessPolicy\"},{\"name\":\"resource\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"versionOf\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Created\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Frozen\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Offered\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"heir\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RulesSet\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"version\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"mode\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumRulesPolicy.Mode\"},{\"name\":\"rules\",\"type\":\"tuple[]\",\"indexed\":false,\"internalType\":\"structRulesPolicy.Rule[]\",\"components\":[{\"name\":\"policy\",\"type\":\"address\",\"internalType\":\"contractIAccessPolicy\"},{\"name\":\"resource\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"resource\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyCreated\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchResource\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotHeir\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RulesFrozen\",\"inputs\":[]}]",
	ID:  "RulesPolicy",
	Bin: "0x60a08060405234602a576020608052611125908161002f82396080518181816104d301526106130152f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c8062a94dd2146108025780630866099b146107ab57806320216e1714610779578063238afcc51461074a578063468a7892146105b5578063534e95be14610529578063586e05a5146104f65780636b5f7519146104bc5780637dd564111461048b578063974e4d8514610435578063aa1c6f471461038e578063b3223f091461035a578063e4725ba1146102a0578063ec13cc7b146102235763f62983f0146100bd575f80fd5b3461021f57602036600319011261021f57600435805f52600360205260ff60405f205416905f52600260205260405f208054916001600160401b03831161020b5791906040519161011460208260051b018461093b565b8083526020830180925f5260205f205f915b8383106101b957505050506040519283926101458460408101936108ff565b6040602085015251809152606083019060608160051b85010192915f905b82821061017257505050500390f35b919360019193955060206101a98192605f198a82030186526040838a51878060a01b038151168452015191818582015201906108db565b9601920192018594939192610163565b60026020600192604099979899516101d081610920565b848060a01b0386541681526040516101f5816101ee81898b016109ce565b038261093b565b8382015281520192019201919095949395610126565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b3461021f57602036600319011261021f576004355f818152602081905260409020546001600160a01b0316330361029157805f52600460205260405f20600160ff198254161790557fc1c3af34a857556c885a0be1e533f0c9b0b205545a5a9e65098974fca80d02145f80a2005b6330cd747160e01b5f5260045ffd5b3461021f57602036600319011261021f576004355f818152600160205260409020546001600160a01b0316330361034b57805f52600160205260405f206bffffffffffffffffffffffff60a01b8154169055805f525f6020523360018060a01b0360405f205416827f7b97c62130aa09acbbcbf7482630e756592496f1759eaf702f469cf64dfb77945f80a45f90815260208190526040902080546001600160a01b03191633179055005b6308419e5560e41b5f5260045ffd5b3461021f57602036600319011261021f576004355f526003602052602060ff60405f20541661038c60405180926108ff565bf35b3461021f576103a961039f3661084b565b929390933361095c565b91825f525f60205260018060a01b0360405f2054166104265760209361041e92845f525f865260405f2060018060a01b0333166bffffffffffffffffffffffff60a01b82541617905533857f6e765c1505df7edb32788588e8f625dd368914ea995e3d429094152b826977a75f80a384610b1f565b604051908152f35b631ac1050b60e21b5f5260045ffd5b3461021f575f36600319011261021f5761047a60405161045481610920565b600581526472756c657360d81b60208201526040519182916060835260608301906108db565b600160208301525f60408301520390f35b3461021f57602036600319011261021f576004355f525f602052602060018060a01b0360405f205416604051908152f35b3461021f575f36600319011261021f5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461021f57602036600319011261021f576004355f52600560205260206001600160401b0360405f205416604051908152f35b3461021f57604036600319011261021f57600435610545610835565b5f828152602081905260409020546001600160a01b03163303610291575f82815260016020526040812080546001600160a01b0319166001600160a01b039390931692831790559091907f5b93b6bc08531b2875f69ccab0e0ebeca8e6b2a33b1ced2f8fed9312c4b6d9239080a3005b3461021f57606036600319011261021f576004356001600160401b03811161021f576105e59036906004016108ae565b906105ee610835565b906044356001600160401b03811161021f5761060e9036906004016108ae565b9290917f000000000000000000000000000000000000000000000000000000000000000094858110610710576001600160a01b038316156106df57851161021f573593602081106106ca575b505f848152602081905260409020546001600160a01b0316156106925761068093610f47565b6040516323453c4960e11b8152602090f35b60405162461bcd60e51b815260206004820152601060248201526f6e6f2073756368207265736f7572636560801b6044820152606490fd5b5f949194199060200360031b1b16928461065a565b60405162461bcd60e51b815260206004820152600960248201526837379031b0b63632b960b91b6044820152606490fd5b60405162461bcd60e51b81526020600482015260126024820152711a5b9b995c881a59081d1bdbc81cda1bdc9d60721b6044820152606490fd5b3461021f57602036600319011261021f576004355f526004602052602060ff60405f2054166040519015158152f35b3461021f57602036600319011261021f576004355f526001602052602060018060a01b0360405f205416604051908152f35b3461021f576107b93661084b565b91835f525f60205260018060a01b0360405f205416330361029157835f52600460205260ff60405f2054166107f3576107f193610b1f565b005b6306cb914f60e01b5f5260045ffd5b3461021f57604036600319011261021f576004356001600160a01b038116810361021f5761041e6020916024359061095c565b602435906001600160a01b038216820361021f57565b90606060031983011261021f5760043591602435600281101561021f57916044356001600160401b03811161021f578260238201121561021f578060040135926001600160401b03841161021f5760248460051b8301011161021f576024019190565b9181601f8401121561021f578235916001600160401b03831161021f576020838186019501011161021f57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90600282101561090c5752565b634e487b7160e01b5f52602160045260245ffd5b604081019081106001600160401b0382111761020b57604052565b90601f801991011681019081106001600160401b0382111761020b57604052565b9060405190602082019246845230604084015260018060a01b0316606083015260808201526080815261099060a08261093b565b51902090565b90600182811c921680156109c4575b60208310146109b057565b634e487b7160e01b5f52602260045260245ffd5b91607f16916109a5565b5f92918154916109dd83610996565b8083529260018116908115610a3257506001146109f957505050565b5f9081526020812093945091925b838310610a18575060209250010190565b600181602092949394548385870101520191019190610a07565b915050602093945060ff929192191683830152151560051b010190565b5f5b828110610a5d57505050565b5f82820155600101610a51565b9190811015610a8c5760051b81013590603e198136030182121561021f570190565b634e487b7160e01b5f52603260045260245ffd5b356001600160a01b038116810361021f5790565b903590601e198136030182121561021f57018035906001600160401b03821161021f5760200191813603831361021f57565b8054821015610a8c575f5260205f209060011b01905f90565b908060209392818452848401375f828201840152601f01601f1916010190565b91939260088111610e8157825f52600260205260405f208054905f815581610eb4575b50505f5b818110610cc55750825f52600360205260405f20600283101561090c5760ff1981541660ff8416179055825f52600560205260405f2080546001600160401b038116916001600160401b038314610cb1576001600160401b03600185999594011680926001600160401b031916179055610bce604051946060860192865260208601906108ff565b6060604085015252608082019460808160051b84010195825f90603e19813603015b848310610c2757505050505050807fc8fb74f5402aaeb3e766dd37bca6e33155782676fd09f6ffaa2edcb52b32db2d9293940390a2565b909192939498607f1987820301855289358281121561021f57830180356001600160a01b0381169081900361021f5782526020810135601e198236030181121561021f5701602081359101906001600160401b03811161021f57803603821361021f57610ca36020928392604086818660019901520191610aff565b9b0196950193019190610bf0565b634e487b7160e01b5f52601160045260245ffd5b6001600160a01b03610ce0610cdb83858a610a6a565b610aa0565b163b158015610e90575b610e8157835f52600260205260405f20610d05828489610a6a565b9080546801000000000000000081101561020b57610d2891600182018155610ae6565b610e6e57610d61906001906001600160a01b03610d4485610aa0565b82546001600160a01b031916911617815501916020810190610ab4565b906001600160401b03821161020b57610d7a8354610996565b601f8111610e2b575b505f90601f8311600114610dc3576001949392915f9183610db8575b50505f19600383901b1c191690841b1790555b01610b46565b013590505f80610d9f565b601f19831691845f5260205f20925f5b818110610e13575091600196959492918388959310610dfa575b505050811b019055610db2565b01355f19600384901b60f8161c191690555f8080610ded565b91936020600181928787013581550195019201610dd3565b82811115610d8357610e6090845f5260205f2090601f850160051c9060208610610e66575b601f82910160051c039101610a4f565b5f610d83565b5f9150610e50565b634e487b7160e01b5f525f60045260245ffd5b630719325560e11b5f5260045ffd5b50610100610eac610ea283858a610a6a565b6020810190610ab4565b905011610cea565b600182901b916001600160ff1b03811603610cb1575f5260205f205f5b828110610ede5750610b42565b80600160029284015f815501610ef48154610996565b9081610f03575b505001610ed1565b81601f5f9311600114610f1a5750555b5f80610efb565b81835260208320610f3791601f0160051c84190190600101610a4f565b8082528160208120915555610f13565b92919091835f52600260205260405f2093845491821591826110f5575f52600360205260ff60405f205416600281101561090c5792956001909314946001600160a01b031692620dbba0879004905f5b888110610fe65750505050505050905015610fae57565b60405162461bcd60e51b815260206004820152601060248201526f6e6f2072756c6520617070726f76657360801b6044820152606490fd5b84610ff18284610ae6565b50906110e15761104760205f8a8c946110558c6040519687918d888401966323453c4960e11b88526060602486015261103060848601600189016109ce565b926044860152602319858403016064860152610aff565b03601f19810187528661093b565b5493516001600160a01b0390941693908489fa903b15159060203d1416165f51816110d0575b5015150361108b57600101610f97565b50505050505050905061109a57565b60405162461bcd60e51b815260206004820152600e60248201526d612072756c65207265667573657360901b6044820152606490fd5b6323453c4960e11b1490505f61107b565b634e487b7160e01b5f52601260045260245ffd5b60405162461bcd60e51b81526020600482015260086024820152676e6f2072756c657360c01b6044820152606490fd",
}

// RulesPolicy is an auto generated Go binding around an Ethereum contract.
type RulesPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *RulesPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewRulesPolicy creates a new instance of RulesPolicy.
func NewRulesPolicy() *RulesPolicy {
	parsed, err := RulesPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &RulesPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *RulesPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4725ba1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accept(bytes32 resource) returns()
func (rulesPolicy *RulesPolicy) PackAccept(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("accept", resource)
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
func (rulesPolicy *RulesPolicy) TryPackAccept(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("accept", resource)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x468a7892.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (rulesPolicy *RulesPolicy) PackApprove(innerId []byte, caller common.Address, args []byte) []byte {
	enc, err := rulesPolicy.abi.Pack("approve", innerId, caller, args)
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
func (rulesPolicy *RulesPolicy) TryPackApprove(innerId []byte, caller common.Address, args []byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("approve", innerId, caller, args)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x468a7892.
//
// Solidity: function approve(bytes innerId, address caller, bytes args) view returns(bytes4)
func (rulesPolicy *RulesPolicy) UnpackApprove(data []byte) ([4]byte, error) {
	out, err := rulesPolicy.abi.Unpack("approve", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaa1c6f47.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(bytes32 salt, uint8 mode, (address,bytes)[] set) returns(bytes32 resource)
func (rulesPolicy *RulesPolicy) PackCreate(salt [32]byte, mode uint8, set []RulesPolicyRule) []byte {
	enc, err := rulesPolicy.abi.Pack("create", salt, mode, set)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaa1c6f47.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(bytes32 salt, uint8 mode, (address,bytes)[] set) returns(bytes32 resource)
func (rulesPolicy *RulesPolicy) TryPackCreate(salt [32]byte, mode uint8, set []RulesPolicyRule) ([]byte, error) {
	return rulesPolicy.abi.Pack("create", salt, mode, set)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaa1c6f47.
//
// Solidity: function create(bytes32 salt, uint8 mode, (address,bytes)[] set) returns(bytes32 resource)
func (rulesPolicy *RulesPolicy) UnpackCreate(data []byte) ([32]byte, error) {
	out, err := rulesPolicy.abi.Unpack("create", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec13cc7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function freeze(bytes32 resource) returns()
func (rulesPolicy *RulesPolicy) PackFreeze(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("freeze", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec13cc7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function freeze(bytes32 resource) returns()
func (rulesPolicy *RulesPolicy) TryPackFreeze(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("freeze", resource)
}

// PackHeirOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20216e17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (rulesPolicy *RulesPolicy) PackHeirOf(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("heirOf", resource)
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
func (rulesPolicy *RulesPolicy) TryPackHeirOf(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("heirOf", resource)
}

// UnpackHeirOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20216e17.
//
// Solidity: function heirOf(bytes32 resource) view returns(address)
func (rulesPolicy *RulesPolicy) UnpackHeirOf(data []byte) (common.Address, error) {
	out, err := rulesPolicy.abi.Unpack("heirOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x238afcc5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isFrozen(bytes32 resource) view returns(bool)
func (rulesPolicy *RulesPolicy) PackIsFrozen(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("isFrozen", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x238afcc5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isFrozen(bytes32 resource) view returns(bool)
func (rulesPolicy *RulesPolicy) TryPackIsFrozen(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("isFrozen", resource)
}

// UnpackIsFrozen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x238afcc5.
//
// Solidity: function isFrozen(bytes32 resource) view returns(bool)
func (rulesPolicy *RulesPolicy) UnpackIsFrozen(data []byte) (bool, error) {
	out, err := rulesPolicy.abi.Unpack("isFrozen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackModeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb3223f09.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function modeOf(bytes32 resource) view returns(uint8)
func (rulesPolicy *RulesPolicy) PackModeOf(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("modeOf", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackModeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb3223f09.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function modeOf(bytes32 resource) view returns(uint8)
func (rulesPolicy *RulesPolicy) TryPackModeOf(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("modeOf", resource)
}

// UnpackModeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb3223f09.
//
// Solidity: function modeOf(bytes32 resource) view returns(uint8)
func (rulesPolicy *RulesPolicy) UnpackModeOf(data []byte) (uint8, error) {
	out, err := rulesPolicy.abi.Unpack("modeOf", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x534e95be.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offer(bytes32 resource, address heir) returns()
func (rulesPolicy *RulesPolicy) PackOffer(resource [32]byte, heir common.Address) []byte {
	enc, err := rulesPolicy.abi.Pack("offer", resource, heir)
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
func (rulesPolicy *RulesPolicy) TryPackOffer(resource [32]byte, heir common.Address) ([]byte, error) {
	return rulesPolicy.abi.Pack("offer", resource, heir)
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dd56411.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (rulesPolicy *RulesPolicy) PackOwnerOf(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("ownerOf", resource)
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
func (rulesPolicy *RulesPolicy) TryPackOwnerOf(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("ownerOf", resource)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7dd56411.
//
// Solidity: function ownerOf(bytes32 resource) view returns(address)
func (rulesPolicy *RulesPolicy) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := rulesPolicy.abi.Unpack("ownerOf", data)
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
func (rulesPolicy *RulesPolicy) PackPolicyInfo() []byte {
	enc, err := rulesPolicy.abi.Pack("policyInfo")
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
func (rulesPolicy *RulesPolicy) TryPackPolicyInfo() ([]byte, error) {
	return rulesPolicy.abi.Pack("policyInfo")
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
func (rulesPolicy *RulesPolicy) UnpackPolicyInfo(data []byte) (PolicyInfoOutput, error) {
	out, err := rulesPolicy.abi.Unpack("policyInfo", data)
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
func (rulesPolicy *RulesPolicy) PackResourceOf(owner common.Address, salt [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("resourceOf", owner, salt)
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
func (rulesPolicy *RulesPolicy) TryPackResourceOf(owner common.Address, salt [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("resourceOf", owner, salt)
}

// UnpackResourceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00a94dd2.
//
// Solidity: function resourceOf(address owner, bytes32 salt) view returns(bytes32)
func (rulesPolicy *RulesPolicy) UnpackResourceOf(data []byte) ([32]byte, error) {
	out, err := rulesPolicy.abi.Unpack("resourceOf", data)
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
func (rulesPolicy *RulesPolicy) PackResourceSize() []byte {
	enc, err := rulesPolicy.abi.Pack("resourceSize")
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
func (rulesPolicy *RulesPolicy) TryPackResourceSize() ([]byte, error) {
	return rulesPolicy.abi.Pack("resourceSize")
}

// UnpackResourceSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b5f7519.
//
// Solidity: function resourceSize() view returns(uint256)
func (rulesPolicy *RulesPolicy) UnpackResourceSize(data []byte) (*big.Int, error) {
	out, err := rulesPolicy.abi.Unpack("resourceSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRulesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf62983f0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rulesOf(bytes32 resource) view returns(uint8 mode, (address,bytes)[] set)
func (rulesPolicy *RulesPolicy) PackRulesOf(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("rulesOf", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRulesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf62983f0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rulesOf(bytes32 resource) view returns(uint8 mode, (address,bytes)[] set)
func (rulesPolicy *RulesPolicy) TryPackRulesOf(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("rulesOf", resource)
}

// RulesOfOutput serves as a container for the return parameters of contract
// method RulesOf.
type RulesOfOutput struct {
	Mode uint8
	Set  []RulesPolicyRule
}

// UnpackRulesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf62983f0.
//
// Solidity: function rulesOf(bytes32 resource) view returns(uint8 mode, (address,bytes)[] set)
func (rulesPolicy *RulesPolicy) UnpackRulesOf(data []byte) (RulesOfOutput, error) {
	out, err := rulesPolicy.abi.Unpack("rulesOf", data)
	outstruct := new(RulesOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Mode = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Set = *abi.ConvertType(out[1], new([]RulesPolicyRule)).(*[]RulesPolicyRule)
	return *outstruct, nil
}

// PackSetRules is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0866099b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setRules(bytes32 resource, uint8 mode, (address,bytes)[] set) returns()
func (rulesPolicy *RulesPolicy) PackSetRules(resource [32]byte, mode uint8, set []RulesPolicyRule) []byte {
	enc, err := rulesPolicy.abi.Pack("setRules", resource, mode, set)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetRules is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0866099b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setRules(bytes32 resource, uint8 mode, (address,bytes)[] set) returns()
func (rulesPolicy *RulesPolicy) TryPackSetRules(resource [32]byte, mode uint8, set []RulesPolicyRule) ([]byte, error) {
	return rulesPolicy.abi.Pack("setRules", resource, mode, set)
}

// PackVersionOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x586e05a5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function versionOf(bytes32 resource) view returns(uint64)
func (rulesPolicy *RulesPolicy) PackVersionOf(resource [32]byte) []byte {
	enc, err := rulesPolicy.abi.Pack("versionOf", resource)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersionOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x586e05a5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function versionOf(bytes32 resource) view returns(uint64)
func (rulesPolicy *RulesPolicy) TryPackVersionOf(resource [32]byte) ([]byte, error) {
	return rulesPolicy.abi.Pack("versionOf", resource)
}

// UnpackVersionOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x586e05a5.
//
// Solidity: function versionOf(bytes32 resource) view returns(uint64)
func (rulesPolicy *RulesPolicy) UnpackVersionOf(data []byte) (uint64, error) {
	out, err := rulesPolicy.abi.Unpack("versionOf", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// RulesPolicyCreated represents a Created event raised by the RulesPolicy contract.
type RulesPolicyCreated struct {
	Resource [32]byte
	Owner    common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const RulesPolicyCreatedEventName = "Created"

// ContractEventName returns the user-defined event name.
func (RulesPolicyCreated) ContractEventName() string {
	return RulesPolicyCreatedEventName
}

// UnpackCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Created(bytes32 indexed resource, address indexed owner)
func (rulesPolicy *RulesPolicy) UnpackCreatedEvent(log *types.Log) (*RulesPolicyCreated, error) {
	event := "Created"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != rulesPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RulesPolicyCreated)
	if len(log.Data) > 0 {
		if err := rulesPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range rulesPolicy.abi.Events[event].Inputs {
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

// RulesPolicyFrozen represents a Frozen event raised by the RulesPolicy contract.
type RulesPolicyFrozen struct {
	Resource [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const RulesPolicyFrozenEventName = "Frozen"

// ContractEventName returns the user-defined event name.
func (RulesPolicyFrozen) ContractEventName() string {
	return RulesPolicyFrozenEventName
}

// UnpackFrozenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Frozen(bytes32 indexed resource)
func (rulesPolicy *RulesPolicy) UnpackFrozenEvent(log *types.Log) (*RulesPolicyFrozen, error) {
	event := "Frozen"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != rulesPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RulesPolicyFrozen)
	if len(log.Data) > 0 {
		if err := rulesPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range rulesPolicy.abi.Events[event].Inputs {
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

// RulesPolicyOffered represents a Offered event raised by the RulesPolicy contract.
type RulesPolicyOffered struct {
	Resource [32]byte
	Heir     common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const RulesPolicyOfferedEventName = "Offered"

// ContractEventName returns the user-defined event name.
func (RulesPolicyOffered) ContractEventName() string {
	return RulesPolicyOfferedEventName
}

// UnpackOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Offered(bytes32 indexed resource, address indexed heir)
func (rulesPolicy *RulesPolicy) UnpackOfferedEvent(log *types.Log) (*RulesPolicyOffered, error) {
	event := "Offered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != rulesPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RulesPolicyOffered)
	if len(log.Data) > 0 {
		if err := rulesPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range rulesPolicy.abi.Events[event].Inputs {
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

// RulesPolicyRulesSet represents a RulesSet event raised by the RulesPolicy contract.
type RulesPolicyRulesSet struct {
	Resource [32]byte
	Version  uint64
	Mode     uint8
	Rules    []RulesPolicyRule
	Raw      *types.Log // Blockchain specific contextual infos
}

const RulesPolicyRulesSetEventName = "RulesSet"

// ContractEventName returns the user-defined event name.
func (RulesPolicyRulesSet) ContractEventName() string {
	return RulesPolicyRulesSetEventName
}

// UnpackRulesSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RulesSet(bytes32 indexed resource, uint64 version, uint8 mode, (address,bytes)[] rules)
func (rulesPolicy *RulesPolicy) UnpackRulesSetEvent(log *types.Log) (*RulesPolicyRulesSet, error) {
	event := "RulesSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != rulesPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RulesPolicyRulesSet)
	if len(log.Data) > 0 {
		if err := rulesPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range rulesPolicy.abi.Events[event].Inputs {
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

// RulesPolicyTransferred represents a Transferred event raised by the RulesPolicy contract.
type RulesPolicyTransferred struct {
	Resource [32]byte
	From     common.Address
	To       common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const RulesPolicyTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (RulesPolicyTransferred) ContractEventName() string {
	return RulesPolicyTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(bytes32 indexed resource, address indexed from, address indexed to)
func (rulesPolicy *RulesPolicy) UnpackTransferredEvent(log *types.Log) (*RulesPolicyTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != rulesPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RulesPolicyTransferred)
	if len(log.Data) > 0 {
		if err := rulesPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range rulesPolicy.abi.Events[event].Inputs {
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
func (rulesPolicy *RulesPolicy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], rulesPolicy.abi.Errors["AlreadyCreated"].ID.Bytes()[:4]) {
		return rulesPolicy.UnpackAlreadyCreatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], rulesPolicy.abi.Errors["BadRules"].ID.Bytes()[:4]) {
		return rulesPolicy.UnpackBadRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], rulesPolicy.abi.Errors["NoSuchResource"].ID.Bytes()[:4]) {
		return rulesPolicy.UnpackNoSuchResourceError(raw[4:])
	}
	if bytes.Equal(raw[:4], rulesPolicy.abi.Errors["NotHeir"].ID.Bytes()[:4]) {
		return rulesPolicy.UnpackNotHeirError(raw[4:])
	}
	if bytes.Equal(raw[:4], rulesPolicy.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return rulesPolicy.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], rulesPolicy.abi.Errors["RulesFrozen"].ID.Bytes()[:4]) {
		return rulesPolicy.UnpackRulesFrozenError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RulesPolicyAlreadyCreated represents a AlreadyCreated error raised by the RulesPolicy contract.
type RulesPolicyAlreadyCreated struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyCreated()
func RulesPolicyAlreadyCreatedErrorID() common.Hash {
	return common.HexToHash("0x6b04142c01eb35f9675c4f05ff4a3e26806cead174eb4f77c992f645f3ff7411")
}

// UnpackAlreadyCreatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyCreated()
func (rulesPolicy *RulesPolicy) UnpackAlreadyCreatedError(raw []byte) (*RulesPolicyAlreadyCreated, error) {
	out := new(RulesPolicyAlreadyCreated)
	if err := rulesPolicy.abi.UnpackIntoInterface(out, "AlreadyCreated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RulesPolicyBadRules represents a BadRules error raised by the RulesPolicy contract.
type RulesPolicyBadRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadRules()
func RulesPolicyBadRulesErrorID() common.Hash {
	return common.HexToHash("0x0e3264aa250ea17ed2092f85fb5cd46dc9e7b19ea29dc293063f57dc8bc8bab7")
}

// UnpackBadRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadRules()
func (rulesPolicy *RulesPolicy) UnpackBadRulesError(raw []byte) (*RulesPolicyBadRules, error) {
	out := new(RulesPolicyBadRules)
	if err := rulesPolicy.abi.UnpackIntoInterface(out, "BadRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RulesPolicyNoSuchResource represents a NoSuchResource error raised by the RulesPolicy contract.
type RulesPolicyNoSuchResource struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchResource()
func RulesPolicyNoSuchResourceErrorID() common.Hash {
	return common.HexToHash("0x46ae4a03ba0361e40e35440970572481c85ac0a7809b8a330b9e9883de0d20d3")
}

// UnpackNoSuchResourceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchResource()
func (rulesPolicy *RulesPolicy) UnpackNoSuchResourceError(raw []byte) (*RulesPolicyNoSuchResource, error) {
	out := new(RulesPolicyNoSuchResource)
	if err := rulesPolicy.abi.UnpackIntoInterface(out, "NoSuchResource", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RulesPolicyNotHeir represents a NotHeir error raised by the RulesPolicy contract.
type RulesPolicyNotHeir struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHeir()
func RulesPolicyNotHeirErrorID() common.Hash {
	return common.HexToHash("0x8419e5505cf3626837095ffc31d2bfb04368ec28b4cd306aa907008c3fdb03d1")
}

// UnpackNotHeirError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHeir()
func (rulesPolicy *RulesPolicy) UnpackNotHeirError(raw []byte) (*RulesPolicyNotHeir, error) {
	out := new(RulesPolicyNotHeir)
	if err := rulesPolicy.abi.UnpackIntoInterface(out, "NotHeir", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RulesPolicyNotOwner represents a NotOwner error raised by the RulesPolicy contract.
type RulesPolicyNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func RulesPolicyNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (rulesPolicy *RulesPolicy) UnpackNotOwnerError(raw []byte) (*RulesPolicyNotOwner, error) {
	out := new(RulesPolicyNotOwner)
	if err := rulesPolicy.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RulesPolicyRulesFrozen represents a RulesFrozen error raised by the RulesPolicy contract.
type RulesPolicyRulesFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RulesFrozen()
func RulesPolicyRulesFrozenErrorID() common.Hash {
	return common.HexToHash("0x06cb914febe24d366ab7bd737ba5c98402616888b0a51de28339f6ca6fd52212")
}

// UnpackRulesFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RulesFrozen()
func (rulesPolicy *RulesPolicy) UnpackRulesFrozenError(raw []byte) (*RulesPolicyRulesFrozen, error) {
	out := new(RulesPolicyRulesFrozen)
	if err := rulesPolicy.abi.UnpackIntoInterface(out, "RulesFrozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}
