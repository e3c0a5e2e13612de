package evm

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/internal/bls"
)

// forwarder is the creation code of a contract that passes its input on to target.
func forwarder(target common.Address) []byte {
	// CALLDATASIZE 0 0 CALLDATACOPY; CALL(GAS, target, 0, 0, CALLDATASIZE, 0, 0); revert unless it succeeded
	code := append(common.FromHex("366000600037600060003660006000"), 0x73)
	code = append(code, target[:]...)
	code = append(code, common.FromHex("5af1602d57600080fd5b00")...)
	creation := append(common.FromHex("60"), byte(len(code)))
	return append(append(creation, common.FromHex("80600b6000396000f3")...), code...)
}

func TestCertifiedThroughAnotherContract(t *testing.T) {
	g, keys, err := chaintest.NewGenesis(t.Name(), 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	d, err := deployOn(t, openDevchain(t), g)
	if err != nil {
		t.Fatal(err)
	}
	w := d.harness().NewWallet(t, 100*walrus.WAL, true).(*Wallet)
	r := chaintest.NewRegistration("forwarded", 9, false, 2)
	_, id, err := w.Register(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	message := walrus.Confirmation{Epoch: 1, Blob: r.BlobID}.Bytes()
	cert, err := chaintest.Certify(keys, []int{0, 1, 2}, message)
	if err != nil {
		t.Fatal(err)
	}
	sig, err := bls.ParseSignature(cert.Signature)
	if err != nil {
		t.Fatal(err)
	}
	point := sig.EIP2537()
	to := createContract(t, w, forwarder(d.client.system))
	if _, err := w.transact(t.Context(), to, systemABI.PackCertify(id, cert.Signers, point[:], cert.Message)); err != nil {
		t.Fatal(err)
	}
	if b, err := d.client.Blob(t.Context(), id); err != nil || b.CertifiedEpoch != 1 {
		t.Fatalf("blob %+v, %v", b, err)
	}
	if cb, err := d.client.Certified(t.Context(), id); !errors.Is(err, chain.ErrNoCertificateData) {
		t.Fatalf("certificate %+v, %v; want ErrNoCertificateData", cb, err)
	}
}

// createContract puts a contract on the chain.
func createContract(t *testing.T, w *Wallet, code []byte) common.Address {
	t.Helper()
	gas, err := w.sender.estimate(t.Context(), nil, nil, code)
	if err != nil {
		t.Fatal(err)
	}
	_, wait, err := w.sender.submit(t.Context(), &request{data: code, gas: gas})
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := wait(t.Context())
	if err != nil || receipt.Status != 1 {
		t.Fatalf("create contract: %+v, %v", receipt, err)
	}
	return receipt.ContractAddress
}

// TestCommitteesAgree deploys committees of random sizes and shares: contract and Go agree on who is a quorum, and the
// certificate is found again from the chain.
func TestCommitteesAgree(t *testing.T) {
	sizes := []int{1, 2, 5, 100}
	random := rand.New(rand.NewPCG(2, 7))
	if !testing.Short() {
		sizes = append(sizes, 3, 4, 8, 9, 33, 64)
		for range 4 {
			sizes = append(sizes, 1+random.IntN(100))
		}
	}
	c := openDevchain(t)
	for _, m := range sizes {
		n := walrus.ShardCount(max(4, m) + random.IntN(1001-max(4, m)))
		g, keys, err := chaintest.NewGenesis(t.Name()+string(rune(m)), n, m)
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range randomWeights(random, int(n), m) {
			g.Nodes[i].Weight = w
		}
		d, err := deployOn(t, c, g)
		if err != nil {
			t.Fatalf("%d members, %d shards: %v", m, n, err)
		}
		checkQuorums(t, d, keys, random)
	}
}

// randomWeights returns m positive numbers that add up to n.
func randomWeights(random *rand.Rand, n, m int) []int {
	weights := make([]int, m)
	for i := range weights {
		weights[i] = 1
	}
	for range n - m {
		weights[min(random.IntN(m), random.IntN(m))]++
	}
	return weights
}

// checkQuorums certifies with the fewest members, in random order, that reach a quorum, after one fewer was refused.
func checkQuorums(t *testing.T, d *deployed, keys []bls.SecretKey, random *rand.Rand) {
	t.Helper()
	c, err := d.client.Committee(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	w := d.harness().NewWallet(t, 100*walrus.WAL, true)
	r := chaintest.NewRegistration("quorum", 9, true, 2)
	_, id, err := w.Register(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	order := random.Perm(len(keys))
	k := 0
	for !c.NShards.IsQuorum(c.Weight(order[:k])) {
		k++
	}
	message := walrus.Confirmation{Epoch: 1, Blob: r.BlobID, Persistence: walrus.Deletable(id)}.Bytes()
	if k > 1 {
		few, err := chaintest.Certify(keys, order[:k-1], message)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Certify(t.Context(), id, few); !errors.Is(err, chain.ErrCertificationFailed) {
			t.Fatalf("%d of %d members with %d of %d shards: %v", k-1, len(keys), c.Weight(order[:k-1]), c.NShards, err)
		}
	}
	cert, err := chaintest.Certify(keys, order[:k], message)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Certify(t.Context(), id, cert); err != nil {
		t.Fatalf("%d of %d members with %d of %d shards: %v", k, len(keys), c.Weight(order[:k]), c.NShards, err)
	}
	found, err := d.client.Certified(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if weight, err := bls.VerifyCertificate(found.Committee, found.Certificate); err != nil || weight != c.Weight(order[:k]) {
		t.Fatalf("certificate from the chain: weight %d, %v; want %d", weight, err, c.Weight(order[:k]))
	}
}
