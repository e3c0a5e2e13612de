package redstuff_test

import (
	"context"
	"fmt"
	"log"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

// A blob is encoded for ten shards; any four primary slivers give it back.
func Example() {
	ctx := context.Background()
	code, err := redstuff.New(10)
	if err != nil {
		log.Fatal(err)
	}
	encoded, err := code.Encode(ctx, []byte("walrus blob id v1 regression test"), redstuff.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(encoded.Metadata.ID())

	// A reader has the blob ID from somewhere it trusts; everything else comes from storage nodes.
	md, err := redstuff.VerifyMetadata(encoded.Metadata.ID(), encoded.Metadata.Metadata(), 10)
	if err != nil {
		log.Fatal(err)
	}
	decoder := code.NewDecoder(md, walrus.Primary)
	for _, pair := range []walrus.SliverPairIndex{9, 2, 7, 4} {
		sliver, err := code.VerifySliver(md, encoded.Pair(pair).Primary)
		if err != nil {
			log.Fatal(err)
		}
		if enough, err := decoder.Add(sliver); err != nil {
			log.Fatal(err)
		} else if enough {
			break
		}
	}
	blob, err := decoder.Decode(ctx, redstuff.Default, redstuff.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s\n", blob)
	// Output:
	// RcU82Mwf-CFkv1LaI_2qcpANwpGUuG3TMwnVzZxD2kY
	// walrus blob id v1 regression test
}

// A storage node that lost secondary sliver 3 asks four others for one symbol each.
func ExampleCode_RecoverSliver() {
	code, err := redstuff.New(10)
	if err != nil {
		log.Fatal(err)
	}
	encoded, err := code.Encode(context.Background(), make([]byte, 10_000), redstuff.Options{})
	if err != nil {
		log.Fatal(err)
	}
	md, lost := encoded.Metadata, walrus.SliverIndex(3)

	var symbols []walrus.RecoverySymbol
	moved := 0
	for _, peer := range []walrus.SliverPairIndex{8, 1, 5, 6} {
		expanded, err := code.Expand(md, encoded.Pair(peer).Primary) // at the peer
		if err != nil {
			log.Fatal(err)
		}
		answer := expanded.General(lost)
		symbol, err := code.VerifySymbol(md, walrus.Secondary, lost, &answer, true) // here
		if err != nil {
			log.Fatal(err)
		}
		moved += len(symbol.Data)
		symbols = append(symbols, symbol)
	}
	sliver, proof, err := code.RecoverSliver(md, walrus.Secondary, lost, symbols)
	fmt.Println(sliver.Sliver().Index, proof, err, moved == len(sliver.Sliver().Data))
	// Output: 3 <nil> <nil> true
}
