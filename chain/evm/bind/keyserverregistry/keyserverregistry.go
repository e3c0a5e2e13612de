// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package keyserverregistry

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

// KeyServerRegistryMember is an auto generated low-level Go binding around an user-defined struct.
type KeyServerRegistryMember struct {
	Name       string
	Url        string
	PartialKey []byte
	PartyId    uint16
}

// KeyServerRegistryServer is an auto generated low-level Go binding around an user-defined struct.
type KeyServerRegistryServer struct {
	Owner     common.Address
	Retired   bool
	Name      string
	Url       string
	PublicKey []byte
	Version   uint32
	Threshold uint16
}

// KeyServerRegistryMetaData contains all meta data concerning the KeyServerRegistry contract.
var KeyServerRegistryMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"count\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"heirOf\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"membersOf\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple[]\",\"internalType\":\"structKeyServerRegistry.Member[]\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"url\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"partialKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"partyId\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"offer\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"heir\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"register\",\"inputs\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"url\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"point\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"registerCommittee\",\"inputs\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"point\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"threshold\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"set\",\"type\":\"tuple[]\",\"internalType\":\"structKeyServerRegistry.Member[]\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"url\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"partialKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"partyId\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]},{\"name\":\"points\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"retire\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"retired\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"server\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structKeyServerRegistry.Server\",\"components\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"retired\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"url\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"publicKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"version\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"serverId\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setCommittee\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"threshold\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"set\",\"type\":\"tuple[]\",\"internalType\":\"structKeyServerRegistry.Member[]\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"url\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"partialKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"partyId\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]},{\"name\":\"points\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setUrl\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"url\",\"type\":\"string\",\"internalType\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"CommitteeSet\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"version\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint16\",\"indexed\":false,\"internalType\":\"uint16\"},{\"name\":\"members\",\"type\":\"tuple[]\",\"indexed\":false,\"internalType\":\"structKeyServerRegistry.Member[]\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"url\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"partialKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"partyId\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Offered\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"heir\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Registered\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"name\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"url\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"publicKey\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Retired\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"retired\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"UrlSet\",\"inputs\":[{\"name\":\"serial\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"url\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadMembers\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadPublicKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadText\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"IsCommittee\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoCommittee\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchServer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotHeir\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[]}]",
	ID:  "KeyServerRegistry",
	Bin: "0x60808060405234601557611bc7908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c806278c7a614610ad857806306661abd14610ab357806310b98a1014610a7357806326806f62146109b357806347b074351461080c578063938daf46146107435780639f7454a8146105a4578063b0cfc04f146104be578063c46896f5146102c8578063cff193a9146101c9578063f77f272b146101185763f92a0d971461009c575f80fd5b346101145760203660031901126101145760206100b7610bfd565b60405182810191624b533160e81b83526001600160401b0360c01b4660c01b1660238301523060601b602b8301526001600160401b0360c01b9060c01b16603f82015260278152610109604782610c52565b519020604051908152f35b5f80fd5b34610114576060366003190112610114576004356001600160401b03811161011457610148903690600401610ba0565b6024356001600160401b03811161011457610167903690600401610ba0565b9290916044356001600160401b03811161011457610189903690600401610ba0565b92909185156101ba576101a36101a9956020973691610dd1565b91610e07565b6001600160401b0360405191168152f35b632d15049f60e11b5f5260045ffd5b34610114576040366003190112610114576101e2610bfd565b6024356001600160a01b0381169190829003610114576001600160401b0316801580156102b5575b6102a6575f818152600160205260409020546001600160a01b0316330361029757805f52600160205263ffffffff600460405f20015416610288575f81815260036020526040812080546001600160a01b031916841790557f25e936424776a47f8e03bec0e3b3b8e5bcb0cd9e324653588bdf750491d929f49080a3005b6314af585360e21b5f5260045ffd5b6330cd747160e01b5f5260045ffd5b632bffe30160e21b5f5260045ffd5b506001600160401b035f5416811161020a565b34610114576040366003190112610114576102e1610bfd565b602435906001600160401b038211610114576103096001600160401b03923690600401610ba0565b9290911690811580156104ab575b6102a6575f828152600160205260409020546001600160a01b0316330361029757815f52600160205263ffffffff600460405f2001541661028857821580156104a0575b6101ba57815f526001602052600260405f2001926001600160401b03811161048c576103918161038b8654610c8e565b86610d62565b5f93601f821160011461040a576103e082807f46b282bacd3cddbaa28d90f86bcf2e71aa05a7443f57b22b7f546d7537bf27a296975f916103ff575b508160011b915f199060031b1c19161790565b90555b6103fa604051928392602084526020840191610db1565b0390a2005b9050850135886103cd565b601f19821694815f5260205f20905f5b8781106104745750837f46b282bacd3cddbaa28d90f86bcf2e71aa05a7443f57b22b7f546d7537bf27a296971061045b575b5050600182811b0190556103e3565b8401355f19600385901b60f8161c19169055858061044c565b9091602060018192858901358155019301910161041a565b634e487b7160e01b5f52604160045260245ffd5b50610200831161035b565b506001600160401b035f54168211610317565b34610114576080366003190112610114576104d7610bfd565b60243561ffff81168103610114576044356001600160401b03811161011457610504903690600401610bcd565b6064929192356001600160401b03811161011457610526903690600401610bcd565b9390926001600160401b03861680158015610591575b6102a6575f818152600160205260409020546001600160a01b03163303610297575f52600160205263ffffffff600460405f200154161561058257610580956112b6565b005b634908646b60e11b5f5260045ffd5b506001600160401b035f5416811161053c565b34610114576020366003190112610114576001600160401b036105c5610bfd565b165f52600260205260405f208054906001600160401b03821161048c57604051916105f660208260051b0184610c52565b808352602083019081925f5260205f20915f905b8282106106b857848660405191829160208301906020845251809152604083019060408160051b85010192915f905b82821061064857505050500390f35b919360019193955060208091603f19898203018552875190606061ffff816106a161068f61067f8751608088526080880190610c13565b888801518782038a890152610c13565b60408701518682036040880152610c13565b940151169101529601920192018594939192610639565b604051608081018181106001600160401b0382111761048c576001926004926020926040526040516106f5816106ee818c610cc6565b0382610c52565b815260405161070a816106ee81898d01610cc6565b83820152604051610722816106ee8160028d01610cc6565b604082015261ffff600389015416606082015281520194019101909261060a565b34610114576020366003190112610114576001600160401b03610764610bfd565b165f818152600360205260409020546001600160a01b031633036107fd57805f52600360205260405f206bffffffffffffffffffffffff60a01b8154169055805f5260016020523360018060a01b0360405f205416827fa4127d08cb304beb1e8fa104caa262fbe95b3f4f5699d319a37d15a5da2dd7305f80a45f90815260016020526040902080546001600160a01b03191633179055005b6308419e5560e41b5f5260045ffd5b34610114576020366003190112610114576001600160401b0361082d610bfd565b5f60c060405161083c81610c37565b82815282602082015260606040820152606080820152606060808201528260a0820152015216801580156109a0575b6102a6575f52600160205260405f2060405161088681610c37565b81546001600160a01b038116825260a01c60ff16151560208201908152604051909261ffff906108c4836108bd8160018501610cc6565b0384610c52565b6040840192835263ffffffff61098d604051926108ef846108e88160028501610cc6565b0385610c52565b6060870193845261097a600460405192610910846108e88160038501610cc6565b60808a0193845201549461096760a08a01988688168a528860c08c019860201c1688526040519b8c9b60208d5260018060a01b0390511660208d015251151560408c01525160e060608c01526101008b0190610c13565b9051898203601f190160808b0152610c13565b9051878203601f190160a0890152610c13565b93511660c0850152511660e08301520390f35b506001600160401b035f5416811161086b565b34610114576040366003190112610114576109cc610bfd565b60243590811515809203610114576001600160401b03169081158015610a60575b6102a6575f828152600160205260409020546001600160a01b03163303610297575f82815260016020908152604091829020805460ff60a01b191660a085901b60ff60a01b1617905590519182527f13a01799c714318e23cc337ae31581432575d2bb3d30719ab7927c9dd93975d991a2005b506001600160401b035f541682116109ed565b34610114576020366003190112610114576001600160401b03610a94610bfd565b165f526003602052602060018060a01b0360405f205416604051908152f35b34610114575f3660031901126101145760206001600160401b035f5416604051908152f35b346101145760a0366003190112610114576004356001600160401b03811161011457610b08903690600401610ba0565b6024356001600160401b03811161011457610b27903690600401610ba0565b926044359261ffff84168403610114576064356001600160401b03811161011457610b56903690600401610bcd565b906084356001600160401b038111610114576020976101a996610b80610b99933690600401610bcd565b97909660405191610b918d84610c52565b5f8352610e07565b95866112b6565b9181601f84011215610114578235916001600160401b038311610114576020838186019501011161011457565b9181601f84011215610114578235916001600160401b038311610114576020808501948460051b01011161011457565b600435906001600160401b038216820361011457565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b60e081019081106001600160401b0382111761048c57604052565b90601f801991011681019081106001600160401b0382111761048c57604052565b6001600160401b03811161048c57601f01601f191660200190565b90600182811c92168015610cbc575b6020831014610ca857565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610c9d565b5f9291815491610cd583610c8e565b8083529260018116908115610d2a5750600114610cf157505050565b5f9081526020812093945091925b838310610d10575060209250010190565b600181602092949394548385870101520191019190610cff565b915050602093945060ff929192191683830152151560051b010190565b5f5b828110610d5557505050565b5f82820155600101610d49565b91601f8211610d7057505050565b808211610d7c57505050565b610da7925f5260205f20916020601f830160051c9210610da9575b601f82910160051c039101610d47565b565b5f9150610d97565b908060209392818452848401375f828201840152601f01601f1916010190565b929192610ddd82610c73565b91610deb6040519384610c52565b829481845281830111610114578281602093845f960137010152565b909493948015801561119a575b801561118e575b6101ba57610e29868561193f565b15611180575f54926001600160401b0384166001600160401b03811461116c576001610e7c91016001600160401b03811680966001600160401b031916175f5597855f52600160205260405f2096611a4d565b94600181016002820160038301978051906001600160401b03821161048c57610eaf82610ea98c54610c8e565b8c610d62565b602090601f831160011461110957610ede92915f91836110fe575b50508160011b915f199060031b1c19161790565b88555b83516001600160401b03811161048c57610f0581610eff8454610c8e565b84610d62565b6020601f821160011461109e579080610f31925f9161109357508160011b915f199060031b1c19161790565b90555b6001600160401b03841161048c57610f5684610f508354610c8e565b83610d62565b5f601f85116001146110055792610ff592610fe692610fad87807ffa18dcfb9222418e51851ce63fbae2f129d9318ebdb8b51f25efc7976fc558bf9a99985f91610ffa57508160011b915f199060031b1c19161790565b90555b80546001600160a01b03191633179055604051606080825290958695610fd892870191610db1565b908482036020860152610c13565b82810360408401523396610cc6565b0390a3565b90508901355f6103cd565b601f19851690825f5260205f20915f5b81811061107b575092869592610ff595927ffa18dcfb9222418e51851ce63fbae2f129d9318ebdb8b51f25efc7976fc558bf9998610fe69610611062575b5050600186811b019055610fb0565b8801355f19600389901b60f8161c191690555f80611053565b9192602060018192868c013581550194019201611015565b90508601515f6103cd565b601f19821690835f52805f20915f5b8181106110e6575090836001949392106110ce575b5050811b019055610f34565b8701515f1960f88460031b161c191690555f806110c2565b9192602060018192868c0151815501940192016110ad565b015190505f80610eca565b90601f198316918b5f52815f20925f5b818110611154575090846001959493921061113c575b505050811b018855610ee1565b01515f1960f88460031b161c191690555f808061112f565b92936020600181928786015181550195019301611119565b634e487b7160e01b5f52601160045260245ffd5b6236d1df60ea1b5f5260045ffd5b50610200835111610e1b565b5060648111610e14565b6111ae8154610c8e565b90816111b8575050565b81601f5f93116001146111c9575055565b818352602083206111e691601f0160051c84190190600101610d47565b8082528160208120915555565b91908110156112155760051b81013590607e1981360301821215610114570190565b634e487b7160e01b5f52603260045260245ffd5b3561ffff811681036101145790565b903590601e198136030182121561011457018035906001600160401b0382116101145760200191813603831361011457565b90821015611215576112819160051b810190611238565b9091565b9035601e19823603018112156101145701602081359101916001600160401b03821161011457813603831361011457565b92919594606483118015611935575b6118315761ffff82169360028510801561192c575b611831576001600160401b031694855f52600260205260405f208054905f815581611881575b50505f5b848110611470575050505f848152600160209081526040909120600401805465ffff000000001981169390921b65ffff00000000169290921780835563ffffffff918216929091831461116c5763ffffffff6001859995940116809263ffffffff1916179055604051936060850191855260208501526060604085015252608082019460808160051b84010195825f90607e19813603015b8483106113d357505050505050807f20a5ead4bb3676feec8287241e295113e015dafca991730b47ec25782e4a469d9293940390a2565b909192939498607f1987820301855289358281121561011457830190606061144861142d6114126114048680611285565b608087526080870191610db1565b61141f6020870187611285565b908683036020880152610db1565b61143a6040860186611285565b908583036040870152610db1565b9201359061ffff8216809203610114576060015298602090810195940192600101919061139c565b80151580611840575b6118315761149161148b82878c6111f3565b80611238565b9050158015611818575b6101ba576114b76114ad82878c6111f3565b6020810190611238565b90501580156117fe575b6101ba576114d96114d382858561126a565b9061193f565b1580156117b1575b61118057865f52600260205260405f206114fc82878c6111f3565b908054906801000000000000000082101561048c5760018201808255821015611215575f5260205f209060021b016115348280611238565b906001600160401b03821161048c57611557826115518554610c8e565b85610d62565b5f90601f831160011461174d5761158492915f918361166d5750508160011b915f199060031b1c19161790565b81555b600181016115986020840184611238565b906001600160401b03821161048c576115b5826115518554610c8e565b5f90601f83116001146116e9576115e292915f918361166d5750508160011b915f199060031b1c19161790565b90555b600281016115f66040840184611238565b906001600160401b03821161048c57611613826115518554610c8e565b5f90601f831160011461167857600196959461ffff946116518561165c966060966003965f9261166d5750508160011b915f199060031b1c19161790565b90555b019301611229565b1661ffff1982541617905501611304565b013590505f80610eca565b601f19831691845f5260205f20925f5b8181106116d1575094600185606095600395839c9b9a9561165c9961ffff9b106116ba575b505050811b019055611654565b01355f1983881b60f8161c191690555f80806116ad565b91936020600181928787013581550195019201611688565b601f19831691845f5260205f20925f5b818110611735575090846001959493921061171c575b505050811b0190556115e5565b01355f19600384901b60f8161c191690555f808061170f565b919360206001819287870135815501950192016116f9565b601f19831691845f5260205f20925f5b8181106117995750908460019594939210611780575b505050811b018155611587565b01355f19600384901b60f8161c191690555f8080611773565b9193602060018192878701358155019501920161175d565b50886117f06117e96117df84896117d26117cc838b8b61126a565b90611a4d565b60208151910120956111f3565b6040810190611238565b3691610dd1565b6020815191012014156114e1565b506102006118106114ad83888d6111f3565b9050116114c1565b50606461182961148b83888d6111f3565b90501161149b565b63569acd2160e11b5f5260045ffd5b50611857606061185183888d6111f3565b01611229565b5f19820182811161116c5761ffff611877606061185183948f8c906111f3565b1691161115611479565b600282901b916001600160fe1b0381160361116c575f5260205f205f5b8281106118ab5750611300565b805f600360049385016118bd816111a4565b6118c9600182016111a4565b600281016118d78154610c8e565b90816118e8575b505001550161189e565b81601f8693116001146118ff5750555b5f806118de565b8183526020832061191c91601f0160051c84190190600101610d47565b80825281602081209155556118f8565b508385116112da565b50828114156112c5565b6101008203611a47575f806040516020810190858583376119726020808389810160018382015203018084520182610c52565b5190600e62030d40fa913d15611a40573d61198c81610c73565b9061199a6040519283610c52565b81523d5f602083013e5b83611a33575b83611a0f575b50826119bb57505090565b5f925082915b8183106119d057505050151590565b9091926020840180851161116c5780851161011457838111610114576119fb90859003838601611b41565b17926020810180911161116c5791906119c1565b90925060208151910120611a24368484610dd1565b6020815191012014915f6119b0565b80516101001493506119aa565b60606119a4565b50505f90565b91909182608011610114578260401161011457604051906020820190603060508201833760306010820160508501375f608084015260608352611a91608084610c52565b82948061010011610114575f808060205b60408310611b0757505050611af55760c011610114576080611ac49101611b5d565b15611aeb57600560fd1b5b8251156112155760ff60f81b825116175f1a9151156112155753565b600160ff1b611acf565b5060c0611b029101611b5d565b611ac4565b90919281840180851161116c576040106101145785840160c001359083611b3c575b179281810180911161116c579190611aa2565b611b29565b359060208110611b4f575090565b5f199060200360031b1b1690565b8035906f0d0088f51cbff34d258dd3db21a5d66b8211918215611b7f57505090565b6f0d0088f51cbff34d258dd3db21a5d66b14915081611b9c575090565b7fb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555915060200135119056",
}

// KeyServerRegistry is an auto generated Go binding around an Ethereum contract.
type KeyServerRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *KeyServerRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewKeyServerRegistry creates a new instance of KeyServerRegistry.
func NewKeyServerRegistry() *KeyServerRegistry {
	parsed, err := KeyServerRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &KeyServerRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *KeyServerRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x938daf46.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accept(uint64 serial) returns()
func (keyServerRegistry *KeyServerRegistry) PackAccept(serial uint64) []byte {
	enc, err := keyServerRegistry.abi.Pack("accept", serial)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x938daf46.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accept(uint64 serial) returns()
func (keyServerRegistry *KeyServerRegistry) TryPackAccept(serial uint64) ([]byte, error) {
	return keyServerRegistry.abi.Pack("accept", serial)
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count() view returns(uint64)
func (keyServerRegistry *KeyServerRegistry) PackCount() []byte {
	enc, err := keyServerRegistry.abi.Pack("count")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count() view returns(uint64)
func (keyServerRegistry *KeyServerRegistry) TryPackCount() ([]byte, error) {
	return keyServerRegistry.abi.Pack("count")
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06661abd.
//
// Solidity: function count() view returns(uint64)
func (keyServerRegistry *KeyServerRegistry) UnpackCount(data []byte) (uint64, error) {
	out, err := keyServerRegistry.abi.Unpack("count", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackHeirOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10b98a10.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function heirOf(uint64 serial) view returns(address)
func (keyServerRegistry *KeyServerRegistry) PackHeirOf(serial uint64) []byte {
	enc, err := keyServerRegistry.abi.Pack("heirOf", serial)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeirOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10b98a10.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function heirOf(uint64 serial) view returns(address)
func (keyServerRegistry *KeyServerRegistry) TryPackHeirOf(serial uint64) ([]byte, error) {
	return keyServerRegistry.abi.Pack("heirOf", serial)
}

// UnpackHeirOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x10b98a10.
//
// Solidity: function heirOf(uint64 serial) view returns(address)
func (keyServerRegistry *KeyServerRegistry) UnpackHeirOf(data []byte) (common.Address, error) {
	out, err := keyServerRegistry.abi.Unpack("heirOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackMembersOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f7454a8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function membersOf(uint64 serial) view returns((string,string,bytes,uint16)[])
func (keyServerRegistry *KeyServerRegistry) PackMembersOf(serial uint64) []byte {
	enc, err := keyServerRegistry.abi.Pack("membersOf", serial)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMembersOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f7454a8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function membersOf(uint64 serial) view returns((string,string,bytes,uint16)[])
func (keyServerRegistry *KeyServerRegistry) TryPackMembersOf(serial uint64) ([]byte, error) {
	return keyServerRegistry.abi.Pack("membersOf", serial)
}

// UnpackMembersOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9f7454a8.
//
// Solidity: function membersOf(uint64 serial) view returns((string,string,bytes,uint16)[])
func (keyServerRegistry *KeyServerRegistry) UnpackMembersOf(data []byte) ([]KeyServerRegistryMember, error) {
	out, err := keyServerRegistry.abi.Unpack("membersOf", data)
	if err != nil {
		return *new([]KeyServerRegistryMember), err
	}
	out0 := *abi.ConvertType(out[0], new([]KeyServerRegistryMember)).(*[]KeyServerRegistryMember)
	return out0, nil
}

// PackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcff193a9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offer(uint64 serial, address heir) returns()
func (keyServerRegistry *KeyServerRegistry) PackOffer(serial uint64, heir common.Address) []byte {
	enc, err := keyServerRegistry.abi.Pack("offer", serial, heir)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcff193a9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function offer(uint64 serial, address heir) returns()
func (keyServerRegistry *KeyServerRegistry) TryPackOffer(serial uint64, heir common.Address) ([]byte, error) {
	return keyServerRegistry.abi.Pack("offer", serial, heir)
}

// PackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf77f272b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function register(string name, string url, bytes point) returns(uint64 serial)
func (keyServerRegistry *KeyServerRegistry) PackRegister(name string, url string, point []byte) []byte {
	enc, err := keyServerRegistry.abi.Pack("register", name, url, point)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf77f272b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function register(string name, string url, bytes point) returns(uint64 serial)
func (keyServerRegistry *KeyServerRegistry) TryPackRegister(name string, url string, point []byte) ([]byte, error) {
	return keyServerRegistry.abi.Pack("register", name, url, point)
}

// UnpackRegister is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf77f272b.
//
// Solidity: function register(string name, string url, bytes point) returns(uint64 serial)
func (keyServerRegistry *KeyServerRegistry) UnpackRegister(data []byte) (uint64, error) {
	out, err := keyServerRegistry.abi.Unpack("register", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackRegisterCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0078c7a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerCommittee(string name, bytes point, uint16 threshold, (string,string,bytes,uint16)[] set, bytes[] points) returns(uint64 serial)
func (keyServerRegistry *KeyServerRegistry) PackRegisterCommittee(name string, point []byte, threshold uint16, set []KeyServerRegistryMember, points [][]byte) []byte {
	enc, err := keyServerRegistry.abi.Pack("registerCommittee", name, point, threshold, set, points)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0078c7a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerCommittee(string name, bytes point, uint16 threshold, (string,string,bytes,uint16)[] set, bytes[] points) returns(uint64 serial)
func (keyServerRegistry *KeyServerRegistry) TryPackRegisterCommittee(name string, point []byte, threshold uint16, set []KeyServerRegistryMember, points [][]byte) ([]byte, error) {
	return keyServerRegistry.abi.Pack("registerCommittee", name, point, threshold, set, points)
}

// UnpackRegisterCommittee is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0078c7a6.
//
// Solidity: function registerCommittee(string name, bytes point, uint16 threshold, (string,string,bytes,uint16)[] set, bytes[] points) returns(uint64 serial)
func (keyServerRegistry *KeyServerRegistry) UnpackRegisterCommittee(data []byte) (uint64, error) {
	out, err := keyServerRegistry.abi.Unpack("registerCommittee", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackRetire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26806f62.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retire(uint64 serial, bool retired) returns()
func (keyServerRegistry *KeyServerRegistry) PackRetire(serial uint64, retired bool) []byte {
	enc, err := keyServerRegistry.abi.Pack("retire", serial, retired)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26806f62.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retire(uint64 serial, bool retired) returns()
func (keyServerRegistry *KeyServerRegistry) TryPackRetire(serial uint64, retired bool) ([]byte, error) {
	return keyServerRegistry.abi.Pack("retire", serial, retired)
}

// PackServer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b07435.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function server(uint64 serial) view returns((address,bool,string,string,bytes,uint32,uint16))
func (keyServerRegistry *KeyServerRegistry) PackServer(serial uint64) []byte {
	enc, err := keyServerRegistry.abi.Pack("server", serial)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackServer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b07435.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function server(uint64 serial) view returns((address,bool,string,string,bytes,uint32,uint16))
func (keyServerRegistry *KeyServerRegistry) TryPackServer(serial uint64) ([]byte, error) {
	return keyServerRegistry.abi.Pack("server", serial)
}

// UnpackServer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x47b07435.
//
// Solidity: function server(uint64 serial) view returns((address,bool,string,string,bytes,uint32,uint16))
func (keyServerRegistry *KeyServerRegistry) UnpackServer(data []byte) (KeyServerRegistryServer, error) {
	out, err := keyServerRegistry.abi.Unpack("server", data)
	if err != nil {
		return *new(KeyServerRegistryServer), err
	}
	out0 := *abi.ConvertType(out[0], new(KeyServerRegistryServer)).(*KeyServerRegistryServer)
	return out0, nil
}

// PackServerId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf92a0d97.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function serverId(uint64 serial) view returns(bytes32)
func (keyServerRegistry *KeyServerRegistry) PackServerId(serial uint64) []byte {
	enc, err := keyServerRegistry.abi.Pack("serverId", serial)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackServerId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf92a0d97.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function serverId(uint64 serial) view returns(bytes32)
func (keyServerRegistry *KeyServerRegistry) TryPackServerId(serial uint64) ([]byte, error) {
	return keyServerRegistry.abi.Pack("serverId", serial)
}

// UnpackServerId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf92a0d97.
//
// Solidity: function serverId(uint64 serial) view returns(bytes32)
func (keyServerRegistry *KeyServerRegistry) UnpackServerId(data []byte) ([32]byte, error) {
	out, err := keyServerRegistry.abi.Unpack("serverId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0cfc04f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setCommittee(uint64 serial, uint16 threshold, (string,string,bytes,uint16)[] set, bytes[] points) returns()
func (keyServerRegistry *KeyServerRegistry) PackSetCommittee(serial uint64, threshold uint16, set []KeyServerRegistryMember, points [][]byte) []byte {
	enc, err := keyServerRegistry.abi.Pack("setCommittee", serial, threshold, set, points)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0cfc04f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setCommittee(uint64 serial, uint16 threshold, (string,string,bytes,uint16)[] set, bytes[] points) returns()
func (keyServerRegistry *KeyServerRegistry) TryPackSetCommittee(serial uint64, threshold uint16, set []KeyServerRegistryMember, points [][]byte) ([]byte, error) {
	return keyServerRegistry.abi.Pack("setCommittee", serial, threshold, set, points)
}

// PackSetUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc46896f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setUrl(uint64 serial, string url) returns()
func (keyServerRegistry *KeyServerRegistry) PackSetUrl(serial uint64, url string) []byte {
	enc, err := keyServerRegistry.abi.Pack("setUrl", serial, url)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc46896f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setUrl(uint64 serial, string url) returns()
func (keyServerRegistry *KeyServerRegistry) TryPackSetUrl(serial uint64, url string) ([]byte, error) {
	return keyServerRegistry.abi.Pack("setUrl", serial, url)
}

// KeyServerRegistryCommitteeSet represents a CommitteeSet event raised by the KeyServerRegistry contract.
type KeyServerRegistryCommitteeSet struct {
	Serial    uint64
	Version   uint32
	Threshold uint16
	Members   []KeyServerRegistryMember
	Raw       *types.Log // Blockchain specific contextual infos
}

const KeyServerRegistryCommitteeSetEventName = "CommitteeSet"

// ContractEventName returns the user-defined event name.
func (KeyServerRegistryCommitteeSet) ContractEventName() string {
	return KeyServerRegistryCommitteeSetEventName
}

// UnpackCommitteeSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CommitteeSet(uint64 indexed serial, uint32 version, uint16 threshold, (string,string,bytes,uint16)[] members)
func (keyServerRegistry *KeyServerRegistry) UnpackCommitteeSetEvent(log *types.Log) (*KeyServerRegistryCommitteeSet, error) {
	event := "CommitteeSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != keyServerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KeyServerRegistryCommitteeSet)
	if len(log.Data) > 0 {
		if err := keyServerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range keyServerRegistry.abi.Events[event].Inputs {
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

// KeyServerRegistryOffered represents a Offered event raised by the KeyServerRegistry contract.
type KeyServerRegistryOffered struct {
	Serial uint64
	Heir   common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const KeyServerRegistryOfferedEventName = "Offered"

// ContractEventName returns the user-defined event name.
func (KeyServerRegistryOffered) ContractEventName() string {
	return KeyServerRegistryOfferedEventName
}

// UnpackOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Offered(uint64 indexed serial, address indexed heir)
func (keyServerRegistry *KeyServerRegistry) UnpackOfferedEvent(log *types.Log) (*KeyServerRegistryOffered, error) {
	event := "Offered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != keyServerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KeyServerRegistryOffered)
	if len(log.Data) > 0 {
		if err := keyServerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range keyServerRegistry.abi.Events[event].Inputs {
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

// KeyServerRegistryRegistered represents a Registered event raised by the KeyServerRegistry contract.
type KeyServerRegistryRegistered struct {
	Serial    uint64
	Owner     common.Address
	Name      string
	Url       string
	PublicKey []byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const KeyServerRegistryRegisteredEventName = "Registered"

// ContractEventName returns the user-defined event name.
func (KeyServerRegistryRegistered) ContractEventName() string {
	return KeyServerRegistryRegisteredEventName
}

// UnpackRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Registered(uint64 indexed serial, address indexed owner, string name, string url, bytes publicKey)
func (keyServerRegistry *KeyServerRegistry) UnpackRegisteredEvent(log *types.Log) (*KeyServerRegistryRegistered, error) {
	event := "Registered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != keyServerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KeyServerRegistryRegistered)
	if len(log.Data) > 0 {
		if err := keyServerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range keyServerRegistry.abi.Events[event].Inputs {
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

// KeyServerRegistryRetired represents a Retired event raised by the KeyServerRegistry contract.
type KeyServerRegistryRetired struct {
	Serial  uint64
	Retired bool
	Raw     *types.Log // Blockchain specific contextual infos
}

const KeyServerRegistryRetiredEventName = "Retired"

// ContractEventName returns the user-defined event name.
func (KeyServerRegistryRetired) ContractEventName() string {
	return KeyServerRegistryRetiredEventName
}

// UnpackRetiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Retired(uint64 indexed serial, bool retired)
func (keyServerRegistry *KeyServerRegistry) UnpackRetiredEvent(log *types.Log) (*KeyServerRegistryRetired, error) {
	event := "Retired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != keyServerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KeyServerRegistryRetired)
	if len(log.Data) > 0 {
		if err := keyServerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range keyServerRegistry.abi.Events[event].Inputs {
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

// KeyServerRegistryTransferred represents a Transferred event raised by the KeyServerRegistry contract.
type KeyServerRegistryTransferred struct {
	Serial uint64
	From   common.Address
	To     common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const KeyServerRegistryTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (KeyServerRegistryTransferred) ContractEventName() string {
	return KeyServerRegistryTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(uint64 indexed serial, address indexed from, address indexed to)
func (keyServerRegistry *KeyServerRegistry) UnpackTransferredEvent(log *types.Log) (*KeyServerRegistryTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != keyServerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KeyServerRegistryTransferred)
	if len(log.Data) > 0 {
		if err := keyServerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range keyServerRegistry.abi.Events[event].Inputs {
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

// KeyServerRegistryUrlSet represents a UrlSet event raised by the KeyServerRegistry contract.
type KeyServerRegistryUrlSet struct {
	Serial uint64
	Url    string
	Raw    *types.Log // Blockchain specific contextual infos
}

const KeyServerRegistryUrlSetEventName = "UrlSet"

// ContractEventName returns the user-defined event name.
func (KeyServerRegistryUrlSet) ContractEventName() string {
	return KeyServerRegistryUrlSetEventName
}

// UnpackUrlSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UrlSet(uint64 indexed serial, string url)
func (keyServerRegistry *KeyServerRegistry) UnpackUrlSetEvent(log *types.Log) (*KeyServerRegistryUrlSet, error) {
	event := "UrlSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != keyServerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KeyServerRegistryUrlSet)
	if len(log.Data) > 0 {
		if err := keyServerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range keyServerRegistry.abi.Events[event].Inputs {
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
func (keyServerRegistry *KeyServerRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["BadMembers"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackBadMembersError(raw[4:])
	}
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["BadPublicKey"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackBadPublicKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["BadText"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackBadTextError(raw[4:])
	}
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["IsCommittee"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackIsCommitteeError(raw[4:])
	}
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["NoCommittee"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackNoCommitteeError(raw[4:])
	}
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["NoSuchServer"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackNoSuchServerError(raw[4:])
	}
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["NotHeir"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackNotHeirError(raw[4:])
	}
	if bytes.Equal(raw[:4], keyServerRegistry.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return keyServerRegistry.UnpackNotOwnerError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// KeyServerRegistryBadMembers represents a BadMembers error raised by the KeyServerRegistry contract.
type KeyServerRegistryBadMembers struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadMembers()
func KeyServerRegistryBadMembersErrorID() common.Hash {
	return common.HexToHash("0xad359a42e44f36736c6c44b3e02d39ef52d9ecd5bec2b175a9f031ea495385ba")
}

// UnpackBadMembersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadMembers()
func (keyServerRegistry *KeyServerRegistry) UnpackBadMembersError(raw []byte) (*KeyServerRegistryBadMembers, error) {
	out := new(KeyServerRegistryBadMembers)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "BadMembers", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KeyServerRegistryBadPublicKey represents a BadPublicKey error raised by the KeyServerRegistry contract.
type KeyServerRegistryBadPublicKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadPublicKey()
func KeyServerRegistryBadPublicKeyErrorID() common.Hash {
	return common.HexToHash("0xdb477c00ef351c07ad229e1b51d9b812a827c5ca146549626b0a395532a67643")
}

// UnpackBadPublicKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadPublicKey()
func (keyServerRegistry *KeyServerRegistry) UnpackBadPublicKeyError(raw []byte) (*KeyServerRegistryBadPublicKey, error) {
	out := new(KeyServerRegistryBadPublicKey)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "BadPublicKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KeyServerRegistryBadText represents a BadText error raised by the KeyServerRegistry contract.
type KeyServerRegistryBadText struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadText()
func KeyServerRegistryBadTextErrorID() common.Hash {
	return common.HexToHash("0x5a2a093ee20a450811e08cd3014e796844ca8a274fbbada696a38d9215af61d9")
}

// UnpackBadTextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadText()
func (keyServerRegistry *KeyServerRegistry) UnpackBadTextError(raw []byte) (*KeyServerRegistryBadText, error) {
	out := new(KeyServerRegistryBadText)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "BadText", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KeyServerRegistryIsCommittee represents a IsCommittee error raised by the KeyServerRegistry contract.
type KeyServerRegistryIsCommittee struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IsCommittee()
func KeyServerRegistryIsCommitteeErrorID() common.Hash {
	return common.HexToHash("0x52bd614cac2c73fcc1237719a9214aaa15a3cc813cc9477dcd3c0afdb83e99a9")
}

// UnpackIsCommitteeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IsCommittee()
func (keyServerRegistry *KeyServerRegistry) UnpackIsCommitteeError(raw []byte) (*KeyServerRegistryIsCommittee, error) {
	out := new(KeyServerRegistryIsCommittee)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "IsCommittee", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KeyServerRegistryNoCommittee represents a NoCommittee error raised by the KeyServerRegistry contract.
type KeyServerRegistryNoCommittee struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoCommittee()
func KeyServerRegistryNoCommitteeErrorID() common.Hash {
	return common.HexToHash("0x9210c8d6855d55ce8e2121ea0d16eef0817070b04cbaf38dfd9b0a423b26996c")
}

// UnpackNoCommitteeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoCommittee()
func (keyServerRegistry *KeyServerRegistry) UnpackNoCommitteeError(raw []byte) (*KeyServerRegistryNoCommittee, error) {
	out := new(KeyServerRegistryNoCommittee)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "NoCommittee", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KeyServerRegistryNoSuchServer represents a NoSuchServer error raised by the KeyServerRegistry contract.
type KeyServerRegistryNoSuchServer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchServer()
func KeyServerRegistryNoSuchServerErrorID() common.Hash {
	return common.HexToHash("0xafff8c04aba09b59a1b3ad253e64af323bd14dbf6f9bf6023005821459a691fd")
}

// UnpackNoSuchServerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchServer()
func (keyServerRegistry *KeyServerRegistry) UnpackNoSuchServerError(raw []byte) (*KeyServerRegistryNoSuchServer, error) {
	out := new(KeyServerRegistryNoSuchServer)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "NoSuchServer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KeyServerRegistryNotHeir represents a NotHeir error raised by the KeyServerRegistry contract.
type KeyServerRegistryNotHeir struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHeir()
func KeyServerRegistryNotHeirErrorID() common.Hash {
	return common.HexToHash("0x8419e5505cf3626837095ffc31d2bfb04368ec28b4cd306aa907008c3fdb03d1")
}

// UnpackNotHeirError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHeir()
func (keyServerRegistry *KeyServerRegistry) UnpackNotHeirError(raw []byte) (*KeyServerRegistryNotHeir, error) {
	out := new(KeyServerRegistryNotHeir)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "NotHeir", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KeyServerRegistryNotOwner represents a NotOwner error raised by the KeyServerRegistry contract.
type KeyServerRegistryNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func KeyServerRegistryNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (keyServerRegistry *KeyServerRegistry) UnpackNotOwnerError(raw []byte) (*KeyServerRegistryNotOwner, error) {
	out := new(KeyServerRegistryNotOwner)
	if err := keyServerRegistry.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}
