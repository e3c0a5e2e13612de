package chain

import "errors"

// Errors of the contracts and of the way to them (evm-profile.md §8). Implementations wrap them with the facts.
var (
	ErrNoPaymentCoin       = errors.New("not enough WAL")
	ErrNoGasCoin           = errors.New("not enough native coin for gas")
	ErrPriceChanged        = errors.New("price rose above the agreed maximum")
	ErrCapacity            = errors.New("the network's storage capacity is exhausted")
	ErrEpochs              = errors.New("number of epochs out of range")
	ErrBlobIDMismatch      = errors.New("blob ID does not follow from root hash, size and encoding")
	ErrBehindEpoch         = errors.New("certificate is from another epoch")
	ErrCertificationFailed = errors.New("certificate was refused")
	ErrNoSuchObject        = errors.New("no such object on chain")
	ErrNotOwner            = errors.New("not the owner of the object")
	ErrBlobExpired         = errors.New("blob has expired")
	ErrNotCertified        = errors.New("blob is not certified")
	ErrNoCertificateData   = errors.New("certificate was sent through another contract")
	ErrNotDeletable        = errors.New("blob is permanent")
	ErrNoCommittee         = errors.New("no committee for that epoch")
	ErrNodeRefused         = errors.New("node registration was refused")
	ErrNotDue              = errors.New("step is not due")
	ErrChainTooOld         = errors.New("chain lacks the BLS12-381 precompiles (EIP-2537, Prague)")
	ErrChainUnavailable    = errors.New("chain does not answer")
	ErrWrongNetwork        = errors.New("endpoint serves another chain or deployment")
	ErrCursorMismatch      = errors.New("event cursor is not on this chain")
)
