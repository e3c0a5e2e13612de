package chaintest

import (
	"errors"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

func (s *suite) testState(t *testing.T) {
	info, err := s.Reader.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if info.ChainID == 0 || info.Finality == "" {
		t.Errorf("info %+v", info)
	}
	seen := make(map[walrus.Address]string)
	for _, name := range []string{chain.TokenContract, chain.RegistryContract, chain.EpochsContract, chain.SystemContract} {
		a := info.Contracts[name]
		if a.IsZero() || seen[a] != "" {
			t.Errorf("contract %s at %v", name, a)
		}
		seen[a] = name
	}
	st, err := s.Reader.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	g := &s.genesis
	if st.Epoch != 1 || st.Phase != chain.PhaseDone || st.NShards != g.NShards || st.EpochDuration != g.EpochDuration ||
		st.MaxEpochsAhead != g.MaxEpochsAhead || st.Prices != g.Prices || st.CapacityUsed != 0 || st.CapacityTotal != g.CapacityBytes {
		t.Errorf("state %+v of genesis %+v", st, g)
	}
	if st.Block.Number == 0 || st.Block.Hash == [32]byte{} {
		t.Errorf("state of block %+v", st.Block)
	}
	if age := time.Since(st.Since); age < -5*time.Minute || age > 10*time.Minute || st.Since.After(st.Block.Time) {
		t.Errorf("epoch since %v, %v ago; block of %v", st.Since, age, st.Block.Time)
	}
	s.Mine(t, 2)
	later, err := s.Reader.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if later.Block.Number < st.Block.Number+2 || later.Block.Hash == st.Block.Hash || later.Block.Time.Before(st.Block.Time) {
		t.Errorf("two blocks after %+v comes %+v", st.Block, later.Block)
	}
}

func (s *suite) testCommittee(t *testing.T) {
	info, err := s.Reader.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Reader.Committee(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if c.Epoch != 1 || c.NShards != s.genesis.NShards || len(c.Members) != len(s.genesis.Nodes) {
		t.Fatalf("committee of epoch %d, %d shards, %d members", c.Epoch, c.NShards, len(c.Members))
	}
	next := 0
	for i := range c.Members {
		m, n := &c.Members[i], &s.genesis.Nodes[i]
		index := walrus.NodeIndex(i + 1)
		id := chain.NewNodeID(info.ChainID, info.Contracts[chain.RegistryContract], index)
		if m.Node != index || m.ID != id || m.Name != n.Name || m.Operator != n.Operator ||
			m.NetworkAddress != n.NetworkAddress || m.NetworkKey != n.NetworkKey || m.PublicKey != n.PublicKey {
			t.Errorf("member %d is %+v, registered was %+v", i, m, n)
		}
		if m.Weight() != n.Weight {
			t.Errorf("member %d has %d shards, want %d", i, m.Weight(), n.Weight)
		}
		for _, shard := range m.Shards {
			if int(shard) != next || c.Owner(shard) != i {
				t.Errorf("member %d has shard %d, want %d", i, shard, next)
			}
			next++
		}
	}
	for _, epoch := range []walrus.Epoch{0, 2, 1 << 31} {
		if _, err := s.Reader.Committee(t.Context(), epoch); !errors.Is(err, chain.ErrNoCommittee) {
			t.Errorf("committee of epoch %d: %v, want ErrNoCommittee", epoch, err)
		}
	}
}

func testForeignProof(t *testing.T, open Open) {
	g, _ := suiteGenesis(t)
	node := &g.Nodes[3]
	prove := node.Prove
	asked := false
	node.Prove = func(m walrus.ProofOfPossession) (walrus.Signature, error) {
		asked = true
		m.Account = chain.ProofAccount(1, walrus.Address{1}, node.Operator)
		return prove(m)
	}
	if _, err := open(t, g); !errors.Is(err, chain.ErrNodeRefused) {
		t.Fatalf("deployment with a foreign proof: %v, want ErrNodeRefused", err)
	}
	if !asked {
		t.Fatal("nobody asked for a proof")
	}
}

func testCapacity(t *testing.T, open Open) {
	const size = 1 << 20
	encoded, err := suiteShards.EncodedLength(size)
	if err != nil {
		t.Fatal(err)
	}
	s := openSuite(t, open, func(g *chain.Genesis) { g.CapacityBytes = 2*encoded + 5 })
	w := s.NewWallet(t, 10_000*walrus.WAL, true)
	s.register(t, w, s.registration(t, size, false, 3))
	s.register(t, w, s.registration(t, size, false, 2))
	if _, _, err := w.Register(t.Context(), s.registration(t, size, false, 2)); !errors.Is(err, chain.ErrCapacity) {
		t.Fatalf("a third blob: %v, want ErrCapacity", err)
	}
	st, err := s.Reader.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if st.CapacityUsed != 2*encoded || st.CapacityTotal != 2*encoded+5 {
		t.Fatalf("capacity %d of %d, want %d of %d", st.CapacityUsed, st.CapacityTotal, 2*encoded, 2*encoded+5)
	}
}
