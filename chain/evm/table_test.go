package evm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/internal/bls"
)

// makeTable writes a committee as the contracts do: shards in consecutive ranges.
func makeTable(t testing.TB, keys []bls.SecretKey, nodes []uint32, weights []uint16) (keysCode, shardsCode []byte) {
	t.Helper()
	var points []bls.PublicKey
	for _, k := range keys {
		points = append(points, k.PublicKey())
	}
	total, err := bls.AggregateKeys(points)
	if err != nil {
		t.Fatal(err)
	}
	sum := total.XY()
	keysCode, shardsCode = append([]byte{0}, sum[:]...), []byte{0}
	for i, p := range points {
		xy := p.XY()
		keysCode = binary.BigEndian.AppendUint16(append(keysCode, xy[:]...), weights[i])
		shardsCode = binary.BigEndian.AppendUint32(shardsCode, nodes[i])
	}
	for i, w := range weights {
		shardsCode = append(shardsCode, bytes.Repeat([]byte{byte(i)}, int(w))...)
	}
	return keysCode, shardsCode
}

func testKeys(t testing.TB, n int) []bls.SecretKey {
	t.Helper()
	_, keys, err := chaintest.NewGenesis("table", 100, n)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func TestParseTable(t *testing.T) {
	keys := testKeys(t, 3)
	k, s := makeTable(t, keys, []uint32{2, 5, 9}, []uint16{4, 1, 5})
	c, err := parseTable(7, 10, k, s)
	if err != nil {
		t.Fatal(err)
	}
	var got []walrus.Member
	for i, node := range []walrus.NodeIndex{2, 5, 9} {
		got = append(got, walrus.Member{Node: node, PublicKey: keys[i].PublicKey().Bytes()})
	}
	got[0].Shards = []walrus.ShardIndex{0, 1, 2, 3}
	got[1].Shards = []walrus.ShardIndex{4}
	got[2].Shards = []walrus.ShardIndex{5, 6, 7, 8, 9}
	if d := cmp.Diff(got, c.Members); d != "" || c.Epoch != 7 {
		t.Fatalf("epoch %d: %s", c.Epoch, d)
	}
}

func TestParseTableRefused(t *testing.T) {
	keys := testKeys(t, 3)
	goodKeys, goodShards := makeTable(t, keys, []uint32{2, 5, 9}, []uint16{4, 1, 5})
	identity := bytes.Clone(goodKeys)
	clear(identity[keysHeader : keysHeader+96])
	identity[keysHeader] = 0x40
	for name, c := range map[string]struct {
		n    walrus.ShardCount
		edit func(k, s []byte) ([]byte, []byte)
	}{
		"no keys":             {10, func(k, s []byte) ([]byte, []byte) { return nil, s }},
		"no shards":           {10, func(k, s []byte) ([]byte, []byte) { return k, nil }},
		"no members":          {10, func(k, s []byte) ([]byte, []byte) { return k[:keysHeader], s }},
		"first byte of keys":  {10, func(k, s []byte) ([]byte, []byte) { k[0] = 1; return k, s }},
		"first byte of table": {10, func(k, s []byte) ([]byte, []byte) { s[0] = 1; return k, s }},
		"keys too long":       {10, func(k, s []byte) ([]byte, []byte) { return append(k, 0), s }},
		"shards too long":     {10, func(k, s []byte) ([]byte, []byte) { return k, append(s, 0) }},
		"other shard count":   {11, func(k, s []byte) ([]byte, []byte) { return k, s }},
		"owner beyond":        {10, func(k, s []byte) ([]byte, []byte) { s[len(s)-1] = 3; return k, s }},
		"weight":              {10, func(k, s []byte) ([]byte, []byte) { k[keysHeader+97]++; return k, s }},
		"shard moved":         {10, func(k, s []byte) ([]byte, []byte) { s[len(s)-1] = 0; return k, s }},
		"order of nodes":      {10, func(k, s []byte) ([]byte, []byte) { s[4] = 5; return k, s }},
		"node 0":              {10, func(k, s []byte) ([]byte, []byte) { s[4] = 0; return k, s }},
		"total key":           {10, func(k, s []byte) ([]byte, []byte) { copy(k[1:97], k[keysHeader:]); return k, s }},
		"key off the curve":   {10, func(k, s []byte) ([]byte, []byte) { k[keysHeader+95] ^= 1; return k, s }},
		"flag in a key":       {10, func(k, s []byte) ([]byte, []byte) { k[keysHeader] |= 0x80; return k, s }},
		"identity":            {10, func(k, s []byte) ([]byte, []byte) { return identity, s }},
	} {
		t.Run(name, func(t *testing.T) {
			k, s := c.edit(bytes.Clone(goodKeys), bytes.Clone(goodShards))
			if got, err := parseTable(7, c.n, k, s); !errors.Is(err, walrus.ErrInvalidCommittee) {
				t.Fatalf("got %+v, %v; want ErrInvalidCommittee", got, err)
			}
		})
	}
}

func FuzzParseTable(f *testing.F) {
	k, s := makeTable(f, testKeys(f, 3), []uint32{2, 5, 9}, []uint16{4, 1, 5})
	f.Add(uint16(10), k, s)
	f.Fuzz(func(t *testing.T, n uint16, keys, shards []byte) {
		c, err := parseTable(1, walrus.ShardCount(n), keys, shards)
		if err != nil {
			return
		}
		if total := c.Weight(positions(len(c.Members))); total != int(n) {
			t.Fatalf("members have %d of %d shards", total, n)
		}
	})
}

func positions(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	return p
}
