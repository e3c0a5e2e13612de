package chaintest

import (
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// Harness is a deployment under test.
type Harness struct {
	Reader chain.Reader
	Log    chain.Log
	// ReopenLog returns a log that remembers nothing of earlier calls, as after a restart.
	ReopenLog func(t *testing.T) chain.Log
	// NewWallet returns a fresh account that holds wal, and with gas enough native coin for many transactions,
	// otherwise none.
	NewWallet func(t *testing.T, wal walrus.Frost, gas bool) chain.Wallet
	// ReopenWallet closes the wallet and opens its account again.
	ReopenWallet func(t *testing.T, w chain.Wallet) chain.Wallet
	// Mine makes blocks without transactions.
	Mine func(t *testing.T, blocks int)
}

// Open deploys a genesis. The error is the deployment's; everything else that goes wrong fails the test.
type Open func(t *testing.T, g chain.Genesis) (*Harness, error)

// suiteWeights are the shares of the suite's nodes, so uneven that counting nodes instead of shards is noticed.
var suiteWeights = []int{30, 25, 10, 10, 5, 5, 5, 4, 4, 2}

const suiteShards walrus.ShardCount = 100

// suite is the state that the cases of one deployment share.
type suite struct {
	*Harness
	genesis chain.Genesis
	keys    []bls.SecretKey
	seeds   int
}

// Run checks that an implementation of the chain keeps the contracts' rules and the promises of the interfaces.
func Run(t *testing.T, open Open) {
	s := openSuite(t, open, nil)
	for _, c := range []struct {
		name string
		run  func(*suite, *testing.T)
	}{
		{"info and state", (*suite).testState},
		{"committee of the genesis", (*suite).testCommittee},
		{"register", (*suite).testRegister},
		{"register for another owner", (*suite).testOwner},
		{"registrations refused", (*suite).testRegisterRefused},
		{"wallet without funds", (*suite).testFunds},
		{"certify", (*suite).testCertify},
		{"certify with the smallest quorum", (*suite).testSmallestQuorum},
		{"certificates refused", (*suite).testCertifyRefused},
		{"objects unknown", (*suite).testUnknown},
		{"blobs of an owner", (*suite).testBlobsOf},
		{"wallet used at once from many places", (*suite).testConcurrent},
		{"wallet restarted", (*suite).testWalletRestart},
		{"calls end with their context", (*suite).testContext},
		{"log waits", (*suite).testLogWaits},
		{"log is dense and ordered", (*suite).testLogOrder},
		{"log boundary without events", (*suite).testLogQuietBoundary},
		{"log restarts anywhere", (*suite).testLogRestart},
		{"log refuses foreign cursors", (*suite).testLogMismatch},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(s, t) })
	}
	t.Run("capacity", func(t *testing.T) { testCapacity(t, open) })
	t.Run("proof of possession for another network", func(t *testing.T) { testForeignProof(t, open) })
}

// openSuite deploys the suite's genesis, changed by edit.
func openSuite(t *testing.T, open Open, edit func(*chain.Genesis)) *suite {
	t.Helper()
	g, keys := suiteGenesis(t)
	if edit != nil {
		edit(&g)
	}
	h, err := open(t, g)
	if err != nil {
		t.Fatal(err)
	}
	return &suite{Harness: h, genesis: g, keys: keys}
}

func suiteGenesis(t *testing.T) (chain.Genesis, []bls.SecretKey) {
	t.Helper()
	g, keys, err := NewGenesis("suite "+t.Name(), suiteShards, len(suiteWeights))
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range suiteWeights {
		g.Nodes[i].Weight = w
	}
	return g, keys
}

// registration returns a registration of a blob that no other case uses.
func (s *suite) registration(t *testing.T, size uint64, deletable bool, end walrus.Epoch) chain.Registration {
	s.seeds++
	return NewRegistration(t.Name()+string(rune('a'+s.seeds)), size, deletable, end)
}

// register registers a blob, which must work.
func (s *suite) register(t *testing.T, w chain.Wallet, r chain.Registration) (chain.Receipt, walrus.ObjectID) {
	t.Helper()
	receipt, id, err := w.Register(t.Context(), r)
	if err != nil {
		t.Fatalf("register: %v", err)
	}
	return receipt, id
}

// certificate returns a certificate over message by the given members.
func (s *suite) certificate(t *testing.T, message []byte, positions ...int) *walrus.Certificate {
	t.Helper()
	c, err := Certify(s.keys, positions, message)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// blob reads a blob, which must be there.
func (s *suite) blob(t *testing.T, id walrus.ObjectID) chain.Blob {
	t.Helper()
	b, err := s.Reader.Blob(t.Context(), id)
	if err != nil {
		t.Fatalf("blob %v: %v", id, err)
	}
	return b
}
