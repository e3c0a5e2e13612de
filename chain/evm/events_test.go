package evm

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// TestKindsAgreeWithABI holds the table of kinds against the contracts: an event of theirs that is in it has the same
// signature, and those that are not are the ones that do not count.
func TestKindsAgreeWithABI(t *testing.T) {
	byName := make(map[string]string)
	for _, k := range logKinds {
		name, _, _ := strings.Cut(k, "(")
		byName[name] = k
	}
	notCounted := map[string]bool{"NodeRegistered": true, "NodeUpdated": true, "Transfer": true, "Approval": true, "ApprovalForAll": true}
	found := 0
	for _, contract := range []abi.ABI{systemABI.GetABI(), epochsABI.GetABI(), registryABI.GetABI()} {
		for _, e := range contract.Events {
			sig, counted := byName[e.Name]
			switch {
			case counted && sig != e.Sig:
				t.Errorf("contracts emit %s, the table has %s", e.Sig, sig)
			case !counted && !notCounted[e.Name]:
				t.Errorf("event %s is neither in the table nor known as not counted", e.Sig)
			case counted:
				found++
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d events of the table are in the contracts", found)
	}
	if len(kinds) != len(logKinds) {
		t.Errorf("%d topics of %d kinds", len(kinds), len(logKinds))
	}
}

func word(n int64) common.Hash { return common.BigToHash(big.NewInt(n)) }

func dataOf(words ...common.Hash) (b []byte) {
	for _, w := range words {
		b = append(b, w[:]...)
	}
	return b
}

func TestDecodeEvent(t *testing.T) {
	blob, object := common.Hash{1}, common.Hash{2}
	for name, c := range map[string]struct {
		topics []common.Hash
		data   []byte
		want   chain.Event
	}{
		"BlobRegistered": {[]common.Hash{blob, object, word(3)}, dataOf(word(4), word(1), word(5), word(1)), chain.BlobRegistered{
			Epoch: 3, BlobID: walrus.BlobID(blob), Object: walrus.ObjectID(object), Size: 4, EncodingType: 1, EndEpoch: 5, Deletable: true}},
		"BlobCertified": {[]common.Hash{blob, object, word(3)}, dataOf(word(5), word(0), word(1)), chain.BlobCertified{
			Epoch: 3, BlobID: walrus.BlobID(blob), Object: walrus.ObjectID(object), EndEpoch: 5, IsExtension: true}},
		"BlobDeleted": {[]common.Hash{blob, object, word(3)}, dataOf(word(5), word(1)), chain.BlobDeleted{
			Epoch: 3, BlobID: walrus.BlobID(blob), Object: walrus.ObjectID(object), EndEpoch: 5, WasCertified: true}},
		"InvalidBlobID":           {[]common.Hash{blob, word(3)}, nil, chain.InvalidBlobID{Epoch: 3, BlobID: walrus.BlobID(blob)}},
		"EpochParametersSelected": {[]common.Hash{word(4)}, nil, chain.EpochParametersSelected{NextEpoch: 4}},
		"EpochChangeStart":        {[]common.Hash{word(4)}, nil, chain.EpochChangeStart{Epoch: 4}},
		"EpochChangeDone":         {[]common.Hash{word(4)}, nil, chain.EpochChangeDone{Epoch: 4}},
		"PricesUpdated":           {[]common.Hash{word(4)}, dataOf(word(1), word(2)), chain.OtherEvent{Name: "PricesUpdated"}},
	} {
		t.Run(name, func(t *testing.T) {
			l := &types.Log{Topics: append([]common.Hash{topic(name)}, c.topics...), Data: c.data}
			got, err := decodeEvent(l)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Fatal(d)
			}
			if _, other := got.(chain.OtherEvent); other {
				return
			}
			l.Data = append(l.Data, 0)
			if _, err := decodeEvent(l); err == nil {
				t.Error("a byte too many was accepted")
			}
			l.Data = c.data
			l.Topics = append(l.Topics, common.Hash{})
			if _, err := decodeEvent(l); err == nil {
				t.Error("a topic too many was accepted")
			}
		})
	}
	for name, l := range map[string]*types.Log{
		"no topics":      {},
		"unknown":        {Topics: []common.Hash{{9}}},
		"epoch too wide": {Topics: []common.Hash{topic("EpochChangeDone"), word(1 << 32)}},
		"no truth value": {Topics: []common.Hash{topic("BlobDeleted"), blob, object, word(3)}, Data: dataOf(word(5), word(2))},
	} {
		if got, err := decodeEvent(l); err == nil {
			t.Errorf("%s: decoded as %+v", name, got)
		}
	}
}

// TestIDsAgreeWithABI holds the ID formulas of package chain against Solidity's abi.encode.
func TestIDsAgreeWithABI(t *testing.T) {
	uint256, err := abi.NewType("uint256", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	addressType, err := abi.NewType("address", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	contract, operator := common.Address{1, 2, 3}, common.Address{9, 8}
	encode := func(types []abi.Type, values ...any) [32]byte {
		var args abi.Arguments
		for _, ty := range types {
			args = append(args, abi.Argument{Type: ty})
		}
		b, err := args.Pack(values...)
		if err != nil {
			t.Fatal(err)
		}
		return crypto.Keccak256Hash(b)
	}
	object := encode([]abi.Type{uint256, addressType, uint256, uint256}, big.NewInt(271828), contract, big.NewInt(1), big.NewInt(77))
	if got := chain.NewObjectID(271828, walrus.Address(contract), chain.BlobObject, 77); got != object {
		t.Errorf("object ID %v, want %x", got, object)
	}
	node := encode([]abi.Type{uint256, addressType, uint256}, big.NewInt(271828), contract, big.NewInt(5))
	if got := chain.NewNodeID(271828, walrus.Address(contract), 5); got != node {
		t.Errorf("node ID %v, want %x", got, node)
	}
	account := encode([]abi.Type{uint256, addressType, addressType}, big.NewInt(271828), contract, operator)
	if got := chain.ProofAccount(271828, walrus.Address(contract), walrus.Address(operator)); got != account {
		t.Errorf("proof account %x, want %x", got, account)
	}
}

func FuzzDecodeEvent(f *testing.F) {
	f.Add(uint8(0), make([]byte, 96), make([]byte, 128))
	f.Fuzz(func(t *testing.T, kind uint8, topics, data []byte) {
		l := &types.Log{Topics: []common.Hash{kindTopics[int(kind)%len(kindTopics)]}, Data: data}
		for ; len(topics) >= 32; topics = topics[32:] {
			l.Topics = append(l.Topics, common.Hash(topics[:32]))
		}
		if e, err := decodeEvent(l); err == nil && e == nil {
			t.Fatal("neither an event nor an error")
		}
	})
}
