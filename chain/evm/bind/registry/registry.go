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
	Bin: "0x60c03461008b57601f61176138819003918201601f19168301916001600160401b0383118484101761008f5780849260209460405283398101031261008b57516001600160a01b038116810361008b576080523360a0526040516116bd90816100a4823960805181818160ab0152610efd015260a0518181816103e30152818161043a015261066e0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe610160806040526004361015610013575f80fd5b5f3560e01c9081631d5c027c146108505750806358152d071461081c578063590121d51461054e578063682a91411461051c5780636da49b83146104ea5780638086b8ba146104bf57806397b400e114610412578063d5f39488146103ce578063d7ec9a5b1461014b578063f3451f88146100de5763ffddcb8714610096575f80fd5b346100da575f3660031901126100da576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100da5760203660031901126100da5760043563ffffffff8116908181036100da57600461010f61011592610b6b565b01610bd6565b8051156101385761013490604051918291602083526020830190610a85565b0390f35b50630ce15fe560e31b5f5260045260245ffd5b346100da576101403660031901126100da576004356001600160401b0381116100da5761017c903690600401610abf565b9060c0526024356001600160401b0381116100da5761019f903690600401610abf565b6044929192356001600160401b0381116100da576101c1903690600401610abf565b9190936064356001600160401b0381116100da576101e3903690600401610abf565b9290916084356001600160401b0381116100da57610205903690600401610abf565b95909760a4356001600160401b0381116100da57610227903690600401610abf565b6080529660c4359161ffff831683036100da5760e435936001600160401b03851685036100da57610256610aec565b9561025f610b03565b5f51602061169d5f395f51905f5254604051639fa6a6e360e01b81529d919991908e9081906001600160a01b03165a92600491608094fa9d8e156103c3575f9e610377575b5060209e6001600160401b0399966103699f9e9d9c9b99958b9994976103109161030261ffff988d9b6102f461031e9960405160a0526102e560a051610b1a565b3360a05152369060c051610ccb565b602060a05101523691610ccb565b604060a05101523691610ccb565b606060a05101523691610ccb565b608060a05101526040516103328f82610b4a565b5f815260a0805101521660c060a05101521660e060a05101521661010060a05101521661012060a05101526080519360a051610df9565b63ffffffff60405191168152f35b909c9b9a9997939691929498959d5060803d6080116103bc575b61039b8183610b4a565b81016103a691610c76565b5050509c949793919095929698999a9b8f6102a4565b503d610391565b6040513d5f823e3d90fd5b346100da575f3660031901126100da576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100da5760203660031901126100da576004356001600160a01b038116908190036100da577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036104b0575f51602061169d5f395f51905f52546001600160a01b0381166104a1576001600160a01b031916175f51602061169d5f395f51905f5255005b63a741a04560e01b5f5260045ffd5b638b906c9760e01b5f5260045ffd5b346100da5760203660031901126100da5760206104e26104dd610aa9565b610d48565b604051908152f35b346100da575f3660031901126100da57602063ffffffff5f51602061169d5f395f51905f525460a01c16604051908152f35b346100da5760203660031901126100da57602063ffffffff61054461053f610aa9565b610d10565b5416604051908152f35b346100da576101603660031901126100da57610568610aa9565b6024356001600160401b0381116100da57610587903690600401610abf565b610140526044356001600160401b0381116100da576105aa903690600401610abf565b6064929192356001600160401b0381116100da576105cc903690600401610abf565b9190936084356001600160401b0381116100da576105ee903690600401610abf565b93909560a4356001600160401b0381116100da57610610903690600401610abf565b60c4356001600160401b0381116100da5761062f903690600401610abf565b6101205260e05260e4359261ffff841684036100da5761064d610aec565b94610656610b03565b9661014435986001600160401b038a168a036100da577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036104b0575f51602061169d5f395f51905f5254604051639fa6a6e360e01b81529c906080908e9060049082906001600160a01b03165afa80156103c3575f9d5f916107e3575b5063ffffffff8e166107cd5750956001600160401b0399969560209f6103699f9e9d9c9a9661ffff966107598e9c976107779761074a8f9d610768976040516101005261072d61010051610b1a565b610100516001600160a01b03919091169052610140513691610ccb565b60206101005101523691610ccb565b60406101005101523691610ccb565b60606101005101523691610ccb565b608061010051015260405161078c8e82610b4a565b5f815260a06101005101521660c06101005101521660e0610100510152166101008051015216610120610100510152610120519260e0519261010051610df9565b60ff9063e37d4aeb60e01b5f521660045260245ffd5b63ffffffff9e5061080c915060803d608011610815575b6108048183610b4a565b810190610c76565b5050909d6106de565b503d6107fa565b346100da575f3660031901126100da575f51602061169d5f395f51905f52546040516001600160a01b039091168152602090f35b346100da5760203660031901126100da576004359063ffffffff8216918281036100da575f610120836108856108c495610b1a565b828152606060208201526060604082015260608082015260606080820152606060a08201528260c08201528260e0820152826101008201520152610b6b565b90604051906108d282610b1a565b82546001600160a01b031682526108eb60018401610bd6565b92602083019384526108ff60028201610bd6565b916040840192835261091360038301610bd6565b926060850193845261092760048401610bd6565b9260808601938452600661093d60058301610bd6565b9160a0880192835201549360c087019561ffff8616875260e08801936001600160401b038760101c1685526101008901956001600160401b038860501c1687526001600160401b036101208b019860901c16885260018060a01b038a511615610a735750604051998a9960208b52600160a01b6001900390511660208b01525160408a0161014090526101608a016109d491610a85565b9051898203601f190160608b01526109ec9190610a85565b9051888203601f190160808a0152610a049190610a85565b9051878203601f190160a0890152610a1c9190610a85565b9051868203601f190160c0880152610a349190610a85565b935161ffff1660e0860152516001600160401b0316610100850152516001600160401b0316610120840152516001600160401b03166101408301520390f35b630ce15fe560e31b5f5260045260245ffd5b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600435906001600160a01b03821682036100da57565b9181601f840112156100da578235916001600160401b0383116100da57602083818601950101116100da57565b61010435906001600160401b03821682036100da57565b61012435906001600160401b03821682036100da57565b61014081019081106001600160401b03821117610b3657604052565b634e487b7160e01b5f52604160045260245ffd5b90601f801991011681019081106001600160401b03821117610b3657604052565b63ffffffff165f527f56349d8ab72e469556325142b07cadc98e3d622d96e929f1e2a0aab9b64fd30160205260405f2090565b90600182811c92168015610bcc575b6020831014610bb857565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610bad565b9060405191825f825492610be984610b9e565b8084529360018116908115610c545750600114610c10575b50610c0e92500383610b4a565b565b90505f9291925260205f20905f915b818310610c38575050906020610c0e928201015f610c01565b6020919350806001915483858901015201910190918492610c1f565b905060209250610c0e94915060ff191682840152151560051b8201015f610c01565b91908260809103126100da57815163ffffffff811681036100da5791602081015160ff811681036100da579160408201516001600160401b03811681036100da5760609092015161ffff811681036100da5790565b9291926001600160401b038211610b365760405191610cf4601f8201601f191660200184610b4a565b8294818452818301116100da578281602093845f960137010152565b6001600160a01b03165f9081527f56349d8ab72e469556325142b07cadc98e3d622d96e929f1e2a0aab9b64fd3026020526040902090565b604051602081019146835230604083015260018060a01b0316606082015260608152610d75608082610b4a565b51902090565b908060209392818452848401375f828201840152601f01601f1916010190565b919091601f8311610dac575b505050565b818311610db857505050565b5f5260205f206020601f830160051c9210610df1575b81601f9101920160051c03905f5b82811015610da7575f82820155600101610ddc565b5f9150610dce565b919092959495602083019485519760645f99511161168d5760408501946101038651511161167e5760608101928351805190602182149182159261164d575b505061163e5760c082019761271061ffff8a51161161162f57608083019360608551510361162057835163ffffffff90610e7a906001600160a01b0316610d10565b54166115f2578451916020830151906fffffffffffffffffffffffffffffffff1960408501511691605085015160801c6f0d0088f51cbff34d258dd3db21a5d66b7fb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd5556060880151118183141691111760051b60801760f81b179160018060a01b037f00000000000000000000000000000000000000000000000000000000000000001692610f3060018060a01b03895116610d48565b9262ff00ff63ff00ff008260081b169160081c16179260405193600360e81b602086015263ffffffff808260101b169160101c161760e01b602385015260278401526047830152606782015260578152610f8b607782610b4a565b813b156100da575f93610fe7610fc392610fd5604051988997889687966345d8142560e01b8852606060048901526064880190610a85565b86810360031901602488015291610d7b565b83810360031901604485015290610a85565b03915afa80156103c3576115dd575b505f51602061169d5f395f51905f52549663ffffffff8860a01c1663ffffffff81146115c9576001019a63ffffffff8c169863ffffffff60a01b8d60a01b169063ffffffff60a01b1916175f51602061169d5f395f51905f52556110598c610b6b565b835181546001600160a01b0319166001600160a01b03919091161781558a51805191929160018401916001600160401b03821161148f576110a48261109e8554610b9e565b85610d9b565b602090601f8311600114611567576110d3929185918361136c575b50508160011b915f199060031b1c19161790565b90555b6002820189518051906001600160401b03821161148f576110fb8261109e8554610b9e565b602090601f831160011461150557611129929185918361136c5750508160011b915f199060031b1c19161790565b90555b6003820186518051906001600160401b03821161148f576111518261109e8554610b9e565b602090601f83116001146114a35761117f929185918361136c5750508160011b915f199060031b1c19161790565b90555b6004820185518051906001600160401b03821161148f576111a78261109e8554610b9e565b602090601f831160011461142d576111d5929185918361136c5750508160011b915f199060031b1c19161790565b90555b600582019060a0850151908151916001600160401b03831161141957611208836112028654610b9e565b86610d9b565b602091601f8411600114611377579561ffff60066113679b977fd370048ba7fea1c1ae4ce961a82c3a3b39ae7d9f59db66917f625427030ad15e9f9d9a949761132f9f9c97806112779161133d9961134b9c6113599f9261136c5750508160011b915f199060031b1c19161790565b90555b01915116815469ffffffffffffffff000060e085015160101b166001600160401b0360501b61010086015160501b16916001600160401b0360901b61012087015160901b16936001600160401b0360901b199171ffffffffffffffffffffffffffffffffffff1916171617171790556112fb60018060a01b03825116610d10565b8d63ffffffff1982541617905560018060a01b039051169c51985193519151936040519a8b9a60a08c5260a08c0190610a85565b908a820360208c0152610a85565b9088820360408a0152610a85565b908682036060880152610a85565b918483036080860152610d7b565b0390a3565b015190505f806110bf565b9190601f198416858452828420935b818110611401575060066113679b977fd370048ba7fea1c1ae4ce961a82c3a3b39ae7d9f59db66917f625427030ad15e9f9d9a949761132f9f9c978061133d9861134b9b6113599e9860019461ffff99106113e9575b505050811b01905561127a565b01515f1960f88460031b161c191690555f80806113dc565b92936020600181928786015181550195019301611386565b634e487b7160e01b82526041600452602482fd5b8385528185209190601f198416865b818110611477575090846001959493921061145f575b505050811b0190556111d8565b01515f1960f88460031b161c191690555f8080611452565b9293602060018192878601518155019501930161143c565b634e487b7160e01b84526041600452602484fd5b8385528185209190601f198416865b8181106114ed57509084600195949392106114d5575b505050811b019055611182565b01515f1960f88460031b161c191690555f80806114c8565b929360206001819287860151815501950193016114b2565b8385528185209190601f198416865b81811061154f5750908460019594939210611537575b505050811b01905561112c565b01515f1960f88460031b161c191690555f808061152a565b92936020600181928786015181550195019301611514565b8385528185209190601f198416865b8181106115b15750908460019594939210611599575b505050811b0190556110d6565b01515f1960f88460031b161c191690555f808061158c565b92936020600181928786015181550195019301611576565b634e487b7160e01b8c52601160045260248cfd5b6115ea919a505f90610b4a565b5f985f610ff6565b835163ffffffff9061160c906001600160a01b0316610d10565b541663061183ef60e41b5f5260045260245ffd5b63ee9f2d5360e01b5f5260045ffd5b636dcfdacf60e01b5f5260045ffd5b6318cbacc960e01b5f5260045ffd5b9091501561166a576020015160f81c60fe16600214155f80610e38565b634e487b7160e01b5f52603260045260245ffd5b6307f9553160e31b5f5260045ffd5b63680b6caf60e01b5f5260045ffdfe56349d8ab72e469556325142b07cadc98e3d622d96e929f1e2a0aab9b64fd300",
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
