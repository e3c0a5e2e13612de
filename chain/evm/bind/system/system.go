// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package system

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

// SystemBlob is an auto generated low-level Go binding around an user-defined struct.
type SystemBlob struct {
	BlobId          [32]byte
	Size            uint64
	EncodingType    uint8
	Deletable       bool
	RegisteredEpoch uint32
	CertifiedEpoch  uint32
	StartEpoch      uint32
	EndEpoch        uint32
	StorageSize     uint64
	Owner           common.Address
}

// SystemMetaData contains all meta data concerning the System contract.
var SystemMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"token_\",\"type\":\"address\",\"internalType\":\"contractToken\"},{\"name\":\"epochs_\",\"type\":\"address\",\"internalType\":\"contractEpochs\"},{\"name\":\"certs_\",\"type\":\"address\",\"internalType\":\"contractCerts\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"blob\",\"inputs\":[{\"name\":\"objectId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structSystem.Blob\",\"components\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encodingType\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"registeredEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"certifiedEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"storageSize\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"capacity\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"used\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"total\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"certify\",\"inputs\":[{\"name\":\"objectId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signers\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"message\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"certs\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractCerts\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epochs\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractEpochs\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getApproved\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isApprovedForAll\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"reserveAndRegister\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encodingType\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxCost\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"objectId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rewards\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"paid\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setApprovalForAll\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"token\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractToken\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"tokenURI\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ApprovalForAll\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BlobCertified\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"isExtension\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BlobRegistered\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"encodingType\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadBitmap\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadMessage\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BlobExpired\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BlobIdMismatch\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BlobTooLarge\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"CapacityExceeded\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"free\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"CostAboveMax\",\"inputs\":[{\"name\":\"cost\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxCost\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientAllowance\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientBalance\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSpender\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721IncorrectOwner\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InsufficientApproval\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidOperator\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721NonexistentToken\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"EpochsOutOfRange\",\"inputs\":[{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"max\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NoQuorum\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchObject\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PersistenceMismatch\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UnsupportedEncoding\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongEpoch\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"want\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}]",
	ID:  "System",
	Bin: "0x60e0346100d257601f611dd938819003918201601f19168301916001600160401b038311848410176100d6578084926060946040528339810103126100d2578051906001600160a01b03821682036100d2576020810151906001600160a01b03821682036100d25760400151916001600160a01b03831683036100d25760805260a05260c052604051611cee90816100eb82396080518181816101600152610b93015260a0518181816102190152818161083601528181610ffe015261163f015260c05181818161011801526117ca0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816301ffc9a71461124e5750806306fdde0314611206578063081812fc146111be578063095ea7b3146110eb57806323b872dd146110d457806342842e0e146110ab57806345a159851461102d57806358152d0714610fe95780636352211e14610fb957806370a0823114610f5d5780638aae44391461064c5780638f7c0c761461061657806395d89b41146105ce578063a22cb46514610536578063b88d4fde146104ad578063c87b56dd14610464578063ce3c84d0146102ad578063e3e13d12146101db578063e985e9c51461018f578063fc0c546a1461014b5763ffddcb8714610103575f80fd5b34610147575f366003190112610147576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b34610147575f366003190112610147576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610147576040366003190112610147576101a86112dd565b6101b96101b36112f3565b916113ef565b9060018060a01b03165f52602052602060ff60405f2054166040519015158152f35b346101475760203660031901126101475761020263ffffffff6101fc611370565b16611bea565b5060405163d502562560e01b81529060c0826004817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9182156102a2576040926001600160401b03915f9161026d575b5081845193168352166020820152f35b61028f915060c03d60c01161029b575b61028781836113b3565b810190611b77565b9450505050508461025d565b503d61027d565b6040513d5f823e3d90fd5b34610147576020366003190112610147575f6101206040516102ce81611383565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015201526004355f525f516020611cae5f395f51905f5260205260405f2060018101549060028101549082156104555754916040519061033f82611383565b838252602082016001600160401b0382168152604083018260401c60ff168152606084018360481c60ff161515815260808501908460501c63ffffffff16825260a08601928560701c63ffffffff16845260c08701948660901c63ffffffff16865260e088019660b01c63ffffffff1687526101008801978960a01c6001600160401b031689526101200198600160a01b60019003168952604051998a52516001600160401b031660208a01525160ff16604089015251151560608801525163ffffffff1660808701525163ffffffff1660a08601525163ffffffff1660c08501525163ffffffff1660e0840152516001600160401b0316610100830152600160a01b6001900390511661012082015261014090f35b6307ce169b60e51b5f5260045ffd5b34610147576020366003190112610147576104806004356119cd565b506104a96040516104926020826113b3565b5f81526040519182916020835260208301906112b9565b0390f35b34610147576080366003190112610147576104c66112dd565b6104ce6112f3565b606435916001600160401b0383116101475736602384011215610147578260040135916104fa836113d4565b9261050860405194856113b3565b8084523660248287010111610147576020815f9260246105349801838801378501015260443591611a23565b005b346101475760403660031901126101475761054f6112dd565b60243590811515809203610147576001600160a01b03169081156105bb57610576336113ef565b825f5260205260405f2060ff1981541660ff83161790556040519081527f17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c3160203392a3005b50630b61174360e31b5f5260045260245ffd5b34610147575f366003190112610147576104a96040516105ef6040826113b3565b60068152652ba0a627a12560d11b60208201526040519182916020835260208301906112b9565b3461014757602036600319011261014757602061063963ffffffff6101fc611370565b90506001600160401b0360405191168152f35b3461014757610100366003190112610147576044356001600160401b038116808203610147576064359160ff83169081840361014757608435918215158084036101475760a4359163ffffffff8316908184036101475760c435966001600160401b0388168098036101475760e4356001600160a01b0381169690879003610147577f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c610f4e5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d60018303610f3f57604051905f8252600360fa1b60038301527f28c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa560048301527fd182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b60248301525f60648301525f60848301525f60a483015266ff00ff00ff00ff67ff00ff00ff00ff008260081b169160081c161765ffff0000ffff67ffff0000ffff00008260101b169160101c161767ffffffff000000008160201b169060201c1760b81b8a60f81b176044820152602435604d820152602960f81b60c4820152600160d482015360408160d58160095afa156101475760403d0361014757600435905103610f305760405163d502562560e01b81529660c0886004817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9687156102a2575f975f5f9a5f925f915f91610ef9575b506001600160401b03169161ffff81169063ffffffff8d16809e81155f14610ee357505f905b8b11801590610eda575b610ebd57506108be6108b883611c56565b90611a10565b61fffe81029080820461fffe1490151715610c2e578811610eae576108e282611c56565b906108ed8282611a10565b8a610e67575061091a90610915623fffc09361090f60015b6001811690611bcf565b92611bcf565b611a10565b9160061b1682810460401483151715610c2e5761093691611bcf565b60208101809111610c2e5761094a91611a10565b9262100000840190818511610c2e57620fffff8501918211610c2e576001600160401b03610981816109899460141c931683611a10565b931690611a10565b8c890363ffffffff8111610c2e576109b28f916109ad63ffffffff85921686611a10565b611bcf565b9e8f11610e265750906109c9828e94939492611bcf565b915b898210610c5c57505050508115610c49579060029160015f527f426b0622b61300b1874ec7ec0f2abe54d624e9ecb25db5b40c8129410e9c040360205260405f20610a168154611bdc565b809155604051602081019146835230604083015260016060830152608082015260808152610a4560a0826113b3565b5190209c8d9a835f525f516020611cce5f395f51905f5260205260405f20600181540190556040519a8c855f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8180a48c5f525f516020611cae5f395f51905f5260205260405f209660043588555f14610c42576001905b63ffffffff60b01b9060b01b169268ff000000000000000069ff00000000000000000063ffffffff60901b8560901b169463ffffffff60501b9060501b169360481b169160401b16891717171717600185015560a01b1791015584526020840152604083015260608201527f31732c4ac03f65238f2d83e256bf4f221db70637c5168960aa5f04da06f8eaba608060043592a4633b9aca00810290808204633b9aca001490151715610c2e576040516323b872dd60e01b815233600482015230602482015260448101919091526020816064815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156102a257610bf6575b6020825f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b6020813d602011610c26575b81610c0f602093836113b3565b810103126101475751801515036101475781610bc8565b3d9150610c02565b634e487b7160e01b5f52601160045260245ffd5b5f90610abd565b50633250574960e11b5f5260045260245ffd5b8160011c805f527fb6cd942f60cae10793ce855f009b64cbe0234a1b39d7ad7ee594451c763a850060205260405f2054906001841615610da0575b8b841080610d94575b610cd5575b5f527fb6cd942f60cae10793ce855f009b64cbe0234a1b39d7ad7ee594451c763a850060205260405f20556109cb565b92946001600160401b038260801c16918383105f14610d8e57610cf88385611c49565b808911610d685750610d0d868260c01c611bcf565b926001600160401b038411610d5457610d4393610d328a6001600160801b0393611bcf565b9060401b1760801b91161794611c49565b92610d4e5f95611bdc565b92610ca5565b634e487b7160e01b5f52600160045260245ffd5b6001600160401b039063ffffffff89635fcf214160e11b5f52166004521660245260445ffd5b5f610cf8565b50808460011c14610ca0565b92946001600160401b0382169183831015610e2057610dbf8385611c49565b808911610d685750610ddd866001600160401b038360401c16611bcf565b6001600160401b038111610d5457610df889610e0f95611bcf565b9060401b17906001600160801b0319161794611c49565b92610e1a5f95611bdc565b92610c97565b5f610dbf565b8e6001600160401b03811115610e5757506001600160401b03805b6306690e0b60e41b5f521660045260245260445ffd5b6001600160401b03809116610e41565b90610e72828c611bcf565b5f19810192908311610c2e578015610e9a57623fffc09361090f6109159261091a9504610905565b634e487b7160e01b5f52601260045260245ffd5b632c0f38ad60e11b5f5260045ffd5b63ffffffff908b63158a1e3760e11b5f526004521660245260445ffd5b50808b116108a7565b63ffffffff610ef3911682611bcf565b9061089d565b9350505050610f229199506001600160401b03985060c03d60c01161029b5761028781836113b3565b929c949b9193929091610877565b63cc15a21560e01b5f5260045ffd5b6390f3aadd60e01b5f5260045ffd5b633ee5aeb560e01b5f5260045ffd5b34610147576020366003190112610147576001600160a01b03610f7e6112dd565b168015610fa7575f525f516020611cce5f395f51905f52602052602060405f2054604051908152f35b6322718ad960e21b5f5260045260245ffd5b34610147576020366003190112610147576020610fd76004356119cd565b6040516001600160a01b039091168152f35b34610147575f366003190112610147576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610147576080366003190112610147576024356001600160401b0381116101475761105d903690600401611343565b6044356001600160401b0381116101475761107c903690600401611343565b60643593916001600160401b038511610147576110a0610534953690600401611343565b9490936004356115f0565b34610147576105346110bc36611309565b90604051926110cc6020856113b3565b5f8452611a23565b34610147576105346110e536611309565b91611427565b34610147576040366003190112610147576111046112dd565b60243590611111826119cd565b6001600160a01b0381169033821415908161119a575b50611187575f8381525f516020611c8e5f395f51905f526020526040812080546001600160a01b0319166001600160a01b0390941693841790557f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b9259080a4005b63a9fbf51f60e01b5f523360045260245ffd5b6111a491506113ef565b335f908152602091909152604090205460ff161584611127565b34610147576020366003190112610147576004356111db816119cd565b505f525f516020611c8e5f395f51905f52602052602060018060a01b0360405f205416604051908152f35b34610147575f366003190112610147576104a96040516112276040826113b3565b600681526557616c72757360d01b60208201526040519182916020835260208301906112b9565b34610147576020366003190112610147576004359063ffffffff60e01b8216809203610147576020916301ffc9a760e01b81149081156112a8575b8115611297575b5015158152f35b635b5e139f60e01b14905083611290565b6380ac58cd60e01b81149150611289565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600435906001600160a01b038216820361014757565b602435906001600160a01b038216820361014757565b6060906003190112610147576004356001600160a01b038116810361014757906024356001600160a01b0381168103610147579060443590565b9181601f84011215610147578235916001600160401b038311610147576020838186019501011161014757565b6004359063ffffffff8216820361014757565b61014081019081106001600160401b0382111761139f57604052565b634e487b7160e01b5f52604160045260245ffd5b90601f801991011681019081106001600160401b0382111761139f57604052565b6001600160401b03811161139f57601f01601f191660200190565b6001600160a01b03165f9081527f426b0622b61300b1874ec7ec0f2abe54d624e9ecb25db5b40c8129410e9c04026020526040902090565b6001600160a01b03909116908115610c4957611442836119cd565b6001600160a01b03918216918116828103611596573314908115611573575b508015611548575b1561153157825f525f516020611c8e5f395f51905f5260205260405f206bffffffffffffffffffffffff60a01b8154169055805f525f516020611cce5f395f51905f5260205260405f205f198154019055815f525f516020611cce5f395f51905f5260205260405f2060018154019055825f525f516020611cae5f395f51905f52602052600260405f2001826bffffffffffffffffffffffff60a01b8254161790557fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef5f80a4565b8263177e802f60e01b5f523360045260245260445ffd5b505f8381525f516020611c8e5f395f51905f5260205260409020546001600160a01b03163314611469565b61157d91506113ef565b335f908152602091909152604081205460ff1690611461565b84836364283d7b60e01b5f5260045260245260445260645ffd5b519063ffffffff8216820361014757565b519061ffff8216820361014757565b908060209392818452848401375f828201840152601f01601f1916010190565b9495939192855f525f516020611cae5f395f51905f5260205260405f2092600184019182549182156104555763ffffffff8360701c166119c1576040516323784bad60e11b81526060816004817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa80156102a2575f985f925f9261195e575b5063ffffffff8660b01c169c8d9963ffffffff8c169e8f101561194f57549b60ff8860481c161515996028821080156118ff575b6118aa5781600711610147578f600384013562ff00ff63ff00ff0064ffffffff008360d81c16169160e81c161763ffffffff808260101b169160101c16179081036118e5575081602711610147578d6007840135036118aa5781602710156118d157602783013560f81c6001811180156118b9575b6118aa5760018c911403611885578a80611894575b6118855761ffff8616956201fffe60039160011b16049760018901809911610c2e576020976117a26117b4936117c6976040519c8d9b8c9b6311ba270d60e01b8d5260018060a01b031660048d015260248c015260448b015260c060648b015260c48a01916115d0565b878103600319016084890152916115d0565b8481036003190160a4860152916115d0565b03817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa80156102a25761184c575b509060609392917fc2c4a1205f07ccc6a671d3b8458eaefbe922c7b8dc3a2ce2dcae30e5106f26f69563ffffffff60701b9060701b1617905560405191825260208201525f6040820152a4565b939291906020853d60201161187d575b81611869602093836113b3565b8101031261014757929350909160606117ff565b3d915061185c565b630ee3e9c360e11b5f5260045ffd5b5081604811610147578e60288401351415611738565b63c42784c960e01b5f5260045ffd5b50806118ca5760285b831415611723565b60486118c2565b634e487b7160e01b5f52603260045260245ffd5b90508f9150636112d25360e01b5f5260045260245260445ffd5b5082356001600160e81b031981169060038410611930575b506001600160e81b0319166201000360e81b14156116ae565b6001600160e81b03196003858103901b81901b9091161690505f611917565b636327083760e11b5f5260045ffd5b99509150506060883d6060116119b9575b8161197c606093836113b3565b810103126101475761198d886115b0565b90604061199c60208b016115c1565b990151916001600160a01b0383168303610147579891905f61167a565b3d915061196f565b50505050505050505050565b5f8181525f516020611cae5f395f51905f5260205260409020600201546001600160a01b0316919082156119fe5750565b637e27328960e01b5f5260045260245ffd5b81810292918115918404141715610c2e57565b9291611a30818386611427565b813b611a3d575b50505050565b604051630a85bd0160e11b81523360048201526001600160a01b0394851660248201526044810191909152608060648201529216919060209082908190611a889060848301906112b9565b03815f865af15f9181611b1e575b50611aeb57503d15611ae4573d611aac816113d4565b90611aba60405192836113b3565b81523d5f602083013e5b80519081611adf5782633250574960e11b5f5260045260245ffd5b602001fd5b6060611ac4565b6001600160e01b03191663757a42ff60e11b01611b0c57505f808080611a37565b633250574960e11b5f5260045260245ffd5b9091506020813d602011611b5b575b81611b3a602093836113b3565b8101031261014757516001600160e01b03198116810361014757905f611a96565b3d9150611b2d565b51906001600160401b038216820361014757565b91908260c091031261014757611b8c826115b0565b91611b99602082016115c1565b91611ba6604083016115b0565b91611bb360608201611b63565b91611bcc60a0611bc560808501611b63565b9301611b63565b90565b91908201809211610c2e57565b5f198114610c2e5760010190565b8060011c5f527fb6cd942f60cae10793ce855f009b64cbe0234a1b39d7ad7ee594451c763a850060205260405f2054906080600182169160071b169080820460801490151715610c2e571c906001600160401b038083169260401c1690565b91908203918211610c2e57565b905f198201828111610c2e57600390046001600160ff1b0381168103610c2e5780611c87611bcc9260011b85611c49565b93611c4956fe426b0622b61300b1874ec7ec0f2abe54d624e9ecb25db5b40c8129410e9c0401b6cd942f60cae10793ce855f009b64cbe0234a1b39d7ad7ee594451c763a8501426b0622b61300b1874ec7ec0f2abe54d624e9ecb25db5b40c8129410e9c0400",
}

// System is an auto generated Go binding around an Ethereum contract.
type System struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *System) GetABI() abi.ABI {
	return c.abi
}

// NewSystem creates a new instance of System.
func NewSystem() *System {
	parsed, err := SystemMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &System{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *System) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token_, address epochs_, address certs_) returns()
func (system *System) PackConstructor(token_ common.Address, epochs_ common.Address, certs_ common.Address) []byte {
	enc, err := system.abi.Pack("", token_, epochs_, certs_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (system *System) PackApprove(to common.Address, tokenId *big.Int) []byte {
	enc, err := system.abi.Pack("approve", to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (system *System) TryPackApprove(to common.Address, tokenId *big.Int) ([]byte, error) {
	return system.abi.Pack("approve", to, tokenId)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (system *System) PackBalanceOf(owner common.Address) []byte {
	enc, err := system.abi.Pack("balanceOf", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (system *System) TryPackBalanceOf(owner common.Address) ([]byte, error) {
	return system.abi.Pack("balanceOf", owner)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (system *System) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := system.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3c84d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function blob(bytes32 objectId) view returns((bytes32,uint64,uint8,bool,uint32,uint32,uint32,uint32,uint64,address))
func (system *System) PackBlob(objectId [32]byte) []byte {
	enc, err := system.abi.Pack("blob", objectId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3c84d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function blob(bytes32 objectId) view returns((bytes32,uint64,uint8,bool,uint32,uint32,uint32,uint32,uint64,address))
func (system *System) TryPackBlob(objectId [32]byte) ([]byte, error) {
	return system.abi.Pack("blob", objectId)
}

// UnpackBlob is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce3c84d0.
//
// Solidity: function blob(bytes32 objectId) view returns((bytes32,uint64,uint8,bool,uint32,uint32,uint32,uint32,uint64,address))
func (system *System) UnpackBlob(data []byte) (SystemBlob, error) {
	out, err := system.abi.Unpack("blob", data)
	if err != nil {
		return *new(SystemBlob), err
	}
	out0 := *abi.ConvertType(out[0], new(SystemBlob)).(*SystemBlob)
	return out0, nil
}

// PackCapacity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3e13d12.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function capacity(uint32 epoch) view returns(uint64 used, uint64 total)
func (system *System) PackCapacity(epoch uint32) []byte {
	enc, err := system.abi.Pack("capacity", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCapacity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3e13d12.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function capacity(uint32 epoch) view returns(uint64 used, uint64 total)
func (system *System) TryPackCapacity(epoch uint32) ([]byte, error) {
	return system.abi.Pack("capacity", epoch)
}

// CapacityOutput serves as a container for the return parameters of contract
// method Capacity.
type CapacityOutput struct {
	Used  uint64
	Total uint64
}

// UnpackCapacity is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe3e13d12.
//
// Solidity: function capacity(uint32 epoch) view returns(uint64 used, uint64 total)
func (system *System) UnpackCapacity(data []byte) (CapacityOutput, error) {
	out, err := system.abi.Unpack("capacity", data)
	outstruct := new(CapacityOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Used = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Total = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackCertify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45a15985.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certify(bytes32 objectId, bytes signers, bytes signature, bytes message) returns()
func (system *System) PackCertify(objectId [32]byte, signers []byte, signature []byte, message []byte) []byte {
	enc, err := system.abi.Pack("certify", objectId, signers, signature, message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCertify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45a15985.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certify(bytes32 objectId, bytes signers, bytes signature, bytes message) returns()
func (system *System) TryPackCertify(objectId [32]byte, signers []byte, signature []byte, message []byte) ([]byte, error) {
	return system.abi.Pack("certify", objectId, signers, signature, message)
}

// PackCerts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffddcb87.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certs() view returns(address)
func (system *System) PackCerts() []byte {
	enc, err := system.abi.Pack("certs")
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
func (system *System) TryPackCerts() ([]byte, error) {
	return system.abi.Pack("certs")
}

// UnpackCerts is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xffddcb87.
//
// Solidity: function certs() view returns(address)
func (system *System) UnpackCerts(data []byte) (common.Address, error) {
	out, err := system.abi.Unpack("certs", data)
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
func (system *System) PackEpochs() []byte {
	enc, err := system.abi.Pack("epochs")
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
func (system *System) TryPackEpochs() ([]byte, error) {
	return system.abi.Pack("epochs")
}

// UnpackEpochs is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x58152d07.
//
// Solidity: function epochs() view returns(address)
func (system *System) UnpackEpochs(data []byte) (common.Address, error) {
	out, err := system.abi.Unpack("epochs", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (system *System) PackGetApproved(tokenId *big.Int) []byte {
	enc, err := system.abi.Pack("getApproved", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (system *System) TryPackGetApproved(tokenId *big.Int) ([]byte, error) {
	return system.abi.Pack("getApproved", tokenId)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (system *System) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := system.abi.Unpack("getApproved", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (system *System) PackIsApprovedForAll(owner common.Address, operator common.Address) []byte {
	enc, err := system.abi.Pack("isApprovedForAll", owner, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (system *System) TryPackIsApprovedForAll(owner common.Address, operator common.Address) ([]byte, error) {
	return system.abi.Pack("isApprovedForAll", owner, operator)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (system *System) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := system.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() pure returns(string)
func (system *System) PackName() []byte {
	enc, err := system.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() pure returns(string)
func (system *System) TryPackName() ([]byte, error) {
	return system.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() pure returns(string)
func (system *System) UnpackName(data []byte) (string, error) {
	out, err := system.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address owner)
func (system *System) PackOwnerOf(tokenId *big.Int) []byte {
	enc, err := system.abi.Pack("ownerOf", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address owner)
func (system *System) TryPackOwnerOf(tokenId *big.Int) ([]byte, error) {
	return system.abi.Pack("ownerOf", tokenId)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address owner)
func (system *System) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := system.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackReserveAndRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8aae4439.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reserveAndRegister(bytes32 blobId, bytes32 root, uint64 size, uint8 encodingType, bool deletable, uint32 endEpoch, uint64 maxCost, address to) returns(bytes32 objectId)
func (system *System) PackReserveAndRegister(blobId [32]byte, root [32]byte, size uint64, encodingType uint8, deletable bool, endEpoch uint32, maxCost uint64, to common.Address) []byte {
	enc, err := system.abi.Pack("reserveAndRegister", blobId, root, size, encodingType, deletable, endEpoch, maxCost, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReserveAndRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8aae4439.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reserveAndRegister(bytes32 blobId, bytes32 root, uint64 size, uint8 encodingType, bool deletable, uint32 endEpoch, uint64 maxCost, address to) returns(bytes32 objectId)
func (system *System) TryPackReserveAndRegister(blobId [32]byte, root [32]byte, size uint64, encodingType uint8, deletable bool, endEpoch uint32, maxCost uint64, to common.Address) ([]byte, error) {
	return system.abi.Pack("reserveAndRegister", blobId, root, size, encodingType, deletable, endEpoch, maxCost, to)
}

// UnpackReserveAndRegister is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8aae4439.
//
// Solidity: function reserveAndRegister(bytes32 blobId, bytes32 root, uint64 size, uint8 encodingType, bool deletable, uint32 endEpoch, uint64 maxCost, address to) returns(bytes32 objectId)
func (system *System) UnpackReserveAndRegister(data []byte) ([32]byte, error) {
	out, err := system.abi.Unpack("reserveAndRegister", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRewards is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f7c0c76.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rewards(uint32 epoch) view returns(uint64 paid)
func (system *System) PackRewards(epoch uint32) []byte {
	enc, err := system.abi.Pack("rewards", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRewards is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f7c0c76.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rewards(uint32 epoch) view returns(uint64 paid)
func (system *System) TryPackRewards(epoch uint32) ([]byte, error) {
	return system.abi.Pack("rewards", epoch)
}

// UnpackRewards is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f7c0c76.
//
// Solidity: function rewards(uint32 epoch) view returns(uint64 paid)
func (system *System) UnpackRewards(data []byte) (uint64, error) {
	out, err := system.abi.Unpack("rewards", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (system *System) PackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := system.abi.Pack("safeTransferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (system *System) TryPackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return system.abi.Pack("safeTransferFrom", from, to, tokenId)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (system *System) PackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) []byte {
	enc, err := system.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (system *System) TryPackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) ([]byte, error) {
	return system.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (system *System) PackSetApprovalForAll(operator common.Address, approved bool) []byte {
	enc, err := system.abi.Pack("setApprovalForAll", operator, approved)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (system *System) TryPackSetApprovalForAll(operator common.Address, approved bool) ([]byte, error) {
	return system.abi.Pack("setApprovalForAll", operator, approved)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) pure returns(bool)
func (system *System) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := system.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) pure returns(bool)
func (system *System) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return system.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) pure returns(bool)
func (system *System) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := system.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() pure returns(string)
func (system *System) PackSymbol() []byte {
	enc, err := system.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() pure returns(string)
func (system *System) TryPackSymbol() ([]byte, error) {
	return system.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() pure returns(string)
func (system *System) UnpackSymbol(data []byte) (string, error) {
	out, err := system.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (system *System) PackToken() []byte {
	enc, err := system.abi.Pack("token")
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
func (system *System) TryPackToken() ([]byte, error) {
	return system.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (system *System) UnpackToken(data []byte) (common.Address, error) {
	out, err := system.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (system *System) PackTokenURI(tokenId *big.Int) []byte {
	enc, err := system.abi.Pack("tokenURI", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (system *System) TryPackTokenURI(tokenId *big.Int) ([]byte, error) {
	return system.abi.Pack("tokenURI", tokenId)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (system *System) UnpackTokenURI(data []byte) (string, error) {
	out, err := system.abi.Unpack("tokenURI", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (system *System) PackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := system.abi.Pack("transferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (system *System) TryPackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return system.abi.Pack("transferFrom", from, to, tokenId)
}

// SystemApproval represents a Approval event raised by the System contract.
type SystemApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const SystemApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (SystemApproval) ContractEventName() string {
	return SystemApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (system *System) UnpackApprovalEvent(log *types.Log) (*SystemApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != system.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SystemApproval)
	if len(log.Data) > 0 {
		if err := system.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range system.abi.Events[event].Inputs {
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

// SystemApprovalForAll represents a ApprovalForAll event raised by the System contract.
type SystemApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const SystemApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (SystemApprovalForAll) ContractEventName() string {
	return SystemApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (system *System) UnpackApprovalForAllEvent(log *types.Log) (*SystemApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != system.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SystemApprovalForAll)
	if len(log.Data) > 0 {
		if err := system.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range system.abi.Events[event].Inputs {
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

// SystemBlobCertified represents a BlobCertified event raised by the System contract.
type SystemBlobCertified struct {
	BlobId      [32]byte
	ObjectId    [32]byte
	Epoch       uint32
	EndEpoch    uint32
	Deletable   bool
	IsExtension bool
	Raw         *types.Log // Blockchain specific contextual infos
}

const SystemBlobCertifiedEventName = "BlobCertified"

// ContractEventName returns the user-defined event name.
func (SystemBlobCertified) ContractEventName() string {
	return SystemBlobCertifiedEventName
}

// UnpackBlobCertifiedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobCertified(bytes32 indexed blobId, bytes32 indexed objectId, uint32 indexed epoch, uint32 endEpoch, bool deletable, bool isExtension)
func (system *System) UnpackBlobCertifiedEvent(log *types.Log) (*SystemBlobCertified, error) {
	event := "BlobCertified"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != system.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SystemBlobCertified)
	if len(log.Data) > 0 {
		if err := system.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range system.abi.Events[event].Inputs {
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

// SystemBlobRegistered represents a BlobRegistered event raised by the System contract.
type SystemBlobRegistered struct {
	BlobId       [32]byte
	ObjectId     [32]byte
	Epoch        uint32
	Size         uint64
	EncodingType uint8
	EndEpoch     uint32
	Deletable    bool
	Raw          *types.Log // Blockchain specific contextual infos
}

const SystemBlobRegisteredEventName = "BlobRegistered"

// ContractEventName returns the user-defined event name.
func (SystemBlobRegistered) ContractEventName() string {
	return SystemBlobRegisteredEventName
}

// UnpackBlobRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobRegistered(bytes32 indexed blobId, bytes32 indexed objectId, uint32 indexed epoch, uint64 size, uint8 encodingType, uint32 endEpoch, bool deletable)
func (system *System) UnpackBlobRegisteredEvent(log *types.Log) (*SystemBlobRegistered, error) {
	event := "BlobRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != system.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SystemBlobRegistered)
	if len(log.Data) > 0 {
		if err := system.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range system.abi.Events[event].Inputs {
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

// SystemTransfer represents a Transfer event raised by the System contract.
type SystemTransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const SystemTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (SystemTransfer) ContractEventName() string {
	return SystemTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (system *System) UnpackTransferEvent(log *types.Log) (*SystemTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != system.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SystemTransfer)
	if len(log.Data) > 0 {
		if err := system.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range system.abi.Events[event].Inputs {
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
func (system *System) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], system.abi.Errors["BadBitmap"].ID.Bytes()[:4]) {
		return system.UnpackBadBitmapError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["BadMessage"].ID.Bytes()[:4]) {
		return system.UnpackBadMessageError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["BadSignature"].ID.Bytes()[:4]) {
		return system.UnpackBadSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["BlobExpired"].ID.Bytes()[:4]) {
		return system.UnpackBlobExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["BlobIdMismatch"].ID.Bytes()[:4]) {
		return system.UnpackBlobIdMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["BlobTooLarge"].ID.Bytes()[:4]) {
		return system.UnpackBlobTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["CapacityExceeded"].ID.Bytes()[:4]) {
		return system.UnpackCapacityExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["CostAboveMax"].ID.Bytes()[:4]) {
		return system.UnpackCostAboveMaxError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return system.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return system.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return system.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return system.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return system.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return system.UnpackERC20InvalidSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721IncorrectOwner"].ID.Bytes()[:4]) {
		return system.UnpackERC721IncorrectOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721InsufficientApproval"].ID.Bytes()[:4]) {
		return system.UnpackERC721InsufficientApprovalError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721InvalidApprover"].ID.Bytes()[:4]) {
		return system.UnpackERC721InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721InvalidOperator"].ID.Bytes()[:4]) {
		return system.UnpackERC721InvalidOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721InvalidOwner"].ID.Bytes()[:4]) {
		return system.UnpackERC721InvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721InvalidReceiver"].ID.Bytes()[:4]) {
		return system.UnpackERC721InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721InvalidSender"].ID.Bytes()[:4]) {
		return system.UnpackERC721InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ERC721NonexistentToken"].ID.Bytes()[:4]) {
		return system.UnpackERC721NonexistentTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["EpochsOutOfRange"].ID.Bytes()[:4]) {
		return system.UnpackEpochsOutOfRangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["NoQuorum"].ID.Bytes()[:4]) {
		return system.UnpackNoQuorumError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["NoSuchObject"].ID.Bytes()[:4]) {
		return system.UnpackNoSuchObjectError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["PersistenceMismatch"].ID.Bytes()[:4]) {
		return system.UnpackPersistenceMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return system.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["UnsupportedEncoding"].ID.Bytes()[:4]) {
		return system.UnpackUnsupportedEncodingError(raw[4:])
	}
	if bytes.Equal(raw[:4], system.abi.Errors["WrongEpoch"].ID.Bytes()[:4]) {
		return system.UnpackWrongEpochError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SystemBadBitmap represents a BadBitmap error raised by the System contract.
type SystemBadBitmap struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadBitmap()
func SystemBadBitmapErrorID() common.Hash {
	return common.HexToHash("0x2111dea57e73df09e0b438e861554feb305b251ee3bbae0ad03927b2741f8999")
}

// UnpackBadBitmapError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadBitmap()
func (system *System) UnpackBadBitmapError(raw []byte) (*SystemBadBitmap, error) {
	out := new(SystemBadBitmap)
	if err := system.abi.UnpackIntoInterface(out, "BadBitmap", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemBadMessage represents a BadMessage error raised by the System contract.
type SystemBadMessage struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadMessage()
func SystemBadMessageErrorID() common.Hash {
	return common.HexToHash("0xc42784c9f4d38264af5b3818cc3ee8ec23b14000890ec6e62dfac6c8d748cdab")
}

// UnpackBadMessageError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadMessage()
func (system *System) UnpackBadMessageError(raw []byte) (*SystemBadMessage, error) {
	out := new(SystemBadMessage)
	if err := system.abi.UnpackIntoInterface(out, "BadMessage", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemBadSignature represents a BadSignature error raised by the System contract.
type SystemBadSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignature()
func SystemBadSignatureErrorID() common.Hash {
	return common.HexToHash("0x5cd5d2335541c4f2ed05fbe44f397e8b79f8e2333157122d2dab06e378ef7685")
}

// UnpackBadSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignature()
func (system *System) UnpackBadSignatureError(raw []byte) (*SystemBadSignature, error) {
	out := new(SystemBadSignature)
	if err := system.abi.UnpackIntoInterface(out, "BadSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemBlobExpired represents a BlobExpired error raised by the System contract.
type SystemBlobExpired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobExpired()
func SystemBlobExpiredErrorID() common.Hash {
	return common.HexToHash("0xc64e106e5cee2d1c416aa87dee161b7e576a93002841cb5f576cdf0382fa7281")
}

// UnpackBlobExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobExpired()
func (system *System) UnpackBlobExpiredError(raw []byte) (*SystemBlobExpired, error) {
	out := new(SystemBlobExpired)
	if err := system.abi.UnpackIntoInterface(out, "BlobExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemBlobIdMismatch represents a BlobIdMismatch error raised by the System contract.
type SystemBlobIdMismatch struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobIdMismatch()
func SystemBlobIdMismatchErrorID() common.Hash {
	return common.HexToHash("0xcc15a2157ead6ddde2847e6462a72daa3ad83765b0cf9ed012527a5a76c87964")
}

// UnpackBlobIdMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobIdMismatch()
func (system *System) UnpackBlobIdMismatchError(raw []byte) (*SystemBlobIdMismatch, error) {
	out := new(SystemBlobIdMismatch)
	if err := system.abi.UnpackIntoInterface(out, "BlobIdMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemBlobTooLarge represents a BlobTooLarge error raised by the System contract.
type SystemBlobTooLarge struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobTooLarge()
func SystemBlobTooLargeErrorID() common.Hash {
	return common.HexToHash("0x581e715a36889b882a087df1c191cbe96cfb5cbcdb511e3023ede17ca791c42e")
}

// UnpackBlobTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobTooLarge()
func (system *System) UnpackBlobTooLargeError(raw []byte) (*SystemBlobTooLarge, error) {
	out := new(SystemBlobTooLarge)
	if err := system.abi.UnpackIntoInterface(out, "BlobTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemCapacityExceeded represents a CapacityExceeded error raised by the System contract.
type SystemCapacityExceeded struct {
	Epoch uint32
	Free  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CapacityExceeded(uint32 epoch, uint64 free)
func SystemCapacityExceededErrorID() common.Hash {
	return common.HexToHash("0xbf9e42821626b10cacf3db021cbf49012351f1c42ce4a58a8ca4055a2b176a48")
}

// UnpackCapacityExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CapacityExceeded(uint32 epoch, uint64 free)
func (system *System) UnpackCapacityExceededError(raw []byte) (*SystemCapacityExceeded, error) {
	out := new(SystemCapacityExceeded)
	if err := system.abi.UnpackIntoInterface(out, "CapacityExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemCostAboveMax represents a CostAboveMax error raised by the System contract.
type SystemCostAboveMax struct {
	Cost    uint64
	MaxCost uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CostAboveMax(uint64 cost, uint64 maxCost)
func SystemCostAboveMaxErrorID() common.Hash {
	return common.HexToHash("0x6690e0b02c7b812477a428e895f5d55399d4db8289111532beb33bec96cbe4f5")
}

// UnpackCostAboveMaxError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CostAboveMax(uint64 cost, uint64 maxCost)
func (system *System) UnpackCostAboveMaxError(raw []byte) (*SystemCostAboveMax, error) {
	out := new(SystemCostAboveMax)
	if err := system.abi.UnpackIntoInterface(out, "CostAboveMax", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the System contract.
type SystemERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func SystemERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (system *System) UnpackERC20InsufficientAllowanceError(raw []byte) (*SystemERC20InsufficientAllowance, error) {
	out := new(SystemERC20InsufficientAllowance)
	if err := system.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the System contract.
type SystemERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func SystemERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (system *System) UnpackERC20InsufficientBalanceError(raw []byte) (*SystemERC20InsufficientBalance, error) {
	out := new(SystemERC20InsufficientBalance)
	if err := system.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC20InvalidApprover represents a ERC20InvalidApprover error raised by the System contract.
type SystemERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func SystemERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (system *System) UnpackERC20InvalidApproverError(raw []byte) (*SystemERC20InvalidApprover, error) {
	out := new(SystemERC20InvalidApprover)
	if err := system.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the System contract.
type SystemERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func SystemERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (system *System) UnpackERC20InvalidReceiverError(raw []byte) (*SystemERC20InvalidReceiver, error) {
	out := new(SystemERC20InvalidReceiver)
	if err := system.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC20InvalidSender represents a ERC20InvalidSender error raised by the System contract.
type SystemERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func SystemERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (system *System) UnpackERC20InvalidSenderError(raw []byte) (*SystemERC20InvalidSender, error) {
	out := new(SystemERC20InvalidSender)
	if err := system.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC20InvalidSpender represents a ERC20InvalidSpender error raised by the System contract.
type SystemERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func SystemERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (system *System) UnpackERC20InvalidSpenderError(raw []byte) (*SystemERC20InvalidSpender, error) {
	out := new(SystemERC20InvalidSpender)
	if err := system.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721IncorrectOwner represents a ERC721IncorrectOwner error raised by the System contract.
type SystemERC721IncorrectOwner struct {
	Sender  common.Address
	TokenId *big.Int
	Owner   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func SystemERC721IncorrectOwnerErrorID() common.Hash {
	return common.HexToHash("0x64283d7b313c8117c125f736876fa2b4e90ea3831a4716dfdb87d2f540e26289")
}

// UnpackERC721IncorrectOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func (system *System) UnpackERC721IncorrectOwnerError(raw []byte) (*SystemERC721IncorrectOwner, error) {
	out := new(SystemERC721IncorrectOwner)
	if err := system.abi.UnpackIntoInterface(out, "ERC721IncorrectOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721InsufficientApproval represents a ERC721InsufficientApproval error raised by the System contract.
type SystemERC721InsufficientApproval struct {
	Operator common.Address
	TokenId  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func SystemERC721InsufficientApprovalErrorID() common.Hash {
	return common.HexToHash("0x177e802f6f313bc89797ecace66d6d29ab4719cbaaacbb87367264048b1eb861")
}

// UnpackERC721InsufficientApprovalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func (system *System) UnpackERC721InsufficientApprovalError(raw []byte) (*SystemERC721InsufficientApproval, error) {
	out := new(SystemERC721InsufficientApproval)
	if err := system.abi.UnpackIntoInterface(out, "ERC721InsufficientApproval", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721InvalidApprover represents a ERC721InvalidApprover error raised by the System contract.
type SystemERC721InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidApprover(address approver)
func SystemERC721InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xa9fbf51f86b8e03595d59dc726bb10c329bb24f62589be276d8dd193ca0b69ea")
}

// UnpackERC721InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidApprover(address approver)
func (system *System) UnpackERC721InvalidApproverError(raw []byte) (*SystemERC721InvalidApprover, error) {
	out := new(SystemERC721InvalidApprover)
	if err := system.abi.UnpackIntoInterface(out, "ERC721InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721InvalidOperator represents a ERC721InvalidOperator error raised by the System contract.
type SystemERC721InvalidOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOperator(address operator)
func SystemERC721InvalidOperatorErrorID() common.Hash {
	return common.HexToHash("0x5b08ba185e8f577075361f3a3555a6580a227ce22734dcc979c1aeadf894658b")
}

// UnpackERC721InvalidOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOperator(address operator)
func (system *System) UnpackERC721InvalidOperatorError(raw []byte) (*SystemERC721InvalidOperator, error) {
	out := new(SystemERC721InvalidOperator)
	if err := system.abi.UnpackIntoInterface(out, "ERC721InvalidOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721InvalidOwner represents a ERC721InvalidOwner error raised by the System contract.
type SystemERC721InvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOwner(address owner)
func SystemERC721InvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x89c62b6479af2e623826dcc39c5133061d35b66d72de92833401dd2fd6567480")
}

// UnpackERC721InvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOwner(address owner)
func (system *System) UnpackERC721InvalidOwnerError(raw []byte) (*SystemERC721InvalidOwner, error) {
	out := new(SystemERC721InvalidOwner)
	if err := system.abi.UnpackIntoInterface(out, "ERC721InvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721InvalidReceiver represents a ERC721InvalidReceiver error raised by the System contract.
type SystemERC721InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func SystemERC721InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0x64a0ae9278f805eaf991dcd18ca78756d280b7508b764ef1b255c55845c11df9")
}

// UnpackERC721InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func (system *System) UnpackERC721InvalidReceiverError(raw []byte) (*SystemERC721InvalidReceiver, error) {
	out := new(SystemERC721InvalidReceiver)
	if err := system.abi.UnpackIntoInterface(out, "ERC721InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721InvalidSender represents a ERC721InvalidSender error raised by the System contract.
type SystemERC721InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidSender(address sender)
func SystemERC721InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x73c6ac6e10798e95d99e1f130d923eb40193ecb8d094ec3dce93292564eb3b17")
}

// UnpackERC721InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidSender(address sender)
func (system *System) UnpackERC721InvalidSenderError(raw []byte) (*SystemERC721InvalidSender, error) {
	out := new(SystemERC721InvalidSender)
	if err := system.abi.UnpackIntoInterface(out, "ERC721InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemERC721NonexistentToken represents a ERC721NonexistentToken error raised by the System contract.
type SystemERC721NonexistentToken struct {
	TokenId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func SystemERC721NonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0x7e273289a3a9ef6670f06df7dca227856fc925e956db96980692764a8bc734d7")
}

// UnpackERC721NonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func (system *System) UnpackERC721NonexistentTokenError(raw []byte) (*SystemERC721NonexistentToken, error) {
	out := new(SystemERC721NonexistentToken)
	if err := system.abi.UnpackIntoInterface(out, "ERC721NonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemEpochsOutOfRange represents a EpochsOutOfRange error raised by the System contract.
type SystemEpochsOutOfRange struct {
	EndEpoch uint32
	Max      uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EpochsOutOfRange(uint32 endEpoch, uint32 max)
func SystemEpochsOutOfRangeErrorID() common.Hash {
	return common.HexToHash("0x2b143c6e029b31516e26078bb733ddf2f8a6ddecadbb80fc5564935557ecfdeb")
}

// UnpackEpochsOutOfRangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EpochsOutOfRange(uint32 endEpoch, uint32 max)
func (system *System) UnpackEpochsOutOfRangeError(raw []byte) (*SystemEpochsOutOfRange, error) {
	out := new(SystemEpochsOutOfRange)
	if err := system.abi.UnpackIntoInterface(out, "EpochsOutOfRange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemNoQuorum represents a NoQuorum error raised by the System contract.
type SystemNoQuorum struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoQuorum()
func SystemNoQuorumErrorID() common.Hash {
	return common.HexToHash("0x2166ec359111764d8b517c07ff980091f319c3042a65f030153206693d06427e")
}

// UnpackNoQuorumError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoQuorum()
func (system *System) UnpackNoQuorumError(raw []byte) (*SystemNoQuorum, error) {
	out := new(SystemNoQuorum)
	if err := system.abi.UnpackIntoInterface(out, "NoQuorum", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemNoSuchObject represents a NoSuchObject error raised by the System contract.
type SystemNoSuchObject struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchObject()
func SystemNoSuchObjectErrorID() common.Hash {
	return common.HexToHash("0xf9c2d360e74332d7ec97f9f28b6d3dad3bd72379bff60218ae031dac6289a506")
}

// UnpackNoSuchObjectError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchObject()
func (system *System) UnpackNoSuchObjectError(raw []byte) (*SystemNoSuchObject, error) {
	out := new(SystemNoSuchObject)
	if err := system.abi.UnpackIntoInterface(out, "NoSuchObject", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemPersistenceMismatch represents a PersistenceMismatch error raised by the System contract.
type SystemPersistenceMismatch struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PersistenceMismatch()
func SystemPersistenceMismatchErrorID() common.Hash {
	return common.HexToHash("0x1dc7d386cabc730d8ab104b012cea7be8f17e2be7a0457bd858282f394b366da")
}

// UnpackPersistenceMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PersistenceMismatch()
func (system *System) UnpackPersistenceMismatchError(raw []byte) (*SystemPersistenceMismatch, error) {
	out := new(SystemPersistenceMismatch)
	if err := system.abi.UnpackIntoInterface(out, "PersistenceMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the System contract.
type SystemReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func SystemReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (system *System) UnpackReentrancyGuardReentrantCallError(raw []byte) (*SystemReentrancyGuardReentrantCall, error) {
	out := new(SystemReentrancyGuardReentrantCall)
	if err := system.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemUnsupportedEncoding represents a UnsupportedEncoding error raised by the System contract.
type SystemUnsupportedEncoding struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnsupportedEncoding()
func SystemUnsupportedEncodingErrorID() common.Hash {
	return common.HexToHash("0x90f3aadd71d583fe50be00c39279dbc97a1518a023c335df0d2e9bccfb73ad0c")
}

// UnpackUnsupportedEncodingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnsupportedEncoding()
func (system *System) UnpackUnsupportedEncodingError(raw []byte) (*SystemUnsupportedEncoding, error) {
	out := new(SystemUnsupportedEncoding)
	if err := system.abi.UnpackIntoInterface(out, "UnsupportedEncoding", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SystemWrongEpoch represents a WrongEpoch error raised by the System contract.
type SystemWrongEpoch struct {
	Got  uint32
	Want uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongEpoch(uint32 got, uint32 want)
func SystemWrongEpochErrorID() common.Hash {
	return common.HexToHash("0x6112d2538b1799486a209770faf93444b9236ffa01c9143ca10ac4712d756b97")
}

// UnpackWrongEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongEpoch(uint32 got, uint32 want)
func (system *System) UnpackWrongEpochError(raw []byte) (*SystemWrongEpoch, error) {
	out := new(SystemWrongEpoch)
	if err := system.abi.UnpackIntoInterface(out, "WrongEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}
