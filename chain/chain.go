// Package chain is the coordinating chain as the rest of the system sees it: who owns the shards, what storage
// costs, which blobs are registered and certified, and an ordered log of what happened.
//
// The one idea: three roles behind interfaces as small as their users. A [Reader] answers questions about the
// present, a [Log] hands out the past in one agreed order from a cursor that survives restarts, and a [Wallet] is one
// account that changes the future. Package evm implements them on contracts of any EVM chain; package chaintest
// holds an in-memory implementation and the conformance suite that both pass.
//
// Implementations are safe for concurrent use. Every call ends when its context does.
package chain

import (
	"context"
	"math/big"
	"time"

	"github.com/walrus-go/walrus"
)

// Reader answers questions about the contracts, at the newest block unless said otherwise (evm-profile.md §5).
type Reader interface {
	// Info returns what identifies the deployment; it is asked once and does not change.
	Info(ctx context.Context) (Info, error)
	// State returns the present state, all fields from one block.
	State(ctx context.Context) (State, error)
	// Committee returns the committee of an epoch, checked by walrus.NewCommittee, with current addresses and
	// TLS keys of its members. ErrNoCommittee when the chain knows none for that epoch.
	Committee(ctx context.Context, epoch walrus.Epoch) (*walrus.Committee, error)
	// Blob returns a registered blob; ErrNoSuchObject when there is none.
	Blob(ctx context.Context, object walrus.ObjectID) (Blob, error)
	// BlobsOf returns the blobs that an account owns, expired ones included, oldest first.
	BlobsOf(ctx context.Context, owner walrus.Address) ([]Blob, error)
	// Certified returns the certificate by which a blob was certified, taken from chain data alone, unverified,
	// with the committee that it is to be verified against (promise P4). ErrNotCertified when the blob has
	// none; ErrNoCertificateData when the certificate was sent through another contract.
	Certified(ctx context.Context, object walrus.ObjectID) (CertifiedBlob, error)
}

// Log hands out the events that concern storage nodes.
type Log interface {
	// Next returns the elements that follow the cursor, at least one and at most max, and the cursor after them.
	// It waits for elements to become final. Indices are dense and equal for all callers (evm-profile.md §3).
	// The zero Cursor starts at the deployment. ErrCursorMismatch when the chain does not contain the cursor:
	// fatal, never to be skipped.
	Next(ctx context.Context, after Cursor, max int) ([]Element, Cursor, error)
}

// Wallet is one account that pays for storage. Its transactions are sent in order; the calls return when the
// transaction is final enough for a client (evm-profile.md §5).
type Wallet interface {
	// Address returns the account.
	Address() walrus.Address
	// Balances returns what the account holds.
	Balances(ctx context.Context) (Balances, error)
	// Register buys storage for a blob and registers it, in one transaction.
	Register(ctx context.Context, r Registration) (Receipt, walrus.ObjectID, error)
	// Certify records a certificate for a registered blob. Certifying a certified blob succeeds and has no effect.
	Certify(ctx context.Context, object walrus.ObjectID, c *walrus.Certificate) (Receipt, error)
}

// Info identifies a deployment.
type Info struct {
	ChainID   uint64
	Contracts map[string]walrus.Address // token, registry, epochs, system, …
	Finality  string
}

// Block is a block of the chain.
type Block struct {
	Number uint64
	Hash   [32]byte
	Time   time.Time // whole seconds, the chain's clock
}

// Phase is the state of the epoch machine (control-plane.md A8.1).
type Phase uint8

// The phases of an epoch.
const (
	PhaseSync Phase = iota
	PhaseDone
	PhaseParametersSelected
	PhaseSelecting
)

// State is the state of the contracts at one block.
type State struct {
	Block          Block
	Epoch          walrus.Epoch
	Phase          Phase
	Since          time.Time // of the last change to PhaseDone, or of the epoch change during PhaseSync
	NShards        walrus.ShardCount
	EpochDuration  time.Duration
	MaxEpochsAhead uint32
	Prices         walrus.Prices
	CapacityUsed   uint64 // encoded bytes, this epoch
	CapacityTotal  uint64
}

// Blob is a registered blob.
type Blob struct {
	Object          walrus.ObjectID
	ID              walrus.BlobID
	Size            uint64 // unencoded bytes
	EncodingType    walrus.EncodingType
	Deletable       bool
	RegisteredEpoch walrus.Epoch
	CertifiedEpoch  walrus.Epoch // 0 = not certified
	StartEpoch      walrus.Epoch
	EndEpoch        walrus.Epoch // exclusive
	StorageSize     uint64       // encoded bytes paid for
	Owner           walrus.Address
}

// Persistence returns what a confirmation for this registration has to say.
func (b *Blob) Persistence() walrus.Persistence {
	if b.Deletable {
		return walrus.Deletable(b.Object)
	}
	return walrus.Permanent
}

// CertifiedBlob is a certificate found on chain.
type CertifiedBlob struct {
	Event       walrus.EventID // of BlobCertified
	Epoch       walrus.Epoch   // of certification
	Certificate *walrus.Certificate
	Committee   *walrus.Committee // of that epoch, read from the code that CommitteeStored names
}

// Registration is what Wallet.Register buys.
type Registration struct {
	BlobID       walrus.BlobID
	RootHash     [32]byte
	Size         uint64
	EncodingType walrus.EncodingType
	Deletable    bool
	EndEpoch     walrus.Epoch
	MaxCost      walrus.Frost   // refuse to pay more
	Owner        walrus.Address // of the object; the zero address means the wallet
}

// Receipt tells about a transaction that was included.
type Receipt struct {
	Tx         walrus.TxHash
	Block      uint64
	Cost       walrus.Frost // paid to the storage network
	GasUsed    uint64
	GasCostWei *big.Int
}

// Balances are the holdings of an account.
type Balances struct {
	WAL    walrus.Frost // spendable tokens, rounded down to FROST
	GasWei *big.Int     // native coin
}
