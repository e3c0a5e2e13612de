package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// infoSections are the parts of "walrus info", in the order of their text.
var infoSections = []string{"epoch", "storage", "size", "price", "chain", "coin", "bft", "committee"}

func (a *app) newInfoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "info [all|" + strings.Join(infoSections, "|") + "]",
		Short: "Describe the network: epoch, sizes, prices, committee",
		Long: `Describe the network. Without an argument: epoch, storage, sizes, prices and chain; "all" adds the committee and its
thresholds.

Exit codes: 0 done, 1 the chain does not answer.`,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: append([]string{"all"}, infoSections...),
		RunE: func(c *cobra.Command, args []string) error {
			section := ""
			if len(args) == 1 {
				section = args[0]
			}
			return a.runInfo(c.Context(), section)
		},
	}
}

// infoOutput is the JSON of "walrus info" (client.md §4.2, evm-profile.md §7).
type infoOutput struct {
	Epoch     *epochInfo     `json:"epochInfo,omitempty"`
	Storage   *storageInfo   `json:"storageInfo,omitempty"`
	Size      *sizeInfo      `json:"sizeInfo,omitempty"`
	Price     *priceInfo     `json:"priceInfo,omitempty"`
	Chain     *chainInfo     `json:"chainInfo,omitempty"`
	Coin      *coinInfo      `json:"coinInfo,omitempty"`
	BFT       *bftInfo       `json:"bftInfo,omitempty"`
	Committee *committeeInfo `json:"committeeInfo,omitempty"`
}

type epochInfo struct {
	Current        walrus.Epoch         `json:"currentEpoch"`
	Start          map[string]time.Time `json:"startOfCurrentEpoch"`
	Duration       durationJSON         `json:"epochDuration"`
	MaxEpochsAhead uint32               `json:"maxEpochsAhead"`
}

type durationJSON struct {
	Secs  int64 `json:"secs"`
	Nanos int64 `json:"nanos"`
}

type storageInfo struct {
	NShards walrus.ShardCount `json:"nShards"`
	NNodes  int               `json:"nNodes"`
	Used    uint64            `json:"usedCapacity"`
	Total   uint64            `json:"totalCapacity"`
}

type sizeInfo struct {
	StorageUnit uint64 `json:"storageUnitSize"`
	MaxBlobSize uint64 `json:"maxBlobSize"`
}

type priceInfo struct {
	Storage  walrus.Frost    `json:"storagePricePerUnitSize"`
	Write    walrus.Frost    `json:"writePricePerUnitSize"`
	Encoding []encodingPrice `json:"encodingDependentPriceInfo"`
}

type encodingPrice struct {
	MarginalSize  uint64              `json:"marginalSize"`
	MetadataPrice walrus.Frost        `json:"metadataPrice"`
	MarginalPrice walrus.Frost        `json:"marginalPrice"`
	Examples      []exampleBlob       `json:"exampleBlobs"`
	EncodingType  walrus.EncodingType `json:"encodingType"`
}

type exampleBlob struct {
	Unencoded    uint64              `json:"unencodedSize"`
	Encoded      uint64              `json:"encodedSize"`
	Price        walrus.Frost        `json:"price"`
	EncodingType walrus.EncodingType `json:"encodingType"`
}

type chainInfo struct {
	ChainID     uint64                    `json:"chainId"`
	BlockNumber uint64                    `json:"blockNumber"`
	BlockTime   time.Time                 `json:"blockTime"`
	Finality    string                    `json:"finality"`
	Contracts   map[string]walrus.Address `json:"contracts"`
}

type coinInfo struct {
	Type walrus.Address `json:"coinType"`
}

type bftInfo struct {
	MaxFaulty     int `json:"maxFaultyShards"`
	MinCorrect    int `json:"minCorrectShards"`
	Quorum        int `json:"quorumThreshold"`
	MinNodesAbove int `json:"minNodesAbove"`
	ShardsAbove   int `json:"shardsAbove"`
}

type committeeInfo struct {
	NShards          walrus.ShardCount `json:"nShards"`
	PrimarySymbols   int               `json:"nPrimarySourceSymbols"`
	SecondarySymbols int               `json:"nSecondarySourceSymbols"`
	MaxSliverSize    int               `json:"maxSliverSize"`
	MetadataSize     uint64            `json:"metadataStorageSize"`
	MaxEncodedSize   uint64            `json:"maxEncodedBlobSize"`
	Nodes            []nodeInfo        `json:"currentStorageNodes"`
}

type nodeInfo struct {
	Name           string              `json:"name"`
	NetworkAddress string              `json:"networkAddress"`
	PublicKey      string              `json:"publicKey"`
	NetworkKey     string              `json:"networkPublicKey"`
	NShards        int                 `json:"nShards"`
	ShardIDs       []walrus.ShardIndex `json:"shardIds"`
	NodeID         walrus.NodeID       `json:"nodeId"`
	NodeIndex      walrus.NodeIndex    `json:"nodeIndex"`
	Operator       walrus.Address      `json:"operator"`
}

func (a *app) runInfo(ctx context.Context, section string) error {
	s, err := a.connect(ctx, connectOptions{})
	if err != nil {
		return err
	}
	defer s.close()
	state, committee, err := s.client.Network(ctx)
	if err != nil {
		return err
	}
	deployment, err := s.client.Chain().Info(ctx)
	if err != nil {
		return err
	}
	out, err := collectInfo(section, state, committee, deployment)
	if err != nil {
		return err
	}
	return a.print(out, func(w io.Writer) { out.text(w, state) })
}

func collectInfo(section string, s chain.State, c *walrus.Committee, d chain.Info) (out infoOutput, err error) {
	wanted := func(name string) bool {
		switch section {
		case "all":
			return true
		case "":
			return slices.Contains([]string{"epoch", "storage", "size", "price", "chain"}, name)
		}
		return section == name
	}
	n := s.NShards
	if wanted("epoch") {
		out.Epoch = &epochInfo{s.Epoch, map[string]time.Time{"DateTime": s.Since.UTC()},
			durationJSON{int64(s.EpochDuration / time.Second), int64(s.EpochDuration % time.Second)}, s.MaxEpochsAhead}
	}
	if wanted("storage") {
		out.Storage = &storageInfo{n, len(c.Members), s.CapacityUsed, s.CapacityTotal}
	}
	if wanted("size") {
		out.Size = &sizeInfo{walrus.BytesPerStorageUnit, n.MaxBlobSize()}
	}
	if wanted("price") {
		if out.Price, err = prices(s); err != nil {
			return out, err
		}
	}
	if wanted("chain") {
		out.Chain = &chainInfo{d.ChainID, s.Block.Number, s.Block.Time.UTC(), d.Finality, d.Contracts}
	}
	if wanted("coin") {
		out.Coin = &coinInfo{d.Contracts[chain.TokenContract]}
	}
	if wanted("bft") {
		out.BFT = bft(c)
	}
	if wanted("committee") {
		out.Committee, err = describeCommittee(c)
	}
	return out, err
}

func prices(s chain.State) (*priceInfo, error) {
	n := s.NShards
	p := encodingPrice{MarginalSize: walrus.BytesPerStorageUnit, EncodingType: walrus.RS2}
	p.MetadataPrice = walrus.Frost(walrus.StorageUnits(uint64(n)*n.MetadataLength())) * s.Prices.Storage
	perUnit := uint64(n) * uint64(n.PrimarySymbols()+n.SecondarySymbols()) * walrus.BytesPerStorageUnit /
		uint64(n.PrimarySymbols()*n.SecondarySymbols())
	p.MarginalPrice = walrus.Frost(walrus.StorageUnits(perUnit)) * s.Prices.Storage
	for shift := 24; 1<<shift <= n.MaxBlobSize(); shift += max(bits.Len64(n.MaxBlobSize()>>24)/2, 1) {
		size := uint64(1) << shift
		encoded, err := n.EncodedLength(size)
		if err != nil {
			return nil, err
		}
		cost, err := walrus.Prices{Storage: s.Prices.Storage}.Cost(encoded, 1)
		if err != nil {
			return nil, err
		}
		p.Examples = append(p.Examples, exampleBlob{size, encoded, cost, walrus.RS2})
	}
	return &priceInfo{s.Prices.Storage, s.Prices.Write, []encodingPrice{p}}, nil
}

// bft tells how many of the heaviest nodes it takes to hold more than f shards.
func bft(c *walrus.Committee) *bftInfo {
	n := c.NShards
	weights := make([]int, len(c.Members))
	for i := range c.Members {
		weights[i] = c.Members[i].Weight()
	}
	slices.SortFunc(weights, func(a, b int) int { return b - a })
	info := &bftInfo{MaxFaulty: n.MaxFaulty(), MinCorrect: int(n) - n.MaxFaulty(), Quorum: n.Quorum()}
	for _, w := range weights {
		if info.ShardsAbove > n.MaxFaulty() {
			break
		}
		info.ShardsAbove += w
		info.MinNodesAbove++
	}
	return info
}

func describeCommittee(c *walrus.Committee) (*committeeInfo, error) {
	n := c.NShards
	encoded, err := n.EncodedLength(n.MaxBlobSize())
	if err != nil {
		return nil, err
	}
	info := &committeeInfo{n, n.PrimarySymbols(), n.SecondarySymbols(), n.MaxSliverSize(), n.MetadataLength(), encoded, nil}
	for i := range c.Members {
		m := &c.Members[i]
		info.Nodes = append(info.Nodes, nodeInfo{
			m.Name, m.NetworkAddress, base64.StdEncoding.EncodeToString(m.PublicKey[:]), base64.StdEncoding.EncodeToString(m.NetworkKey[:]),
			m.Weight(), m.Shards, m.ID, m.Node, m.Operator,
		})
	}
	return info, nil
}

func (out *infoOutput) text(w io.Writer, s chain.State) {
	if e := out.Epoch; e != nil {
		fmt.Fprintf(w, "current epoch\t%d\nstarted\t%s\nepoch duration\t%v\nlongest storage\t%d epochs\n", e.Current, s.Since.UTC().Format(time.RFC3339), s.EpochDuration, e.MaxEpochsAhead)
	}
	if i := out.Storage; i != nil {
		fmt.Fprintf(w, "storage nodes\t%d\nshards\t%d\ncapacity used\t%d of %d bytes (encoded)\n", i.NNodes, i.NShards, i.Used, i.Total)
	}
	if i := out.Size; i != nil {
		fmt.Fprintf(w, "largest blob\t%d bytes\nstorage unit\t%d bytes (encoded)\n", i.MaxBlobSize, i.StorageUnit)
	}
	if p := out.Price; p != nil {
		fmt.Fprintf(w, "storage price\t%v per unit and epoch\nwrite price\t%v per unit\n", p.Storage, p.Write)
		for _, e := range p.Encoding[0].Examples {
			fmt.Fprintf(w, "  a blob of %d bytes\t%v per epoch (encoded %d bytes)\n", e.Unencoded, e.Price, e.Encoded)
		}
	}
	if c := out.Chain; c != nil {
		fmt.Fprintf(w, "chain ID\t%d\nblock\t%d, %s\nfinality\t%s\n", c.ChainID, c.BlockNumber, c.BlockTime.Format(time.RFC3339), c.Finality)
		for _, name := range slices.Sorted(maps.Keys(c.Contracts)) {
			fmt.Fprintf(w, "  %s\t%v\n", name, c.Contracts[name])
		}
	}
	if c := out.Coin; c != nil {
		fmt.Fprintf(w, "WAL token\t%v\n", c.Type)
	}
	if b := out.BFT; b != nil {
		fmt.Fprintf(w, "shards that may fail\t%d\nquorum\t%d shards\nmore than may fail\t%d nodes with %d shards\n", b.MaxFaulty, b.Quorum, b.MinNodesAbove, b.ShardsAbove)
	}
	if c := out.Committee; c != nil {
		fmt.Fprintln(w, "\nNODE\tNAME\tADDRESS\tSHARDS\tOPERATOR")
		for _, m := range c.Nodes {
			fmt.Fprintf(w, "%d\t%s\t%s\t%d\t%v\n", m.NodeIndex, m.Name, m.NetworkAddress, m.NShards, m.Operator)
		}
	}
}
