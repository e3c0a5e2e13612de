package evm

import (
	"errors"
	"fmt"
	"math/big"
	"path"
	"reflect"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm/bind/certs"
	"github.com/walrus-go/walrus/chain/evm/bind/epochs"
	"github.com/walrus-go/walrus/chain/evm/bind/registry"
	"github.com/walrus-go/walrus/chain/evm/bind/system"
	"github.com/walrus-go/walrus/chain/evm/bind/token"
)

// revertData returns the data of a revert that an endpoint reported.
func revertData(err error) ([]byte, bool) {
	var e rpc.DataError
	if !errors.As(err, &e) {
		return nil, false
	}
	text, ok := e.ErrorData().(string)
	if !ok {
		return nil, false
	}
	data, decodeErr := hexutil.Decode(text)
	return data, decodeErr == nil
}

// decodeRevert returns the error of package chain that a reverted call means (evm-profile.md §8), or err itself.
func decodeRevert(err error) error {
	data, ok := revertData(err)
	if !ok {
		return err
	}
	if known := revertError(data); known != nil {
		return known
	}
	return &RevertError{data, fmt.Sprintf("contract reverted with %s: %s", clip(hexutil.Encode(data)), clip(err.Error()))}
}

// revertError returns the meaning of revert data; nil when no contract of ours has such an error.
func revertError(data []byte) error {
	unpackers := []func([]byte) (any, error){
		systemABI.UnpackError, registryABI.UnpackError, epochsABI.UnpackError, tokenABI.UnpackError, certsABI.UnpackError,
	}
	for _, unpack := range unpackers {
		if e, err := unpack(data); err == nil {
			return meaning(e)
		}
	}
	return nil
}

func meaning(e any) error {
	switch e := e.(type) {
	case *system.SystemERC20InsufficientBalance:
		return insufficient(walrus.Address(e.Sender), e.Balance, e.Needed)
	case *token.TokenERC20InsufficientBalance:
		return insufficient(walrus.Address(e.Sender), e.Balance, e.Needed)
	case *system.SystemERC20InsufficientAllowance:
		return fmt.Errorf("%w: the contract may take %v, needs %v", chain.ErrNoPaymentCoin, frost(e.Allowance), frost(e.Needed))
	case *system.SystemCostAboveMax:
		return fmt.Errorf("%w: %v, at most %v", chain.ErrPriceChanged, walrus.Frost(e.Cost), walrus.Frost(e.MaxCost))
	case *system.SystemCapacityExceeded:
		return fmt.Errorf("%w: %d bytes free in epoch %d", chain.ErrCapacity, e.Free, e.Epoch)
	case *system.SystemEpochsOutOfRange:
		return fmt.Errorf("%w: end epoch %d, at most %d", chain.ErrEpochs, e.EndEpoch, e.Max)
	case *system.SystemBlobTooLarge:
		return walrus.ErrBlobTooLarge
	case *system.SystemBlobIdMismatch:
		return chain.ErrBlobIDMismatch
	case *system.SystemUnsupportedEncoding:
		return walrus.ErrUnsupportedEncoding
	case *system.SystemWrongEpoch:
		return fmt.Errorf("%w: signed in epoch %d, the chain is in %d", chain.ErrBehindEpoch, e.Got, e.Want)
	case *system.SystemNoQuorum, *system.SystemBadBitmap, *system.SystemBadSignature, *system.SystemBadMessage,
		*system.SystemPersistenceMismatch:
		return fmt.Errorf("%w: %s", chain.ErrCertificationFailed, errorName(e))
	case *system.SystemNoSuchObject:
		return chain.ErrNoSuchObject
	case *system.SystemBlobExpired:
		return chain.ErrBlobExpired
	case *registry.RegistryBadKey, *registry.RegistryBadProofOfPossession, *registry.RegistryBadNetworkKey,
		*registry.RegistryNameTooLong, *registry.RegistryAddressTooLong, *registry.RegistryCommissionTooHigh,
		*registry.RegistryAlreadyRegistered:
		return fmt.Errorf("%w: %s", chain.ErrNodeRefused, errorName(e))
	case *registry.RegistryWrongState, *epochs.EpochsWrongState:
		return fmt.Errorf("%w: %s", chain.ErrNotDue, errorName(e))
	case *certs.CertsChainTooOld:
		return chain.ErrChainTooOld
	}
	return fmt.Errorf("contract refused: %s", errorName(e))
}

// errorName returns the Solidity name of a decoded error, and its values if it has any: "WrongState{State:1}".
func errorName(e any) string {
	v := reflect.Indirect(reflect.ValueOf(e))
	contract := path.Base(v.Type().PkgPath())
	name := v.Type().Name()[len(contract):] // the bindings put the contract's name in front
	if v.NumField() == 0 {
		return name
	}
	return fmt.Sprintf("%s%+v", name, v.Interface())
}

func insufficient(wallet walrus.Address, has, needs *big.Int) error {
	return fmt.Errorf("%w: wallet %v has %v, needs %v", chain.ErrNoPaymentCoin, wallet, frost(has), frost(needs))
}

// weiPerFrost is the worth of one FROST in the token's smallest unit.
var weiPerFrost = big.NewInt(1_000_000_000)

// frost converts from the token's smallest unit, rounding down; amounts beyond 64 bits saturate.
func frost(wei *big.Int) walrus.Frost {
	f := new(big.Int).Div(wei, weiPerFrost)
	if !f.IsUint64() {
		return ^walrus.Frost(0)
	}
	return walrus.Frost(f.Uint64())
}

// tokenWei is the inverse of frost.
func tokenWei(f walrus.Frost) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(uint64(f)), weiPerFrost)
}
