// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package registry

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

// RegistryNode is an auto generated low-level Go binding around an user-defined struct.
type RegistryNode struct {
	Operator       common.Address
	Name           string
	NetworkAddress string
	NetworkKey     []byte
	PublicKey      []byte
	NextPublicKey  []byte
	CommissionBp   uint16
	StoragePrice   uint64
	WritePrice     uint64
	Capacity       uint64
}

// RegistryMetaData contains all meta data concerning the Registry contract.
var RegistryMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"certs_\",\"type\":\"address\",\"internalType\":\"contractCerts\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"accountOf\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"certs\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractCerts\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deployer\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epochs\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractEpochs\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"keyOf\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"node\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"n\",\"type\":\"tuple\",\"internalType\":\"structRegistry.Node\",\"components\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"networkAddress\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"networkKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"publicKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"nextPublicKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"commissionBp\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nodeCount\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nodeOf\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerNode\",\"inputs\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"networkAddress\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"networkKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"metadata\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"publicKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"proof\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"commissionBp\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"registerNodeFor\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"networkAddress\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"networkKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"metadata\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"publicKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"proof\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"commissionBp\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setEpochs\",\"inputs\":[{\"name\":\"epochs_\",\"type\":\"address\",\"internalType\":\"contractEpochs\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"NodeRegistered\",\"inputs\":[{\"name\":\"node\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"name\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"networkAddress\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"networkKey\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"publicKey\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"metadata\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AddressTooLong\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AlreadyRegistered\",\"inputs\":[{\"name\":\"node\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"AlreadySet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadNetworkKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadProofOfPossession\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"CommissionTooHigh\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NameTooLong\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchNode\",\"inputs\":[{\"name\":\"node\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotDeployer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongState\",\"inputs\":[{\"name\":\"state\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]}]",
	ID:  "Registry",
	Bin: "0x60c03461008b57601f6116d938819003918201601f19168301916001600160401b0383118484101761008f5780849260209460405283398101031261008b57516001600160a01b038116810361008b576080523360a05260405161163590816100a4823960805181818160aa0152610e75015260a0518181816103b50152818161040c01526106cb0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60a0806040526004361015610012575f80fd5b5f3560e01c9081631d5c027c146107c85750806358152d0714610794578063590121d514610520578063682a9141146104ee5780636da49b83146104bc5780638086b8ba1461049157806397b400e1146103e4578063d5f39488146103a0578063d7ec9a5b1461014a578063f3451f88146100dd5763ffddcb8714610095575f80fd5b346100d9575f3660031901126100d9576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100d95760203660031901126100d95760043563ffffffff8116908181036100d957600461010e61011492610ae3565b01610b4e565b80511561013757610133906040519182916020835260208301906109fd565b0390f35b50630ce15fe560e31b5f5260045260245ffd5b346100d9576101403660031901126100d9576004356001600160401b0381116100d95761017b903690600401610a37565b906024356001600160401b0381116100d95761019b903690600401610a37565b9190926044356001600160401b0381116100d9576101bd903690600401610a37565b9190926064356001600160401b0381116100d9576101df903690600401610a37565b9590966084356001600160401b0381116100d957610201903690600401610a37565b60a4356001600160401b0381116100d957610220903690600401610a37565b98909760c4359461ffff861686036100d95760e435966001600160401b0388168098036100d95761024f610a64565b98610258610a7b565b9a60405160805260805161026b90610a92565b3360805152369061027b92610bee565b60805160200152369061028d92610bee565b60805160400152369061029f92610bee565b6080516060015236906102b192610bee565b608051608001526040516102c6602082610ac2565b5f815260805160a0015261ffff1660805160c0015260805160e001526001600160401b031660805161010001526001600160401b03166080516101200152600160a01b600190035f5160206116155f395f51905f52541692604051808095639fa6a6e360e01b82525a92600491608094fa94851561039557602095610355955f91610363575b50608051610d71565b63ffffffff60405191168152f35b610385915060803d60801161038e575b61037d8183610ac2565b810190610c33565b5050508761034c565b503d610373565b6040513d5f823e3d90fd5b346100d9575f3660031901126100d9576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100d95760203660031901126100d9576004356001600160a01b038116908190036100d9577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610482575f5160206116155f395f51905f52546001600160a01b038116610473576001600160a01b031916175f5160206116155f395f51905f5255005b63a741a04560e01b5f5260045ffd5b638b906c9760e01b5f5260045ffd5b346100d95760203660031901126100d95760206104b46104af610a21565b610cc0565b604051908152f35b346100d9575f3660031901126100d957602063ffffffff5f5160206116155f395f51905f525460a01c16604051908152f35b346100d95760203660031901126100d957602063ffffffff610516610511610a21565b610c88565b5416604051908152f35b346100d9576101603660031901126100d95761053a610a21565b6024356001600160401b0381116100d957610559903690600401610a37565b90916044356001600160401b0381116100d95761057a903690600401610a37565b916064356001600160401b0381116100d95761059a903690600401610a37565b9490956084356001600160401b0381116100d9576105bc903690600401610a37565b95909460a4356001600160401b0381116100d9576105de903690600401610a37565b60c4356001600160401b0381116100d9576105fd903690600401610a37565b9b909a60e4359461ffff86168096036100d957610618610a64565b96610621610a7b565b98610144359a6001600160401b038c16809c036100d9576040519c6106458e610a92565b6001600160a01b03168d5261065c91369190610bee565b60208c0152369061066c92610bee565b60408a0152369061067c92610bee565b6060880152369061068c92610bee565b608086015260405161069f602082610ac2565b5f815260a086015260c08501526001600160401b0390811660e0850152166101008301526101208201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610482575f5160206116155f395f51905f5254604051639fa6a6e360e01b81529190608090839060049082906001600160a01b03165afa8015610395575f925f9161076d575b5063ffffffff8316610757576020610355888888888888610d71565b60ff9063e37d4aeb60e01b5f521660045260245ffd5b905061078991925060803d60801161038e5761037d8183610ac2565b50509190918761073b565b346100d9575f3660031901126100d9575f5160206116155f395f51905f52546040516001600160a01b039091168152602090f35b346100d95760203660031901126100d9576004359063ffffffff8216918281036100d9575f610120836107fd61083c95610a92565b828152606060208201526060604082015260608082015260606080820152606060a08201528260c08201528260e0820152826101008201520152610ae3565b906040519061084a82610a92565b82546001600160a01b0316825261086360018401610b4e565b926020830193845261087760028201610b4e565b916040840192835261088b60038301610b4e565b926060850193845261089f60048401610b4e565b926080860193845260066108b560058301610b4e565b9160a0880192835201549360c087019561ffff8616875260e08801936001600160401b038760101c1685526101008901956001600160401b038860501c1687526001600160401b036101208b019860901c16885260018060a01b038a5116156109eb5750604051998a9960208b52600160a01b6001900390511660208b01525160408a0161014090526101608a0161094c916109fd565b9051898203601f190160608b015261096491906109fd565b9051888203601f190160808a015261097c91906109fd565b9051878203601f190160a089015261099491906109fd565b9051868203601f190160c08801526109ac91906109fd565b935161ffff1660e0860152516001600160401b0316610100850152516001600160401b0316610120840152516001600160401b03166101408301520390f35b630ce15fe560e31b5f5260045260245ffd5b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600435906001600160a01b03821682036100d957565b9181601f840112156100d9578235916001600160401b0383116100d957602083818601950101116100d957565b61010435906001600160401b03821682036100d957565b61012435906001600160401b03821682036100d957565b61014081019081106001600160401b03821117610aae57604052565b634e487b7160e01b5f52604160045260245ffd5b90601f801991011681019081106001600160401b03821117610aae57604052565b63ffffffff165f527f56349d8ab72e469556325142b07cadc98e3d622d96e929f1e2a0aab9b64fd30160205260405f2090565b90600182811c92168015610b44575b6020831014610b3057565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610b25565b9060405191825f825492610b6184610b16565b8084529360018116908115610bcc5750600114610b88575b50610b8692500383610ac2565b565b90505f9291925260205f20905f915b818310610bb0575050906020610b86928201015f610b79565b6020919350806001915483858901015201910190918492610b97565b905060209250610b8694915060ff191682840152151560051b8201015f610b79565b9291926001600160401b038211610aae5760405191610c17601f8201601f191660200184610ac2565b8294818452818301116100d9578281602093845f960137010152565b91908260809103126100d957815163ffffffff811681036100d95791602081015160ff811681036100d9579160408201516001600160401b03811681036100d95760609092015161ffff811681036100d95790565b6001600160a01b03165f9081527f56349d8ab72e469556325142b07cadc98e3d622d96e929f1e2a0aab9b64fd3026020526040902090565b604051602081019146835230604083015260018060a01b0316606082015260608152610ced608082610ac2565b51902090565b908060209392818452848401375f828201840152601f01601f1916010190565b919091601f8311610d24575b505050565b818311610d3057505050565b5f5260205f206020601f830160051c9210610d69575b81601f9101920160051c03905f5b82811015610d1f575f82820155600101610d54565b5f9150610d46565b919092959495602083019485519760645f995111611605576040850194610103865151116115f6576060810192835180519060218214918215926115c5575b50506115b65760c082019761271061ffff8a5116116115a757608083019360608551510361159857835163ffffffff90610df2906001600160a01b0316610c88565b541661156a578451916020830151906fffffffffffffffffffffffffffffffff1960408501511691605085015160801c6f0d0088f51cbff34d258dd3db21a5d66b7fb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd5556060880151118183141691111760051b60801760f81b179160018060a01b037f00000000000000000000000000000000000000000000000000000000000000001692610ea860018060a01b03895116610cc0565b9262ff00ff63ff00ff008260081b169160081c16179260405193600360e81b602086015263ffffffff808260101b169160101c161760e01b602385015260278401526047830152606782015260578152610f03607782610ac2565b813b156100d9575f93610f5f610f3b92610f4d604051988997889687966345d8142560e01b88526060600489015260648801906109fd565b86810360031901602488015291610cf3565b838103600319016044850152906109fd565b03915afa801561039557611555575b505f5160206116155f395f51905f52549663ffffffff8860a01c1663ffffffff8114611541576001019a63ffffffff8c169863ffffffff60a01b8d60a01b169063ffffffff60a01b1916175f5160206116155f395f51905f5255610fd18c610ae3565b835181546001600160a01b0319166001600160a01b03919091161781558a51805191929160018401916001600160401b0382116114075761101c826110168554610b16565b85610d13565b602090601f83116001146114df5761104b92918591836112e4575b50508160011b915f199060031b1c19161790565b90555b6002820189518051906001600160401b03821161140757611073826110168554610b16565b602090601f831160011461147d576110a192918591836112e45750508160011b915f199060031b1c19161790565b90555b6003820186518051906001600160401b038211611407576110c9826110168554610b16565b602090601f831160011461141b576110f792918591836112e45750508160011b915f199060031b1c19161790565b90555b6004820185518051906001600160401b0382116114075761111f826110168554610b16565b602090601f83116001146113a55761114d92918591836112e45750508160011b915f199060031b1c19161790565b90555b600582019060a0850151908151916001600160401b038311611391576111808361117a8654610b16565b86610d13565b602091601f84116001146112ef579561ffff60066112df9b977fd370048ba7fea1c1ae4ce961a82c3a3b39ae7d9f59db66917f625427030ad15e9f9d9a94976112a79f9c97806111ef916112b5996112c39c6112d19f926112e45750508160011b915f199060031b1c19161790565b90555b01915116815469ffffffffffffffff000060e085015160101b166001600160401b0360501b61010086015160501b16916001600160401b0360901b61012087015160901b16936001600160401b0360901b199171ffffffffffffffffffffffffffffffffffff19161716171717905561127360018060a01b03825116610c88565b8d63ffffffff1982541617905560018060a01b039051169c51985193519151936040519a8b9a60a08c5260a08c01906109fd565b908a820360208c01526109fd565b9088820360408a01526109fd565b9086820360608801526109fd565b918483036080860152610cf3565b0390a3565b015190505f80611037565b9190601f198416858452828420935b818110611379575060066112df9b977fd370048ba7fea1c1ae4ce961a82c3a3b39ae7d9f59db66917f625427030ad15e9f9d9a94976112a79f9c97806112b5986112c39b6112d19e9860019461ffff9910611361575b505050811b0190556111f2565b01515f1960f88460031b161c191690555f8080611354565b929360206001819287860151815501950193016112fe565b634e487b7160e01b82526041600452602482fd5b8385528185209190601f198416865b8181106113ef57509084600195949392106113d7575b505050811b019055611150565b01515f1960f88460031b161c191690555f80806113ca565b929360206001819287860151815501950193016113b4565b634e487b7160e01b84526041600452602484fd5b8385528185209190601f198416865b818110611465575090846001959493921061144d575b505050811b0190556110fa565b01515f1960f88460031b161c191690555f8080611440565b9293602060018192878601518155019501930161142a565b8385528185209190601f198416865b8181106114c757509084600195949392106114af575b505050811b0190556110a4565b01515f1960f88460031b161c191690555f80806114a2565b9293602060018192878601518155019501930161148c565b8385528185209190601f198416865b8181106115295750908460019594939210611511575b505050811b01905561104e565b01515f1960f88460031b161c191690555f8080611504565b929360206001819287860151815501950193016114ee565b634e487b7160e01b8c52601160045260248cfd5b611562919a505f90610ac2565b5f985f610f6e565b835163ffffffff90611584906001600160a01b0316610c88565b541663061183ef60e41b5f5260045260245ffd5b63ee9f2d5360e01b5f5260045ffd5b636dcfdacf60e01b5f5260045ffd5b6318cbacc960e01b5f5260045ffd5b909150156115e2576020015160f81c60fe16600214155f80610db0565b634e487b7160e01b5f52603260045260245ffd5b6307f9553160e31b5f5260045ffd5b63680b6caf60e01b5f5260045ffdfe56349d8ab72e469556325142b07cadc98e3d622d96e929f1e2a0aab9b64fd300",
}

// Registry is an auto generated Go binding around an Ethereum contract.
type Registry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Registry) GetABI() abi.ABI {
	return c.abi
}

// NewRegistry creates a new instance of Registry.
func NewRegistry() *Registry {
	parsed, err := RegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Registry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Registry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address certs_) returns()
func (registry *Registry) PackConstructor(certs_ common.Address) []byte {
	enc, err := registry.abi.Pack("", certs_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAccountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8086b8ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accountOf(address operator) view returns(bytes32)
func (registry *Registry) PackAccountOf(operator common.Address) []byte {
	enc, err := registry.abi.Pack("accountOf", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8086b8ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accountOf(address operator) view returns(bytes32)
func (registry *Registry) TryPackAccountOf(operator common.Address) ([]byte, error) {
	return registry.abi.Pack("accountOf", operator)
}

// UnpackAccountOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8086b8ba.
//
// Solidity: function accountOf(address operator) view returns(bytes32)
func (registry *Registry) UnpackAccountOf(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("accountOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCerts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffddcb87.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certs() view returns(address)
func (registry *Registry) PackCerts() []byte {
	enc, err := registry.abi.Pack("certs")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCerts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffddcb87.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certs() view returns(address)
func (registry *Registry) TryPackCerts() ([]byte, error) {
	return registry.abi.Pack("certs")
}

// UnpackCerts is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xffddcb87.
//
// Solidity: function certs() view returns(address)
func (registry *Registry) UnpackCerts(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("certs", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDeployer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5f39488.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deployer() view returns(address)
func (registry *Registry) PackDeployer() []byte {
	enc, err := registry.abi.Pack("deployer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeployer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5f39488.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deployer() view returns(address)
func (registry *Registry) TryPackDeployer() ([]byte, error) {
	return registry.abi.Pack("deployer")
}

// UnpackDeployer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5f39488.
//
// Solidity: function deployer() view returns(address)
func (registry *Registry) UnpackDeployer(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("deployer", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEpochs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x58152d07.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epochs() view returns(address)
func (registry *Registry) PackEpochs() []byte {
	enc, err := registry.abi.Pack("epochs")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpochs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x58152d07.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epochs() view returns(address)
func (registry *Registry) TryPackEpochs() ([]byte, error) {
	return registry.abi.Pack("epochs")
}

// UnpackEpochs is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x58152d07.
//
// Solidity: function epochs() view returns(address)
func (registry *Registry) UnpackEpochs(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("epochs", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3451f88.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function keyOf(uint32 index) view returns(bytes key)
func (registry *Registry) PackKeyOf(index uint32) []byte {
	enc, err := registry.abi.Pack("keyOf", index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3451f88.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function keyOf(uint32 index) view returns(bytes key)
func (registry *Registry) TryPackKeyOf(index uint32) ([]byte, error) {
	return registry.abi.Pack("keyOf", index)
}

// UnpackKeyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf3451f88.
//
// Solidity: function keyOf(uint32 index) view returns(bytes key)
func (registry *Registry) UnpackKeyOf(data []byte) ([]byte, error) {
	out, err := registry.abi.Unpack("keyOf", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d5c027c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function node(uint32 index) view returns((address,string,string,bytes,bytes,bytes,uint16,uint64,uint64,uint64) n)
func (registry *Registry) PackNode(index uint32) []byte {
	enc, err := registry.abi.Pack("node", index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d5c027c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function node(uint32 index) view returns((address,string,string,bytes,bytes,bytes,uint16,uint64,uint64,uint64) n)
func (registry *Registry) TryPackNode(index uint32) ([]byte, error) {
	return registry.abi.Pack("node", index)
}

// UnpackNode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1d5c027c.
//
// Solidity: function node(uint32 index) view returns((address,string,string,bytes,bytes,bytes,uint16,uint64,uint64,uint64) n)
func (registry *Registry) UnpackNode(data []byte) (RegistryNode, error) {
	out, err := registry.abi.Unpack("node", data)
	if err != nil {
		return *new(RegistryNode), err
	}
	out0 := *abi.ConvertType(out[0], new(RegistryNode)).(*RegistryNode)
	return out0, nil
}

// PackNodeCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6da49b83.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodeCount() view returns(uint32)
func (registry *Registry) PackNodeCount() []byte {
	enc, err := registry.abi.Pack("nodeCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodeCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6da49b83.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodeCount() view returns(uint32)
func (registry *Registry) TryPackNodeCount() ([]byte, error) {
	return registry.abi.Pack("nodeCount")
}

// UnpackNodeCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6da49b83.
//
// Solidity: function nodeCount() view returns(uint32)
func (registry *Registry) UnpackNodeCount(data []byte) (uint32, error) {
	out, err := registry.abi.Unpack("nodeCount", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackNodeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x682a9141.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodeOf(address operator) view returns(uint32)
func (registry *Registry) PackNodeOf(operator common.Address) []byte {
	enc, err := registry.abi.Pack("nodeOf", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x682a9141.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodeOf(address operator) view returns(uint32)
func (registry *Registry) TryPackNodeOf(operator common.Address) ([]byte, error) {
	return registry.abi.Pack("nodeOf", operator)
}

// UnpackNodeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x682a9141.
//
// Solidity: function nodeOf(address operator) view returns(uint32)
func (registry *Registry) UnpackNodeOf(data []byte) (uint32, error) {
	out, err := registry.abi.Unpack("nodeOf", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackRegisterNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7ec9a5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerNode(string name, string networkAddress, bytes networkKey, string metadata, bytes publicKey, bytes proof, uint16 commissionBp, uint64 storagePrice, uint64 writePrice, uint64 capacity) returns(uint32 index)
func (registry *Registry) PackRegisterNode(name string, networkAddress string, networkKey []byte, metadata string, publicKey []byte, proof []byte, commissionBp uint16, storagePrice uint64, writePrice uint64, capacity uint64) []byte {
	enc, err := registry.abi.Pack("registerNode", name, networkAddress, networkKey, metadata, publicKey, proof, commissionBp, storagePrice, writePrice, capacity)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7ec9a5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerNode(string name, string networkAddress, bytes networkKey, string metadata, bytes publicKey, bytes proof, uint16 commissionBp, uint64 storagePrice, uint64 writePrice, uint64 capacity) returns(uint32 index)
func (registry *Registry) TryPackRegisterNode(name string, networkAddress string, networkKey []byte, metadata string, publicKey []byte, proof []byte, commissionBp uint16, storagePrice uint64, writePrice uint64, capacity uint64) ([]byte, error) {
	return registry.abi.Pack("registerNode", name, networkAddress, networkKey, metadata, publicKey, proof, commissionBp, storagePrice, writePrice, capacity)
}

// UnpackRegisterNode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd7ec9a5b.
//
// Solidity: function registerNode(string name, string networkAddress, bytes networkKey, string metadata, bytes publicKey, bytes proof, uint16 commissionBp, uint64 storagePrice, uint64 writePrice, uint64 capacity) returns(uint32 index)
func (registry *Registry) UnpackRegisterNode(data []byte) (uint32, error) {
	out, err := registry.abi.Unpack("registerNode", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackRegisterNodeFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x590121d5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerNodeFor(address operator, string name, string networkAddress, bytes networkKey, string metadata, bytes publicKey, bytes proof, uint16 commissionBp, uint64 storagePrice, uint64 writePrice, uint64 capacity) returns(uint32 index)
func (registry *Registry) PackRegisterNodeFor(operator common.Address, name string, networkAddress string, networkKey []byte, metadata string, publicKey []byte, proof []byte, commissionBp uint16, storagePrice uint64, writePrice uint64, capacity uint64) []byte {
	enc, err := registry.abi.Pack("registerNodeFor", operator, name, networkAddress, networkKey, metadata, publicKey, proof, commissionBp, storagePrice, writePrice, capacity)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterNodeFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x590121d5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerNodeFor(address operator, string name, string networkAddress, bytes networkKey, string metadata, bytes publicKey, bytes proof, uint16 commissionBp, uint64 storagePrice, uint64 writePrice, uint64 capacity) returns(uint32 index)
func (registry *Registry) TryPackRegisterNodeFor(operator common.Address, name string, networkAddress string, networkKey []byte, metadata string, publicKey []byte, proof []byte, commissionBp uint16, storagePrice uint64, writePrice uint64, capacity uint64) ([]byte, error) {
	return registry.abi.Pack("registerNodeFor", operator, name, networkAddress, networkKey, metadata, publicKey, proof, commissionBp, storagePrice, writePrice, capacity)
}

// UnpackRegisterNodeFor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x590121d5.
//
// Solidity: function registerNodeFor(address operator, string name, string networkAddress, bytes networkKey, string metadata, bytes publicKey, bytes proof, uint16 commissionBp, uint64 storagePrice, uint64 writePrice, uint64 capacity) returns(uint32 index)
func (registry *Registry) UnpackRegisterNodeFor(data []byte) (uint32, error) {
	out, err := registry.abi.Unpack("registerNodeFor", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackSetEpochs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97b400e1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setEpochs(address epochs_) returns()
func (registry *Registry) PackSetEpochs(epochs common.Address) []byte {
	enc, err := registry.abi.Pack("setEpochs", epochs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetEpochs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97b400e1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setEpochs(address epochs_) returns()
func (registry *Registry) TryPackSetEpochs(epochs common.Address) ([]byte, error) {
	return registry.abi.Pack("setEpochs", epochs)
}

// RegistryNodeRegistered represents a NodeRegistered event raised by the Registry contract.
type RegistryNodeRegistered struct {
	Node           uint32
	Operator       common.Address
	Name           string
	NetworkAddress string
	NetworkKey     []byte
	PublicKey      []byte
	Metadata       string
	Raw            *types.Log // Blockchain specific contextual infos
}

const RegistryNodeRegisteredEventName = "NodeRegistered"

// ContractEventName returns the user-defined event name.
func (RegistryNodeRegistered) ContractEventName() string {
	return RegistryNodeRegisteredEventName
}

// UnpackNodeRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeRegistered(uint32 indexed node, address indexed operator, string name, string networkAddress, bytes networkKey, bytes publicKey, string metadata)
func (registry *Registry) UnpackNodeRegisteredEvent(log *types.Log) (*RegistryNodeRegistered, error) {
	event := "NodeRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryNodeRegistered)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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
func (registry *Registry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], registry.abi.Errors["AddressTooLong"].ID.Bytes()[:4]) {
		return registry.UnpackAddressTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AlreadyRegistered"].ID.Bytes()[:4]) {
		return registry.UnpackAlreadyRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AlreadySet"].ID.Bytes()[:4]) {
		return registry.UnpackAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["BadKey"].ID.Bytes()[:4]) {
		return registry.UnpackBadKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["BadNetworkKey"].ID.Bytes()[:4]) {
		return registry.UnpackBadNetworkKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["BadProofOfPossession"].ID.Bytes()[:4]) {
		return registry.UnpackBadProofOfPossessionError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["CommissionTooHigh"].ID.Bytes()[:4]) {
		return registry.UnpackCommissionTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NameTooLong"].ID.Bytes()[:4]) {
		return registry.UnpackNameTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NoSuchNode"].ID.Bytes()[:4]) {
		return registry.UnpackNoSuchNodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NotDeployer"].ID.Bytes()[:4]) {
		return registry.UnpackNotDeployerError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["WrongState"].ID.Bytes()[:4]) {
		return registry.UnpackWrongStateError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RegistryAddressTooLong represents a AddressTooLong error raised by the Registry contract.
type RegistryAddressTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressTooLong()
func RegistryAddressTooLongErrorID() common.Hash {
	return common.HexToHash("0x3fcaa98801df7897d58ed4378f9e36d239063adb5a9c711d7e1d75c3bb99cb99")
}

// UnpackAddressTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressTooLong()
func (registry *Registry) UnpackAddressTooLongError(raw []byte) (*RegistryAddressTooLong, error) {
	out := new(RegistryAddressTooLong)
	if err := registry.abi.UnpackIntoInterface(out, "AddressTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAlreadyRegistered represents a AlreadyRegistered error raised by the Registry contract.
type RegistryAlreadyRegistered struct {
	Node uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyRegistered(uint32 node)
func RegistryAlreadyRegisteredErrorID() common.Hash {
	return common.HexToHash("0x61183ef0634a9fd70d5d05e25aedf4af6348692d2521e0aa8b1aa0b8195b826c")
}

// UnpackAlreadyRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyRegistered(uint32 node)
func (registry *Registry) UnpackAlreadyRegisteredError(raw []byte) (*RegistryAlreadyRegistered, error) {
	out := new(RegistryAlreadyRegistered)
	if err := registry.abi.UnpackIntoInterface(out, "AlreadyRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAlreadySet represents a AlreadySet error raised by the Registry contract.
type RegistryAlreadySet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadySet()
func RegistryAlreadySetErrorID() common.Hash {
	return common.HexToHash("0xa741a0456e52b90bd22850f10558d4a38cdc2876b51fbd4ffc1b587676dbc61c")
}

// UnpackAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadySet()
func (registry *Registry) UnpackAlreadySetError(raw []byte) (*RegistryAlreadySet, error) {
	out := new(RegistryAlreadySet)
	if err := registry.abi.UnpackIntoInterface(out, "AlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryBadKey represents a BadKey error raised by the Registry contract.
type RegistryBadKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadKey()
func RegistryBadKeyErrorID() common.Hash {
	return common.HexToHash("0xee9f2d537bde7567f0e60f7e7ee11ce8d6383f6cb525c16217a5d958064efde2")
}

// UnpackBadKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadKey()
func (registry *Registry) UnpackBadKeyError(raw []byte) (*RegistryBadKey, error) {
	out := new(RegistryBadKey)
	if err := registry.abi.UnpackIntoInterface(out, "BadKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryBadNetworkKey represents a BadNetworkKey error raised by the Registry contract.
type RegistryBadNetworkKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadNetworkKey()
func RegistryBadNetworkKeyErrorID() common.Hash {
	return common.HexToHash("0x18cbacc997acbaded87a95462145804bb6f624e750993b30517cd4728c4fbc29")
}

// UnpackBadNetworkKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadNetworkKey()
func (registry *Registry) UnpackBadNetworkKeyError(raw []byte) (*RegistryBadNetworkKey, error) {
	out := new(RegistryBadNetworkKey)
	if err := registry.abi.UnpackIntoInterface(out, "BadNetworkKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryBadProofOfPossession represents a BadProofOfPossession error raised by the Registry contract.
type RegistryBadProofOfPossession struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadProofOfPossession()
func RegistryBadProofOfPossessionErrorID() common.Hash {
	return common.HexToHash("0x03f280b26f51df67b38a1d1bdef84b4d36efaaaad23b18878c4942e6df88e19c")
}

// UnpackBadProofOfPossessionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadProofOfPossession()
func (registry *Registry) UnpackBadProofOfPossessionError(raw []byte) (*RegistryBadProofOfPossession, error) {
	out := new(RegistryBadProofOfPossession)
	if err := registry.abi.UnpackIntoInterface(out, "BadProofOfPossession", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryCommissionTooHigh represents a CommissionTooHigh error raised by the Registry contract.
type RegistryCommissionTooHigh struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CommissionTooHigh()
func RegistryCommissionTooHighErrorID() common.Hash {
	return common.HexToHash("0x6dcfdacf4f6cf57388400d05893e1febbe9993f1d6dd0f4615354cd533a4bdae")
}

// UnpackCommissionTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CommissionTooHigh()
func (registry *Registry) UnpackCommissionTooHighError(raw []byte) (*RegistryCommissionTooHigh, error) {
	out := new(RegistryCommissionTooHigh)
	if err := registry.abi.UnpackIntoInterface(out, "CommissionTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNameTooLong represents a NameTooLong error raised by the Registry contract.
type RegistryNameTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NameTooLong()
func RegistryNameTooLongErrorID() common.Hash {
	return common.HexToHash("0x680b6caf59efc54970536250ddf4db45d6446c787d2c42fcdfd2704fd81a6ea0")
}

// UnpackNameTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NameTooLong()
func (registry *Registry) UnpackNameTooLongError(raw []byte) (*RegistryNameTooLong, error) {
	out := new(RegistryNameTooLong)
	if err := registry.abi.UnpackIntoInterface(out, "NameTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNoSuchNode represents a NoSuchNode error raised by the Registry contract.
type RegistryNoSuchNode struct {
	Node uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchNode(uint32 node)
func RegistryNoSuchNodeErrorID() common.Hash {
	return common.HexToHash("0x670aff28d35ae5ffadb3e44c3b332aa1c3a0df0865edfb6b8906500f3bceccd3")
}

// UnpackNoSuchNodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchNode(uint32 node)
func (registry *Registry) UnpackNoSuchNodeError(raw []byte) (*RegistryNoSuchNode, error) {
	out := new(RegistryNoSuchNode)
	if err := registry.abi.UnpackIntoInterface(out, "NoSuchNode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNotDeployer represents a NotDeployer error raised by the Registry contract.
type RegistryNotDeployer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDeployer()
func RegistryNotDeployerErrorID() common.Hash {
	return common.HexToHash("0x8b906c9700ab2b52dbac68ba97746b76f841c655b82cbeaeb4a267404c6dd944")
}

// UnpackNotDeployerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDeployer()
func (registry *Registry) UnpackNotDeployerError(raw []byte) (*RegistryNotDeployer, error) {
	out := new(RegistryNotDeployer)
	if err := registry.abi.UnpackIntoInterface(out, "NotDeployer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryWrongState represents a WrongState error raised by the Registry contract.
type RegistryWrongState struct {
	State uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongState(uint8 state)
func RegistryWrongStateErrorID() common.Hash {
	return common.HexToHash("0xe37d4aeb0440dc85ee81f4b1b3014533d1ede6c623c75f93c2e2bcec2293c7de")
}

// UnpackWrongStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongState(uint8 state)
func (registry *Registry) UnpackWrongStateError(raw []byte) (*RegistryWrongState, error) {
	out := new(RegistryWrongState)
	if err := registry.abi.UnpackIntoInterface(out, "WrongState", raw); err != nil {
		return nil, err
	}
	return out, nil
}
