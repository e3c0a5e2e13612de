// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package epochs

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

// EpochsConfig is an auto generated low-level Go binding around an user-defined struct.
type EpochsConfig struct {
	NShards        uint16
	EpochSeconds   uint64
	MaxEpochsAhead uint32
	StoragePrice   uint64
	WritePrice     uint64
	Capacity       uint64
}

// EpochsMetaData contains all meta data concerning the Epochs contract.
var EpochsMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"registry_\",\"type\":\"address\",\"internalType\":\"contractRegistry\"},{\"name\":\"config\",\"type\":\"tuple\",\"internalType\":\"structEpochs.Config\",\"components\":[{\"name\":\"nShards\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"epochSeconds\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxEpochsAhead\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"committee\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"keys\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"shards\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"current\",\"inputs\":[],\"outputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"state\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"since\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"syncWeight\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deployer\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"genesis\",\"inputs\":[{\"name\":\"weights\",\"type\":\"uint16[]\",\"internalType\":\"uint16[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"params\",\"inputs\":[],\"outputs\":[{\"name\":\"nShards\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"epochSeconds\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxEpochsAhead\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"prices\",\"inputs\":[],\"outputs\":[{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registry\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"signers\",\"inputs\":[],\"outputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"nShards\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"keys\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"terms\",\"inputs\":[],\"outputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"nShards\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"maxEpochsAhead\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"CommitteeStored\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"keys\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"shards\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EpochChangeDone\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EpochChangeStart\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadConfig\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadWeights\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchNode\",\"inputs\":[{\"name\":\"node\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotDeployer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StoreFailed\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongState\",\"inputs\":[{\"name\":\"state\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]}]",
	ID:  "Epochs",
	Bin: "0x60c0604052346102b657604051610f8e38819003601f8101601f191683016001600160401b038111848210176102ba5783928291604052833981010360e081126102b6578151906001600160a01b03821682036102b65760c090601f1901126102b6576040519060c082016001600160401b038111838210176102ba5760405260208301519161ffff8316928381036102b65781526100a0604085016102ce565b6020820190815260608501519063ffffffff821682036102b657604083019182526100cd608087016102ce565b93606084019485526100f460c06100e660a08a016102ce565b9860808701998a52016102ce565b9560a08501968752600481109081156102aa575b5061028f5781516001600160401b03161561028f5763ffffffff835116801590811561029e575b5061028f5760809081523360a0527f7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c0080549451925193514260281b6cffffffffffffffff0000000000167fffffff0000000000000000ffffffff0000ffff000000000000000000ffffffff909616959095176401000000001763ffffffff60881b191660789390931b61ffff60781b169290921760a89390931b600160a81b600160e81b03169290921760889390931b63ffffffff60881b169290921790915590517f7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c018054945193516001600160c01b03199095166001600160401b039290921691909117604093841b6fffffffffffffffff000000000000000016179390911b600160801b600160c01b03169290921790915551610cab90816102e382396080518181816102ac01526104bd015260a051818181609401526103af0152f35b6301f30c8760e21b5f5260045ffd5b6101009150115f61012f565b6103e89150115f610108565b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160401b03821682036102b65756fe6080806040526004361015610012575f80fd5b5f3560e01c908163436f6cec146103575750806346f0975a146102db5780637b103999146102975780637d19cc63146102515780639fa6a6e3146101f6578063cff0ab96146101a4578063d3419bf314610155578063d5025625146100c75763d5f394881461007f575f80fd5b346100c3575f3660031901126100c3576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100c3575f3660031901126100c35760c05f516020610c8b5f395f51905f525467ffffffffffffffff7f7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c015463ffffffff60405193818116855261ffff8160781c16602086015260881c1660408401528181166060840152818160401c16608084015260801c1660a0820152f35b346100c3575f3660031901126100c35760407f7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c015467ffffffffffffffff8251918181168352831c166020820152f35b346100c3575f3660031901126100c35760605f516020610c8b5f395f51905f525463ffffffff6040519161ffff8160781c16835267ffffffffffffffff8160a81c16602084015260881c166040820152f35b346100c3575f3660031901126100c35760805f516020610c8b5f395f51905f525461ffff6040519163ffffffff8116835260ff8160201c16602084015267ffffffffffffffff8160281c16604084015260681c166060820152f35b346100c35760203660031901126100c35760043563ffffffff811681036100c35761027b90610a7b565b604080516001600160a01b039384168152919092166020820152f35b346100c3575f3660031901126100c3576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100c3575f3660031901126100c3575f516020610c8b5f395f51905f525463ffffffff81165f8181527f7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c02602052604090206060929061ffff906001600160a01b039054169160405193845260781c1660208301526040820152f35b346100c35760203660031901126100c35760043567ffffffffffffffff81116100c357366023820112156100c357806004013567ffffffffffffffff81116100c3576024820191602436918360051b0101116100c3577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610a5f575f516020610c8b5f395f51905f525463ffffffff8116610a4657602061ffff5f9260781c169461040c81610afe565b82815201525f92805f5f5b8481106109ed5750148015906109e3575b6109d45761043884939293610b91565b926104466040519485610b2e565b848452601f1961045586610b91565b015f5b8181106109c157505061046a85610b91565b926104786040519485610b2e565b858452601f1961048787610b91565b0136602086013761049786610b91565b956104a56040519788610b2e565b8087526104b4601f1991610b91565b013660208801377f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316915f91825b82841061087c57505050505082516062810290808204606214901517156105fe57606101806061116105fe5761051f90610bd9565b9360405192610100840160405260803685375f9160818701958660208901119660808701978888119260c089019760908a019660d08b01985b83518110156106125761056b8185610ba9565b5185610577838b610ba9565b51906105fe5760628302838104606214841517156105fe578991606060206105a261ffff948d610a6e565b9501855e60ff8160081c1660608501531660618301536105fe57603080918f8e5f8092525281818d5e018b5e60808c61010081600b5afa60803d1416156105eb57600101610558565b62a4859360e01b5f52600b60045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5086906106338e603060508f8260108201602186015e01605183015e610c0b565b9281518060021b90808204600414901517156105fe57600101806001116105fe576106669161066191610a6e565b610bd9565b9160218301935f945b83518610156106c85763ffffffff6106878786610ba9565b5160ff8160181c16835361ffff8160101c16600184015362ffffff8160081c166002840153166003820153600481018091116105fe5760019095019461066f565b91906001945f5b855181101561070c576106f061ffff6106e88387610ba9565b511686610a6e565b8086106106ff575086016106cf565b94808289925301946106f0565b867f9b75f80cf52ac3a5edf0ff3d00e4e4eff3fbe49f1810b5361b554a212cabb4f18461073885610c0b565b6040519161074583610afe565b60a085901b859003908116835290811660208084019182525f8681527f7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c028252604090819020945185546001600160a01b0319908116918616918217875593519588018054909416959094169485179092555f516020610c8b5f395f51905f5280546effffffffffffffffffff00ffffffff19811688174260281b6cffffffffffffffff0000000000169081176cffffffffffffffff00ffffffff1990921617881760101c61ffff60681b1617905581516001600160a01b0393841681529290931692820192909252a260017f794d3faca7f0873851f33020d54a4271630f61fd4444406d8b942dbb5a495f655f80a260017f476ac78a87418aee044e507e33c8e00a9ff6c3511ebff6ef8790c370aef985d65f80a2005b61ffff61089261088d868686610b50565b610b74565b16156109b857600184018085116105fe5763ffffffff1690816108b5828a610ba9565b5260405191631e68a3f160e31b835260048301525f82602481895afa9182156109ad575f9261092b575b50806001926108f1610922938c610ba9565b526108fc818b610ba9565b508a61ffff6109198361091361088d8b8b8b610b50565b93610ba9565b91169052610b83565b935b01926104ea565b91503d805f843e61093c8184610b2e565b8201916020818403126100c35780519067ffffffffffffffff82116100c357019082601f830112156100c35781519261097484610bbd565b906109826040519283610b2e565b848252602085850101116100c3575f6020856001968261092297018386015e830101529250906108df565b6040513d5f823e3d90fd5b92600190610924565b6060602082880181019190915201610458565b63bbc50c8360e01b5f5260045ffd5b5060f98411610428565b915061ffff610a0061088d848789610b50565b16610a2e575b610a2460019161ffff610a1d61088d86898b610b50565b1690610a6e565b9101908291610417565b94610a24610a3d600192610b83565b96915050610a06565b60ff9063e37d4aeb60e01b5f5260201c1660045260245ffd5b638b906c9760e01b5f5260045ffd5b919082018092116105fe57565b63ffffffff8116600181018091116105fe5763ffffffff5f516020610c8b5f395f51905f52541611610af757610ade9063ffffffff165f527f7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c0260205260405f2090565b80546001909101546001600160a01b0391821692911690565b505f905f90565b6040810190811067ffffffffffffffff821117610b1a57604052565b634e487b7160e01b5f52604160045260245ffd5b90601f8019910116810190811067ffffffffffffffff821117610b1a57604052565b9190811015610b605760051b0190565b634e487b7160e01b5f52603260045260245ffd5b3561ffff811681036100c35790565b5f1981146105fe5760010190565b67ffffffffffffffff8111610b1a5760051b60200190565b8051821015610b605760209160051b010190565b67ffffffffffffffff8111610b1a57601f01601f191660200190565b90610be382610bbd565b610bf06040519182610b2e565b8281528092610c01601f1991610bbd565b0190602036910137565b6020610c65602a61ffff60f01b845160f01b169360405193849181830196606160f81b885260218401526680600a3d393df360c81b60238401528051918291018484015e81015f838201520301601f198101835282610b2e565b51905ff0906001600160a01b03821615610c7b57565b636f7854ef60e01b5f5260045ffdfe7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c00",
}

// Epochs is an auto generated Go binding around an Ethereum contract.
type Epochs struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Epochs) GetABI() abi.ABI {
	return c.abi
}

// NewEpochs creates a new instance of Epochs.
func NewEpochs() *Epochs {
	parsed, err := EpochsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Epochs{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Epochs) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registry_, (uint16,uint64,uint32,uint64,uint64,uint64) config) returns()
func (epochs *Epochs) PackConstructor(registry_ common.Address, config EpochsConfig) []byte {
	enc, err := epochs.abi.Pack("", registry_, config)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d19cc63.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function committee(uint32 epoch) view returns(address keys, address shards)
func (epochs *Epochs) PackCommittee(epoch uint32) []byte {
	enc, err := epochs.abi.Pack("committee", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d19cc63.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function committee(uint32 epoch) view returns(address keys, address shards)
func (epochs *Epochs) TryPackCommittee(epoch uint32) ([]byte, error) {
	return epochs.abi.Pack("committee", epoch)
}

// CommitteeOutput serves as a container for the return parameters of contract
// method Committee.
type CommitteeOutput struct {
	Keys   common.Address
	Shards common.Address
}

// UnpackCommittee is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7d19cc63.
//
// Solidity: function committee(uint32 epoch) view returns(address keys, address shards)
func (epochs *Epochs) UnpackCommittee(data []byte) (CommitteeOutput, error) {
	out, err := epochs.abi.Unpack("committee", data)
	outstruct := new(CommitteeOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Keys = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Shards = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackCurrent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fa6a6e3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function current() view returns(uint32 epoch, uint8 state, uint64 since, uint16 syncWeight)
func (epochs *Epochs) PackCurrent() []byte {
	enc, err := epochs.abi.Pack("current")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fa6a6e3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function current() view returns(uint32 epoch, uint8 state, uint64 since, uint16 syncWeight)
func (epochs *Epochs) TryPackCurrent() ([]byte, error) {
	return epochs.abi.Pack("current")
}

// CurrentOutput serves as a container for the return parameters of contract
// method Current.
type CurrentOutput struct {
	Epoch      uint32
	State      uint8
	Since      uint64
	SyncWeight uint16
}

// UnpackCurrent is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9fa6a6e3.
//
// Solidity: function current() view returns(uint32 epoch, uint8 state, uint64 since, uint16 syncWeight)
func (epochs *Epochs) UnpackCurrent(data []byte) (CurrentOutput, error) {
	out, err := epochs.abi.Unpack("current", data)
	outstruct := new(CurrentOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Epoch = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.State = *abi.ConvertType(out[1], new(uint8)).(*uint8)
	outstruct.Since = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	outstruct.SyncWeight = *abi.ConvertType(out[3], new(uint16)).(*uint16)
	return *outstruct, nil
}

// PackDeployer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5f39488.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deployer() view returns(address)
func (epochs *Epochs) PackDeployer() []byte {
	enc, err := epochs.abi.Pack("deployer")
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
func (epochs *Epochs) TryPackDeployer() ([]byte, error) {
	return epochs.abi.Pack("deployer")
}

// UnpackDeployer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5f39488.
//
// Solidity: function deployer() view returns(address)
func (epochs *Epochs) UnpackDeployer(data []byte) (common.Address, error) {
	out, err := epochs.abi.Unpack("deployer", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGenesis is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x436f6cec.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function genesis(uint16[] weights) returns()
func (epochs *Epochs) PackGenesis(weights []uint16) []byte {
	enc, err := epochs.abi.Pack("genesis", weights)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGenesis is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x436f6cec.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function genesis(uint16[] weights) returns()
func (epochs *Epochs) TryPackGenesis(weights []uint16) ([]byte, error) {
	return epochs.abi.Pack("genesis", weights)
}

// PackParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcff0ab96.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function params() view returns(uint16 nShards, uint64 epochSeconds, uint32 maxEpochsAhead)
func (epochs *Epochs) PackParams() []byte {
	enc, err := epochs.abi.Pack("params")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcff0ab96.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function params() view returns(uint16 nShards, uint64 epochSeconds, uint32 maxEpochsAhead)
func (epochs *Epochs) TryPackParams() ([]byte, error) {
	return epochs.abi.Pack("params")
}

// ParamsOutput serves as a container for the return parameters of contract
// method Params.
type ParamsOutput struct {
	NShards        uint16
	EpochSeconds   uint64
	MaxEpochsAhead uint32
}

// UnpackParams is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcff0ab96.
//
// Solidity: function params() view returns(uint16 nShards, uint64 epochSeconds, uint32 maxEpochsAhead)
func (epochs *Epochs) UnpackParams(data []byte) (ParamsOutput, error) {
	out, err := epochs.abi.Unpack("params", data)
	outstruct := new(ParamsOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NShards = *abi.ConvertType(out[0], new(uint16)).(*uint16)
	outstruct.EpochSeconds = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	outstruct.MaxEpochsAhead = *abi.ConvertType(out[2], new(uint32)).(*uint32)
	return *outstruct, nil
}

// PackPrices is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3419bf3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function prices() view returns(uint64 storagePrice, uint64 writePrice)
func (epochs *Epochs) PackPrices() []byte {
	enc, err := epochs.abi.Pack("prices")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPrices is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3419bf3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function prices() view returns(uint64 storagePrice, uint64 writePrice)
func (epochs *Epochs) TryPackPrices() ([]byte, error) {
	return epochs.abi.Pack("prices")
}

// PricesOutput serves as a container for the return parameters of contract
// method Prices.
type PricesOutput struct {
	StoragePrice uint64
	WritePrice   uint64
}

// UnpackPrices is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd3419bf3.
//
// Solidity: function prices() view returns(uint64 storagePrice, uint64 writePrice)
func (epochs *Epochs) UnpackPrices(data []byte) (PricesOutput, error) {
	out, err := epochs.abi.Unpack("prices", data)
	outstruct := new(PricesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.StoragePrice = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.WritePrice = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registry() view returns(address)
func (epochs *Epochs) PackRegistry() []byte {
	enc, err := epochs.abi.Pack("registry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registry() view returns(address)
func (epochs *Epochs) TryPackRegistry() ([]byte, error) {
	return epochs.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (epochs *Epochs) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := epochs.abi.Unpack("registry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSigners is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46f0975a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function signers() view returns(uint32 epoch, uint16 nShards, address keys)
func (epochs *Epochs) PackSigners() []byte {
	enc, err := epochs.abi.Pack("signers")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSigners is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46f0975a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function signers() view returns(uint32 epoch, uint16 nShards, address keys)
func (epochs *Epochs) TryPackSigners() ([]byte, error) {
	return epochs.abi.Pack("signers")
}

// SignersOutput serves as a container for the return parameters of contract
// method Signers.
type SignersOutput struct {
	Epoch   uint32
	NShards uint16
	Keys    common.Address
}

// UnpackSigners is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x46f0975a.
//
// Solidity: function signers() view returns(uint32 epoch, uint16 nShards, address keys)
func (epochs *Epochs) UnpackSigners(data []byte) (SignersOutput, error) {
	out, err := epochs.abi.Unpack("signers", data)
	outstruct := new(SignersOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Epoch = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.NShards = *abi.ConvertType(out[1], new(uint16)).(*uint16)
	outstruct.Keys = *abi.ConvertType(out[2], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function terms() view returns(uint32 epoch, uint16 nShards, uint32 maxEpochsAhead, uint64 storagePrice, uint64 writePrice, uint64 capacity)
func (epochs *Epochs) PackTerms() []byte {
	enc, err := epochs.abi.Pack("terms")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function terms() view returns(uint32 epoch, uint16 nShards, uint32 maxEpochsAhead, uint64 storagePrice, uint64 writePrice, uint64 capacity)
func (epochs *Epochs) TryPackTerms() ([]byte, error) {
	return epochs.abi.Pack("terms")
}

// TermsOutput serves as a container for the return parameters of contract
// method Terms.
type TermsOutput struct {
	Epoch          uint32
	NShards        uint16
	MaxEpochsAhead uint32
	StoragePrice   uint64
	WritePrice     uint64
	Capacity       uint64
}

// UnpackTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5025625.
//
// Solidity: function terms() view returns(uint32 epoch, uint16 nShards, uint32 maxEpochsAhead, uint64 storagePrice, uint64 writePrice, uint64 capacity)
func (epochs *Epochs) UnpackTerms(data []byte) (TermsOutput, error) {
	out, err := epochs.abi.Unpack("terms", data)
	outstruct := new(TermsOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Epoch = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.NShards = *abi.ConvertType(out[1], new(uint16)).(*uint16)
	outstruct.MaxEpochsAhead = *abi.ConvertType(out[2], new(uint32)).(*uint32)
	outstruct.StoragePrice = *abi.ConvertType(out[3], new(uint64)).(*uint64)
	outstruct.WritePrice = *abi.ConvertType(out[4], new(uint64)).(*uint64)
	outstruct.Capacity = *abi.ConvertType(out[5], new(uint64)).(*uint64)
	return *outstruct, nil
}

// EpochsCommitteeStored represents a CommitteeStored event raised by the Epochs contract.
type EpochsCommitteeStored struct {
	Epoch  uint32
	Keys   common.Address
	Shards common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const EpochsCommitteeStoredEventName = "CommitteeStored"

// ContractEventName returns the user-defined event name.
func (EpochsCommitteeStored) ContractEventName() string {
	return EpochsCommitteeStoredEventName
}

// UnpackCommitteeStoredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CommitteeStored(uint32 indexed epoch, address keys, address shards)
func (epochs *Epochs) UnpackCommitteeStoredEvent(log *types.Log) (*EpochsCommitteeStored, error) {
	event := "CommitteeStored"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != epochs.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EpochsCommitteeStored)
	if len(log.Data) > 0 {
		if err := epochs.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range epochs.abi.Events[event].Inputs {
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

// EpochsEpochChangeDone represents a EpochChangeDone event raised by the Epochs contract.
type EpochsEpochChangeDone struct {
	Epoch uint32
	Raw   *types.Log // Blockchain specific contextual infos
}

const EpochsEpochChangeDoneEventName = "EpochChangeDone"

// ContractEventName returns the user-defined event name.
func (EpochsEpochChangeDone) ContractEventName() string {
	return EpochsEpochChangeDoneEventName
}

// UnpackEpochChangeDoneEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EpochChangeDone(uint32 indexed epoch)
func (epochs *Epochs) UnpackEpochChangeDoneEvent(log *types.Log) (*EpochsEpochChangeDone, error) {
	event := "EpochChangeDone"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != epochs.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EpochsEpochChangeDone)
	if len(log.Data) > 0 {
		if err := epochs.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range epochs.abi.Events[event].Inputs {
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

// EpochsEpochChangeStart represents a EpochChangeStart event raised by the Epochs contract.
type EpochsEpochChangeStart struct {
	Epoch uint32
	Raw   *types.Log // Blockchain specific contextual infos
}

const EpochsEpochChangeStartEventName = "EpochChangeStart"

// ContractEventName returns the user-defined event name.
func (EpochsEpochChangeStart) ContractEventName() string {
	return EpochsEpochChangeStartEventName
}

// UnpackEpochChangeStartEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EpochChangeStart(uint32 indexed epoch)
func (epochs *Epochs) UnpackEpochChangeStartEvent(log *types.Log) (*EpochsEpochChangeStart, error) {
	event := "EpochChangeStart"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != epochs.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EpochsEpochChangeStart)
	if len(log.Data) > 0 {
		if err := epochs.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range epochs.abi.Events[event].Inputs {
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
func (epochs *Epochs) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], epochs.abi.Errors["BadConfig"].ID.Bytes()[:4]) {
		return epochs.UnpackBadConfigError(raw[4:])
	}
	if bytes.Equal(raw[:4], epochs.abi.Errors["BadWeights"].ID.Bytes()[:4]) {
		return epochs.UnpackBadWeightsError(raw[4:])
	}
	if bytes.Equal(raw[:4], epochs.abi.Errors["NoSuchNode"].ID.Bytes()[:4]) {
		return epochs.UnpackNoSuchNodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], epochs.abi.Errors["NotDeployer"].ID.Bytes()[:4]) {
		return epochs.UnpackNotDeployerError(raw[4:])
	}
	if bytes.Equal(raw[:4], epochs.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return epochs.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], epochs.abi.Errors["StoreFailed"].ID.Bytes()[:4]) {
		return epochs.UnpackStoreFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], epochs.abi.Errors["WrongState"].ID.Bytes()[:4]) {
		return epochs.UnpackWrongStateError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// EpochsBadConfig represents a BadConfig error raised by the Epochs contract.
type EpochsBadConfig struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadConfig()
func EpochsBadConfigErrorID() common.Hash {
	return common.HexToHash("0x07cc321ce71a3eebb30014b3b8f136f5e867b17e2b76292bf086143aa7c7b50c")
}

// UnpackBadConfigError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadConfig()
func (epochs *Epochs) UnpackBadConfigError(raw []byte) (*EpochsBadConfig, error) {
	out := new(EpochsBadConfig)
	if err := epochs.abi.UnpackIntoInterface(out, "BadConfig", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EpochsBadWeights represents a BadWeights error raised by the Epochs contract.
type EpochsBadWeights struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadWeights()
func EpochsBadWeightsErrorID() common.Hash {
	return common.HexToHash("0xbbc50c836b814fe6e9cfe74e4d3d62fa4d7e12f43cd415edd93859a06d676f72")
}

// UnpackBadWeightsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadWeights()
func (epochs *Epochs) UnpackBadWeightsError(raw []byte) (*EpochsBadWeights, error) {
	out := new(EpochsBadWeights)
	if err := epochs.abi.UnpackIntoInterface(out, "BadWeights", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EpochsNoSuchNode represents a NoSuchNode error raised by the Epochs contract.
type EpochsNoSuchNode struct {
	Node uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchNode(uint32 node)
func EpochsNoSuchNodeErrorID() common.Hash {
	return common.HexToHash("0x670aff28d35ae5ffadb3e44c3b332aa1c3a0df0865edfb6b8906500f3bceccd3")
}

// UnpackNoSuchNodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchNode(uint32 node)
func (epochs *Epochs) UnpackNoSuchNodeError(raw []byte) (*EpochsNoSuchNode, error) {
	out := new(EpochsNoSuchNode)
	if err := epochs.abi.UnpackIntoInterface(out, "NoSuchNode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EpochsNotDeployer represents a NotDeployer error raised by the Epochs contract.
type EpochsNotDeployer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDeployer()
func EpochsNotDeployerErrorID() common.Hash {
	return common.HexToHash("0x8b906c9700ab2b52dbac68ba97746b76f841c655b82cbeaeb4a267404c6dd944")
}

// UnpackNotDeployerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDeployer()
func (epochs *Epochs) UnpackNotDeployerError(raw []byte) (*EpochsNotDeployer, error) {
	out := new(EpochsNotDeployer)
	if err := epochs.abi.UnpackIntoInterface(out, "NotDeployer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EpochsPrecompileFailed represents a PrecompileFailed error raised by the Epochs contract.
type EpochsPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func EpochsPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (epochs *Epochs) UnpackPrecompileFailedError(raw []byte) (*EpochsPrecompileFailed, error) {
	out := new(EpochsPrecompileFailed)
	if err := epochs.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EpochsStoreFailed represents a StoreFailed error raised by the Epochs contract.
type EpochsStoreFailed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoreFailed()
func EpochsStoreFailedErrorID() common.Hash {
	return common.HexToHash("0x6f7854ef7442c9d407239bf152c13ac2b748a06e431f87298941226db64efaf7")
}

// UnpackStoreFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoreFailed()
func (epochs *Epochs) UnpackStoreFailedError(raw []byte) (*EpochsStoreFailed, error) {
	out := new(EpochsStoreFailed)
	if err := epochs.abi.UnpackIntoInterface(out, "StoreFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EpochsWrongState represents a WrongState error raised by the Epochs contract.
type EpochsWrongState struct {
	State uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongState(uint8 state)
func EpochsWrongStateErrorID() common.Hash {
	return common.HexToHash("0xe37d4aeb0440dc85ee81f4b1b3014533d1ede6c623c75f93c2e2bcec2293c7de")
}

// UnpackWrongStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongState(uint8 state)
func (epochs *Epochs) UnpackWrongStateError(raw []byte) (*EpochsWrongState, error) {
	out := new(EpochsWrongState)
	if err := epochs.abi.UnpackIntoInterface(out, "WrongState", raw); err != nil {
		return nil, err
	}
	return out, nil
}
