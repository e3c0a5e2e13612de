// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package certs

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

// CertsMetaData contains all meta data concerning the Certs contract.
var CertsMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"verify\",\"inputs\":[{\"name\":\"keys\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"nShards\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"required\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signers\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"message\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"weight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verifyPossession\",\"inputs\":[{\"name\":\"publicKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"proof\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"message\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"error\",\"name\":\"BadBitmap\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadProofOfPossession\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ChainTooOld\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoQuorum\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "Certs",
	Bin: "0x60806040523461025b576080604051610100810160405261010036823761010081600b5afa60803d1416158015610053575b61004457604051610bb990816106408239f35b63089daa3b60e01b5f5260045ffd5b5061025560405161006560808261025f565b6060815260208101907f17b96ad5ffe5410354ab0f406223d7239a2d2dddbe2f7a068a9d2faf2934499a82527f10bcf583b669b14ff4081d18e25056d303dee11f518744951c3d02bea43147fe60408201527fda1a5020d1e8c2fbd5a45912e120e21409cc4787c3bbb08c7262e7cd756794bd6060820152604051916100ed6101208461025f565b61010083526f18cab3f92170e66710300b86fda9da2760208401527f1bdcc48bf1f4264ed6b77635336372a6d94a8e62256bc2a1acf832308f8ffbe160408401526f013a0d50741bbb65fc6b827b9dbc838e60608401527f84f5dde434202c89be8d1c10cfb14656ea734675d1279ac5b2d33f469fb4b92760808401526f12b65680241d2d6aab6991185b802e5d60a08401527f0bd4117a791e91bb25893f62c77e54090f4f0380caf5d39634fc08e40f38164560c08401526f10d1f5182277f8a88171b5b3d5163e6260e08401527f1cf7f19c3875d7130c8db482913ad7d5a5d007e10cec79e7346da1a3e634fad561010084015260306050604051936101f660608661025f565b602885527f01000307000000000102030405060708090a0b0c0d0e0f101112131415161718602086015266191a1b1c1d1e1f60c81b60408601528260405194608086016040525f86525f6040870152601086015e01605083015e610296565b15610031565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761028257604052565b634e487b7160e01b5f52604160045260245ffd5b906101008351036105d9576040519261030084019283604052610180850180861161054d5761020086019283821161054d576f17f1d3a73197d7942695638c4fa9ac0f92610100602060809301865e875e527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb6101a08501526f114d1d6855d545a8aa7d76c8cf2e21f26101c08501527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca6101e085015260808401925f855b8581106106065750159182156105e0575b50506105d95781831161054d575f6020916040516103dc602f60608387808201968888528860408401528051918291018484015e8101600160f81b838201525f5160206111f95f395f51905f5260638201526b5357555f524f5f4e554c5f2b60a01b60838201520301600f81018452018261025f565b604051918291518091835e8101838152039060025afa156105ce575f51906040519161010083019061016084016040526001905f5160206111f95f395f51905f526101218601526b5357555f524f5f4e554c5f2b60a01b6101418601525f60016101208701915b600982106105a657505050501561059357826040519161010083016040526001926040815260016020820152604080820152600160a08201536f1a0111ea397fe69a4b1ba7b6434bacd760a18201527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab60c1820152606081015b8284106105745750505050156105615760405161020081016040526104e28184610614565b6080830180931161054d5761010081019081811161054d5761050a6102009261010095610614565b600d5afa6101003d14161561053a5760208161030081600f5afa60203d141615610535575160011490565b505f90565b62a4859360e01b5f52600d60045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b62a4859360e01b5f52600560045260245ffd5b909192936040908186845e818660e18660055afa1694019291906104bd565b62a4859360e01b5f52600260045260245ffd5b8318855280825360015f19820160051b880194602086604d8960025afa169451910190610443565b6040513d5f823e3d90fd5b5050505f90565b5f9250905b8082106105f6575050155f80610366565b90916020908351179201906105e5565b906020908251179101610355565b9060806101009260115afa6101003d14161561062c57565b62a4859360e01b5f52601160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806311ba270d14610157576345d814251461002f575f80fd5b346101535760603660031901126101535760043567ffffffffffffffff811161015357610060903690600401610453565b60243567ffffffffffffffff811161015357610080903690600401610453565b909260443567ffffffffffffffff8111610153576100a2903690600401610453565b9490916060850361011b576100be6100d19160209636916104b7565b6040519586916080830160405201610b71565b6100da846109b4565b801561012a575b61011b576100f76100ff926101059636916104b7565b9236916104b7565b9161062f565b1561010c57005b6301f9405960e11b5f5260045ffd5b63ee9f2d5360e01b5f5260045ffd5b50608060405160a081016040528186825e60018282015260a081600c5afa60803d1416156100e1565b5f80fd5b346101535760c0366003190112610153576004356001600160a01b03811681036101535760643567ffffffffffffffff81116101535761019b903690600401610453565b919060843567ffffffffffffffff8111610153576101bd903690600401610453565b909160a43567ffffffffffffffff8111610153576101df903690600401610453565b949095813b606181105f1461043d57505f925b600784018085116104095760031c821161041d5735906020811061042c575b5077ffffffffffffffff0000000000000000ffffffffffffffff8160081c9160081b917cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7dff000000ff000000ff000000ff000000ff000000ff000000ff000000ff007fff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff0085167eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff84161760101c941691161760101b9179ffff000000000000ffff000000000000ffff000000000000ffff7bffffffff00000000ffffffff00000000ffffffff00000000ffffffff847dffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff84161760201c941691161760201b7bffffffff00000000ffffffff00000000ffffffff00000000ffffffff82821673ffffffff000000000000000000000000ffffffff85161760401b93161760401c16178060801b9060801c1780831c61041d57606283029280840460621481151715610409578360610180606111610409575f6103bd956040519586916080601f1991011682016040523c602435926104fd565b94909260443586106103fa576100f76100ff926103db9636916104b7565b156103eb57602090604051908152f35b635cd5d23360e01b5f5260045ffd5b632166ec3560e01b5f5260045ffd5b634e487b7160e01b5f52601160045260245ffd5b632111dea560e01b5f5260045ffd5b5f199060200360031b1b1687610211565b60601981019081116104095760629004926101f2565b9181601f840112156101535782359167ffffffffffffffff8311610153576020838186019501011161015357565b90601f8019910116810190811067ffffffffffffffff8211176104a357604052565b634e487b7160e01b5f52604160045260245ffd5b92919267ffffffffffffffff82116104a357604051916104e1601f8201601f191660200184610481565b829481845281830111610153578281602093845f960137010152565b92906001909492941b5f19810190811161040957841860405161010081016040528095608036833761052e816109d8565b610537846109d8565b1161061b575050846105499185610a7a565b8103908111610409579160408401805160608601918251918281176105b6575b505050506080840180851161040957600182018092116104095761058c91610b71565b60808361010081600b5afa60803d1416156105a357565b62a4859360e01b5f52600b60045260245ffd5b7f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8311016f1a0111ea397fe69a4b1ba7b6434bacd70390527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0390525f808080610569565b9150945084915061062c9293610a7a565b90565b916101008151036109ad576040519261030084019081604052610180850180861161040957610200860193848211610409576f17f1d3a73197d7942695638c4fa9ac0f92610100602060809301875e875e527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb6101a08501526f114d1d6855d545a8aa7d76c8cf2e21f26101c08501527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca6101e08501526106ef846109b4565b918215610987575b5050610981576080820190818311610409575f602091604051610785602f60608387808201968888528860408401528051918291018484015e8101600160f81b838201527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638201526b5357555f524f5f4e554c5f2b60a01b60838201520301600f810184520182610481565b604051918291518091835e8101838152039060025afa15610976575f51906040519161010083019061016084016040526001907f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f536101218601526b5357555f524f5f4e554c5f2b60a01b6101418601525f60016101208701915b6009821061094e57505050501561093b57826040519161010083016040526001926040815260016020820152604080820152600160a08201536f1a0111ea397fe69a4b1ba7b6434bacd760a18201527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab60c1820152606081015b82841061091c57505050501561090957604051610200810160405261089e8184610b8e565b6080830180931161040957610100810190818111610409576108c66102009261010095610b8e565b600d5afa6101003d1416156108f65760208161030081600f5afa60203d1416156108f1575160011490565b505f90565b62a4859360e01b5f52600d60045260245ffd5b62a4859360e01b5f52600560045260245ffd5b909192936040908186845e818660e18660055afa169401929190610879565b62a4859360e01b5f52600260045260245ffd5b8318855280825360015f19820160051b880194602086604d8960025afa1694519101906107ff565b6040513d5f823e3d90fd5b50505f90565b5f9250905b80821061099d575050155f806106f7565b909160209083511792019061098c565b5050505f90565b5f90608081015b8082106109c85750501590565b90916020908351179201906109bb565b7f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f7f0101010101010101010101010101010101010101010101010101010101010101917f55555555555555555555555555555555555555555555555555555555555555558160011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c01160260f81c90565b81909392935f94608081016061830192838111945b610a9b57505050505050565b90919293949685600189190189166fffffffffffffffffffffffffffffffff811160071b67ffffffffffffffff82821c1160061b1763ffffffff82821c1160051b1761ffff82821c1160041b1760ff82821c1160031b17600f82821c1160021b17906d010102020202030303030303030360801b90821c1a1790610409576062810290808204606214901517156104095782016061018086116104095780610b4585606093610b71565b015160f01c019660808461010081600b5afa60803d1416156105a3575f19810116949392919085610a8f565b906050603080935f84525f60408501528181601086015e0191015e565b9060806101009260115afa6101003d141615610ba657565b62a4859360e01b5f52601160045260245ffd424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53",
}

// Certs is an auto generated Go binding around an Ethereum contract.
type Certs struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Certs) GetABI() abi.ABI {
	return c.abi
}

// NewCerts creates a new instance of Certs.
func NewCerts() *Certs {
	parsed, err := CertsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Certs{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Certs) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x11ba270d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(address keys, uint256 nShards, uint256 required, bytes signers, bytes signature, bytes message) view returns(uint256 weight)
func (certs *Certs) PackVerify(keys common.Address, nShards *big.Int, required *big.Int, signers []byte, signature []byte, message []byte) []byte {
	enc, err := certs.abi.Pack("verify", keys, nShards, required, signers, signature, message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x11ba270d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(address keys, uint256 nShards, uint256 required, bytes signers, bytes signature, bytes message) view returns(uint256 weight)
func (certs *Certs) TryPackVerify(keys common.Address, nShards *big.Int, required *big.Int, signers []byte, signature []byte, message []byte) ([]byte, error) {
	return certs.abi.Pack("verify", keys, nShards, required, signers, signature, message)
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x11ba270d.
//
// Solidity: function verify(address keys, uint256 nShards, uint256 required, bytes signers, bytes signature, bytes message) view returns(uint256 weight)
func (certs *Certs) UnpackVerify(data []byte) (*big.Int, error) {
	out, err := certs.abi.Unpack("verify", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackVerifyPossession is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45d81425.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verifyPossession(bytes publicKey, bytes proof, bytes message) view returns()
func (certs *Certs) PackVerifyPossession(publicKey []byte, proof []byte, message []byte) []byte {
	enc, err := certs.abi.Pack("verifyPossession", publicKey, proof, message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerifyPossession is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45d81425.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verifyPossession(bytes publicKey, bytes proof, bytes message) view returns()
func (certs *Certs) TryPackVerifyPossession(publicKey []byte, proof []byte, message []byte) ([]byte, error) {
	return certs.abi.Pack("verifyPossession", publicKey, proof, message)
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (certs *Certs) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], certs.abi.Errors["BadBitmap"].ID.Bytes()[:4]) {
		return certs.UnpackBadBitmapError(raw[4:])
	}
	if bytes.Equal(raw[:4], certs.abi.Errors["BadKey"].ID.Bytes()[:4]) {
		return certs.UnpackBadKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], certs.abi.Errors["BadProofOfPossession"].ID.Bytes()[:4]) {
		return certs.UnpackBadProofOfPossessionError(raw[4:])
	}
	if bytes.Equal(raw[:4], certs.abi.Errors["BadSignature"].ID.Bytes()[:4]) {
		return certs.UnpackBadSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], certs.abi.Errors["ChainTooOld"].ID.Bytes()[:4]) {
		return certs.UnpackChainTooOldError(raw[4:])
	}
	if bytes.Equal(raw[:4], certs.abi.Errors["NoQuorum"].ID.Bytes()[:4]) {
		return certs.UnpackNoQuorumError(raw[4:])
	}
	if bytes.Equal(raw[:4], certs.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return certs.UnpackPrecompileFailedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CertsBadBitmap represents a BadBitmap error raised by the Certs contract.
type CertsBadBitmap struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadBitmap()
func CertsBadBitmapErrorID() common.Hash {
	return common.HexToHash("0x2111dea57e73df09e0b438e861554feb305b251ee3bbae0ad03927b2741f8999")
}

// UnpackBadBitmapError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadBitmap()
func (certs *Certs) UnpackBadBitmapError(raw []byte) (*CertsBadBitmap, error) {
	out := new(CertsBadBitmap)
	if err := certs.abi.UnpackIntoInterface(out, "BadBitmap", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertsBadKey represents a BadKey error raised by the Certs contract.
type CertsBadKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadKey()
func CertsBadKeyErrorID() common.Hash {
	return common.HexToHash("0xee9f2d537bde7567f0e60f7e7ee11ce8d6383f6cb525c16217a5d958064efde2")
}

// UnpackBadKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadKey()
func (certs *Certs) UnpackBadKeyError(raw []byte) (*CertsBadKey, error) {
	out := new(CertsBadKey)
	if err := certs.abi.UnpackIntoInterface(out, "BadKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertsBadProofOfPossession represents a BadProofOfPossession error raised by the Certs contract.
type CertsBadProofOfPossession struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadProofOfPossession()
func CertsBadProofOfPossessionErrorID() common.Hash {
	return common.HexToHash("0x03f280b26f51df67b38a1d1bdef84b4d36efaaaad23b18878c4942e6df88e19c")
}

// UnpackBadProofOfPossessionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadProofOfPossession()
func (certs *Certs) UnpackBadProofOfPossessionError(raw []byte) (*CertsBadProofOfPossession, error) {
	out := new(CertsBadProofOfPossession)
	if err := certs.abi.UnpackIntoInterface(out, "BadProofOfPossession", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertsBadSignature represents a BadSignature error raised by the Certs contract.
type CertsBadSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignature()
func CertsBadSignatureErrorID() common.Hash {
	return common.HexToHash("0x5cd5d2335541c4f2ed05fbe44f397e8b79f8e2333157122d2dab06e378ef7685")
}

// UnpackBadSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignature()
func (certs *Certs) UnpackBadSignatureError(raw []byte) (*CertsBadSignature, error) {
	out := new(CertsBadSignature)
	if err := certs.abi.UnpackIntoInterface(out, "BadSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertsChainTooOld represents a ChainTooOld error raised by the Certs contract.
type CertsChainTooOld struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainTooOld()
func CertsChainTooOldErrorID() common.Hash {
	return common.HexToHash("0x089daa3b254912baf2043e06a43de3d58889c71638e42c7722eab70489292603")
}

// UnpackChainTooOldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainTooOld()
func (certs *Certs) UnpackChainTooOldError(raw []byte) (*CertsChainTooOld, error) {
	out := new(CertsChainTooOld)
	if err := certs.abi.UnpackIntoInterface(out, "ChainTooOld", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertsNoQuorum represents a NoQuorum error raised by the Certs contract.
type CertsNoQuorum struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoQuorum()
func CertsNoQuorumErrorID() common.Hash {
	return common.HexToHash("0x2166ec359111764d8b517c07ff980091f319c3042a65f030153206693d06427e")
}

// UnpackNoQuorumError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoQuorum()
func (certs *Certs) UnpackNoQuorumError(raw []byte) (*CertsNoQuorum, error) {
	out := new(CertsNoQuorum)
	if err := certs.abi.UnpackIntoInterface(out, "NoQuorum", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertsPrecompileFailed represents a PrecompileFailed error raised by the Certs contract.
type CertsPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func CertsPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (certs *Certs) UnpackPrecompileFailedError(raw []byte) (*CertsPrecompileFailed, error) {
	out := new(CertsPrecompileFailed)
	if err := certs.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}
