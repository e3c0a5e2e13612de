package redstuff

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"testing"

	"github.com/walrus-go/walrus"
)

// TestOfficialBlobs encodes every official blob and compares everything the vectors tell about it.
func TestOfficialBlobs(t *testing.T) {
	vectors := append(loadBlobVectors(t, "blobs.json"), loadBlobVectors(t, "slivers-small.json")...)
	for i := range vectors {
		v := &vectors[i]
		t.Run(v.name(), func(t *testing.T) {
			blob := goldenBlob(v.BlobLength)
			equal(t, "blob", hexSha256(blob), v.BlobSha256)
			checkOfficial(t, v, mustEncode(t, mustCode(t, v.NShards), blob, Options{}))
		})
	}
}

func checkOfficial(t *testing.T, v *blobVector, e *Encoded) {
	md, n := e.Metadata, walrus.ShardCount(v.NShards)
	id, root := md.ID(), md.RootHash()
	equal(t, "symbol size", md.SymbolSize(), v.SymbolSize)
	equal(t, "blob ID", id.String(), v.BlobID)
	equal(t, "blob ID hex", hex.EncodeToString(id[:]), v.BlobIDHex)
	equal(t, "blob ID decimal", id.Decimal(), v.BlobIDU256)
	equal(t, "root", hex.EncodeToString(root[:]), v.RootHashHex)
	bcs := md.Metadata().AppendBCS(nil)
	equal(t, "metadata length", len(bcs), v.MetadataBcsLength)
	equal(t, "metadata", hexSha256(bcs), v.MetadataBcsSha256)
	if v.MetadataBcsBase64 != "" {
		equal(t, "metadata base64", base64.StdEncoding.EncodeToString(bcs), v.MetadataBcsBase64)
	}
	withID := walrus.AppendMetadataWithID(nil, id, md.Metadata())
	equal(t, "metadata with ID length", len(withID), v.MetadataWithIDBcsLength)
	equal(t, "metadata with ID", hexSha256(withID), v.MetadataWithIDBcsSha256)
	length, err := n.EncodedLength(uint64(v.BlobLength))
	equal(t, "encoded length", length, v.EncodedLength)
	equal(t, "encoded length error", err, nil)
	equal(t, "storage units", walrus.StorageUnits(length), v.StorageUnits)
	equal(t, "shard of pair 0", int(walrus.SliverPairIndex(0).Shard(id, n)), v.ShardOfPair0)
	equal(t, "pair of shard 0", int(walrus.ShardIndex(0).Pair(id, n)), v.PairOfShard0)

	hashes, primaries, secondaries := sha256.New(), sha256.New(), sha256.New()
	for i := range int(n) {
		pair := e.Pair(walrus.SliverPairIndex(i))
		primaries.Write(pair.Primary.Data)
		secondaries.Write(pair.Secondary.Data)
		p, s := md.Metadata().Hashes[i].Primary.Bytes(), md.Metadata().Hashes[i].Secondary.Bytes()
		hashes.Write(p[:])
		hashes.Write(s[:])
	}
	equal(t, "sliver hashes", hex.EncodeToString(hashes.Sum(nil)), v.AllSliverHashesSha256)
	equal(t, "primary slivers", hex.EncodeToString(primaries.Sum(nil)), v.AllPrimarySliversSha256)
	equal(t, "secondary slivers", hex.EncodeToString(secondaries.Sum(nil)), v.AllSecondarySliversSha256)
	for _, p := range v.Pairs {
		index := walrus.SliverPairIndex(p.PairIndex)
		equal(t, "shard", int(index.Shard(id, n)), p.ShardIndex)
		pair := e.Pair(index)
		checkOfficialSliver(t, md, pair.Primary, &p.Primary)
		checkOfficialSliver(t, md, pair.Secondary, &p.Secondary)
	}
}

func checkOfficialSliver(t *testing.T, md *VerifiedMetadata, s *walrus.Sliver, v *sliverVector) {
	name := fmt.Sprintf("%v sliver %d", s.Axis, s.Index)
	equal(t, name+" index", int(s.Index), v.SliverIndex)
	hash := md.sliverHash(s.Axis, s.Index).Bytes()
	equal(t, name+" root", hex.EncodeToString(hash[:]), v.Root)
	equal(t, name+" data", hexSha256(s.Data), v.DataSha256)
	bcs := s.AppendBCS(nil)
	equal(t, name+" BCS", hexSha256(bcs), v.BcsSha256)
	equal(t, name+" BCS length", s.SizeBCS(), len(bcs))
	if v.DataHex != "" {
		equal(t, name+" hex", hex.EncodeToString(s.Data), v.DataHex)
	}
	parsed, err := walrus.ParseSliver(s.Axis, bcs)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := mustCode(t, int(md.NShards())).VerifySliver(md, parsed); err != nil {
		t.Error(err)
	}
}

func TestOfficialLimitsAndLiterals(t *testing.T) {
	var file struct {
		Configs []struct {
			NShards, F, PrimarySourceSymbols, SecondarySourceSymbols int
			MaxBlobSize, MetadataLength                              uint64
		}
		TooLarge []struct {
			NShards    int
			BlobLength uint64
		}
		Literal []struct {
			NShards           int
			BlobUtf8, BlobHex *string
			BlobID            string `json:"blobId"`
		}
	}
	loadOfficial(t, "blobs.json", &file)
	if len(file.Configs) == 0 || len(file.TooLarge) == 0 || len(file.Literal) == 0 {
		t.Fatal("vectors are missing")
	}
	for _, v := range file.Configs {
		n := walrus.ShardCount(v.NShards)
		equal(t, "f", n.MaxFaulty(), v.F)
		equal(t, "k", n.PrimarySymbols(), v.PrimarySourceSymbols)
		equal(t, "K", n.SecondarySymbols(), v.SecondarySourceSymbols)
		equal(t, "largest blob", n.MaxBlobSize(), v.MaxBlobSize)
		equal(t, "metadata length", n.MetadataLength(), v.MetadataLength)
	}
	for _, v := range file.TooLarge {
		if _, err := walrus.ShardCount(v.NShards).SymbolSize(v.BlobLength); !errors.Is(err, walrus.ErrBlobTooLarge) {
			t.Errorf("n=%d length %d: %v", v.NShards, v.BlobLength, err)
		}
		if _, err := mustCode(t, v.NShards).Metadata(t.Context(), make([]byte, min(v.BlobLength, 1<<20)), Options{}); v.BlobLength <= 1<<20 &&
			!errors.Is(err, walrus.ErrBlobTooLarge) {
			t.Errorf("n=%d length %d: %v", v.NShards, v.BlobLength, err)
		}
	}
	for _, v := range file.Literal {
		var blob []byte
		if v.BlobUtf8 != nil {
			blob = []byte(*v.BlobUtf8)
		} else {
			blob = unhex(t, *v.BlobHex)
		}
		md, err := mustCode(t, v.NShards).Metadata(t.Context(), blob, Options{})
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "blob ID", md.ID().String(), v.BlobID)
	}
}

func TestOfficialMerkle(t *testing.T) {
	var file struct {
		LeavesUtf8 []string
		Trees      []struct {
			LeafCount int
			Root      string
			Proofs    [][]string
		}
	}
	loadOfficial(t, "merkle.json", &file)
	for _, tree := range file.Trees {
		shape := newTreeShape(tree.LeafCount)
		nodes := make([]byte, shape.bytes())
		for i, leaf := range file.LeavesUtf8[:tree.LeafCount] {
			copy(nodes[i*hashSize:], leafHash([]byte(leaf)))
		}
		root := shape.build(nodes)
		equal(t, "root", hex.EncodeToString(root[:]), tree.Root)
		for i, want := range tree.Proofs {
			proof := shape.proof(nodes, i)
			equal(t, "proof", fmt.Sprint(proofHex(proof)), fmt.Sprint(want))
			if !verifyProof(walrus.DigestNode(root), []byte(file.LeavesUtf8[i]), proof, i, walrus.ShardCount(tree.LeafCount)) {
				t.Errorf("%d leaves: proof %d does not verify", tree.LeafCount, i)
			}
		}
	}
}

func TestOfficialRecovery(t *testing.T) {
	var file struct {
		Vectors []struct {
			NShards, BlobLength, SymbolSize int
			BlobID                          string `json:"blobId"`
			Cases                           []struct {
				SourceAxis, RecoversAxis             walrus.Axis
				SourceSliverIndex, TargetSliverIndex walrus.SliverIndex
				Root, SymbolID, SymbolHex            string
				Proof                                []string
				DecodingSymbolBcsHex                 string
				RecoverySymbolBcsHex                 string
				GeneralRecoverySymbolBcsHex          string
			}
		}
	}
	loadOfficial(t, "recovery.json", &file)
	for _, v := range file.Vectors {
		c := mustCode(t, v.NShards)
		e := mustEncode(t, c, goldenBlob(v.BlobLength), Options{})
		equal(t, "blob ID", e.Metadata.ID().String(), v.BlobID)
		for _, k := range v.Cases {
			x, err := c.Expand(e.Metadata, e.Sliver(k.SourceAxis, k.SourceSliverIndex))
			if err != nil {
				t.Fatal(err)
			}
			s := x.General(k.TargetSliverIndex)
			equal(t, "axis", s.Recovers, k.RecoversAxis)
			equal(t, "symbol ID", s.ID().String(), k.SymbolID)
			equal(t, "symbol", hex.EncodeToString(s.Data), k.SymbolHex)
			equal(t, "proof", fmt.Sprint(proofHex(s.Proof)), fmt.Sprint(k.Proof))
			equal(t, "decoding symbol", hex.EncodeToString(s.DecodingSymbol.AppendBCS(nil)), k.DecodingSymbolBcsHex)
			equal(t, "recovery symbol", hex.EncodeToString(s.RecoverySymbol.AppendBCS(nil)), k.RecoverySymbolBcsHex)
			equal(t, "general symbol", hex.EncodeToString(s.AppendBCS(nil)), k.GeneralRecoverySymbolBcsHex)
			parsed, err := walrus.ParseRecoverySymbols(append([]byte{1}, unhex(t, k.GeneralRecoverySymbolBcsHex)...), 1)
			if err != nil {
				t.Fatal(err)
			}
			got, err := c.VerifySymbol(e.Metadata, k.RecoversAxis, k.TargetSliverIndex, &parsed[0], true)
			if err != nil || !bytes.Equal(got.AppendBCS(nil), unhex(t, k.RecoverySymbolBcsHex)) {
				t.Errorf("verify symbol %v: %v", s.ID(), err)
			}
		}
	}
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func leafHash(leaf []byte) []byte {
	sum := slowHash(0, leaf)
	return sum[:]
}

func proofHex(proof walrus.MerkleProof) []string {
	out := make([]string, len(proof))
	for i, node := range proof {
		b := node.Bytes()
		if out[i] = hex.EncodeToString(b[:]); node.IsEmpty() {
			out[i] = "empty"
		}
	}
	return out
}
