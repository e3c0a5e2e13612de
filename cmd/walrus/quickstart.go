package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/node"
	"github.com/walrus-go/walrus/testnet"
)

// quickstartOutput is the JSON of "walrus quickstart" (evm-profile.md §7).
type quickstartOutput struct {
	BlobID             walrus.BlobID     `json:"blobId"`
	ObjectID           walrus.ObjectID   `json:"objectId"`
	RegisterTx         walrus.TxHash     `json:"registerTx"`
	CertifyTx          walrus.TxHash     `json:"certifyTx"`
	UnencodedLength    uint64            `json:"unencodedLength"`
	EncodedLength      uint64            `json:"encodedLength"`
	Shards             walrus.ShardCount `json:"shards"`
	Nodes              int               `json:"nodes"`
	StoreMillis        int64             `json:"storeMillis"`
	ReadMillis         int64             `json:"readMillis"`
	DegradedReadMillis int64             `json:"degradedReadMillis"`
	HealedSlivers      uint64            `json:"healedSlivers"`
	HealBytes          uint64            `json:"healBytes"`
	Cost               walrus.Frost      `json:"cost"`
	GasUsed            uint64            `json:"gasUsed"`
	Dir                string            `json:"dir,omitempty"`
	Checks             map[string]bool   `json:"checks"`
}

// The checks of a quickstart, in the order in which they are made.
var quickstartChecks = []string{
	"chainStarted", "contractsDeployed", "nodesReady", "stored", "certificateVerified", "readBack", "degradedReadBack", "healed",
}

func (a *app) newQuickstartCommand() *cobra.Command {
	cfg := testnet.Default()
	cfg.AutoPorts = true
	var keep bool
	c := &cobra.Command{
		Use:   "quickstart [FILE]",
		Short: "Run a whole network on this machine, store FILE, read it back, break nodes and let them heal",
		Long: `Run the whole of Walrus on this machine and check every step of it: start an EVM chain with the contracts, ten storage
nodes with their own disk directories, keys and TLS, an aggregator and a publisher; store FILE (default: README.md) through
the real write path; verify the certificate from chain data alone; read the blob back, also with as many nodes stopped as
may fail; delete everything that one node holds and let it heal from its peers.

Nothing is left behind, unless --keep is given: then the network runs on until it is interrupted, and its directory stays.

Exit codes: 0 everything held, 1 a step failed (standard error names it).`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			file := "README.md"
			if len(args) == 1 {
				file = args[0]
			}
			return a.runQuickstart(c.Context(), file, cfg, keep)
		},
	}
	flags := c.Flags()
	flags.IntVar(&cfg.Nodes, "nodes", cfg.Nodes, "number of storage nodes")
	flags.Uint16Var((*uint16)(&cfg.Shards), "shards", uint16(cfg.Shards), "number of shards")
	flags.StringVar(&cfg.Dir, "dir", "", "directory for the network, empty or absent (default: a temporary one)")
	flags.BoolVar(&keep, "keep", false, "leave the network running and its directory in place")
	return c
}

// quickstart is one run.
type quickstart struct {
	a    *app
	net  *testnet.Network
	blob []byte
	file string
	out  quickstartOutput
}

func (a *app) runQuickstart(ctx context.Context, file string, cfg testnet.Config, keep bool) error {
	if err := cfg.Validate(); err != nil {
		return err
	}
	blob, err := readBlob(file, cfg.Shards)
	if err != nil {
		return err
	}
	if err := emptyOrAbsent(cfg.Dir); err != nil {
		return err
	}
	cfg.Log = slog.New(slog.DiscardHandler)
	cfg.ChainLead = 30 * time.Second                            // nothing here waits for an epoch
	cfg.Configure = func(c *node.Config) { c.ShutdownSecs = 0 } // a node that is stopped here is one that is cut off
	q := &quickstart{a: a, blob: blob, file: file, out: quickstartOutput{Checks: map[string]bool{}, Nodes: cfg.Nodes, Shards: cfg.Shards}}
	for _, check := range quickstartChecks {
		q.out.Checks[check] = false
	}
	if q.net, err = testnet.New(cfg); err != nil {
		return err
	}
	if keep {
		q.net.Keep()
		q.out.Dir = q.net.Dir()
	}
	err = q.run(ctx)
	if err == nil {
		err = a.print(q.out, q.table)
	}
	if err == nil && keep {
		err = q.keepRunning(ctx)
	}
	return errors.Join(err, q.net.Close())
}

func emptyOrAbsent(dir string) error {
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err == nil {
		err = fmt.Errorf("directory %s is not empty; quickstart needs a new one (walrus devnet --dir continues an old one)", dir)
	}
	return err
}

// step is one line of a quickstart. do returns what to tell about it.
type step struct {
	check string // that it proves; several steps may share one
	name  string
	do    func(context.Context) (string, error)
}

func (q *quickstart) run(ctx context.Context) error {
	quiet := func(do func(context.Context) error, text func() string) func(context.Context) (string, error) {
		return func(ctx context.Context) (string, error) {
			if err := do(ctx); err != nil {
				return "", err
			}
			return text(), nil
		}
	}
	for _, s := range []step{
		{"chainStarted", "start the chain", quiet(q.net.StartChain, func() string { return q.net.RPCURL() })},
		{"contractsDeployed", "deploy the contracts", quiet(q.net.Deploy, q.contracts)},
		{"nodesReady", "start the storage nodes", quiet(q.net.StartNodes, q.nodes)},
		{"nodesReady", "start aggregator and publisher", quiet(q.net.StartGateways, q.net.AggregatorURL)},
		{"stored", "store the blob", q.store},
		{"certificateVerified", "verify the certificate from chain data", q.verify},
		{"readBack", "read it back", q.read},
		{"readBack", "read it through the aggregator", q.readAggregator},
		{"degradedReadBack", "read it with nodes stopped", q.degradedRead},
		{"healed", "wipe a node and let it heal", q.heal},
	} {
		start := time.Now()
		text, err := s.do(ctx)
		took := time.Since(start).Round(time.Millisecond)
		if err != nil {
			q.out.Checks[s.check] = false
			q.a.say("✗ %-40s %8v", s.name, took)
			return fmt.Errorf("%s: %w", s.name, err)
		}
		q.out.Checks[s.check] = true
		q.a.say("✓ %-40s %8v  %s", s.name, took, text)
	}
	return nil
}

func (q *quickstart) contracts() string {
	network := q.net.Description()
	return fmt.Sprintf("system %v", network.Contract(chain.SystemContract))
}

func (q *quickstart) nodes() string {
	return fmt.Sprintf("%d nodes, %d shards", q.out.Nodes, q.out.Shards)
}

func (q *quickstart) store(ctx context.Context) (string, error) {
	start := time.Now()
	r, err := q.net.Client.Store(ctx, bytes.NewReader(q.blob), int64(len(q.blob)), client.StoreOptions{Epochs: 2, Permanent: true})
	if err != nil {
		return "", err
	}
	if r.NewlyCreated == nil {
		return "", errors.New("an empty network claims to have the blob")
	}
	created := r.NewlyCreated
	q.out.StoreMillis = time.Since(start).Milliseconds()
	q.out.BlobID, q.out.ObjectID = created.Blob.ID, created.Blob.Object
	q.out.RegisterTx, q.out.CertifyTx = created.RegisterTx, created.CertifyTx
	q.out.Cost, q.out.GasUsed = created.Cost, created.GasUsed
	q.out.UnencodedLength = created.Blob.Size
	q.out.EncodedLength = created.Operation.EncodedLength
	return fmt.Sprintf("blob %v", created.Blob.ID), nil
}

func (q *quickstart) verify(ctx context.Context) (string, error) {
	v, err := client.VerifyAvailability(ctx, q.net.Chain(), q.out.ObjectID)
	if err != nil {
		return "", err
	}
	if v.Blob.ID != q.out.BlobID {
		return "", fmt.Errorf("object %v is of blob %v", q.out.ObjectID, v.Blob.ID)
	}
	return fmt.Sprintf("%d of %d shards signed, %d needed", v.Weight, q.out.Shards, q.out.Shards.Quorum()), nil
}

func (q *quickstart) read(ctx context.Context) (string, error) {
	start := time.Now()
	if err := q.readWith(ctx, q.net.Client); err != nil {
		return "", err
	}
	q.out.ReadMillis = time.Since(start).Milliseconds()
	return fmt.Sprintf("%d bytes, equal", len(q.blob)), nil
}

func (q *quickstart) readWith(ctx context.Context, c *client.Client) error {
	var out bytes.Buffer
	if err := c.Read(ctx, q.out.BlobID, &out, client.ReadOptions{}); err != nil {
		return err
	}
	return q.compare(out.Bytes())
}

func (q *quickstart) compare(got []byte) error {
	if !bytes.Equal(got, q.blob) {
		return fmt.Errorf("read %d bytes that differ from the %d stored", len(got), len(q.blob))
	}
	return nil
}

func (q *quickstart) readAggregator(ctx context.Context) (string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, q.net.AggregatorURL()+"/v1/blobs/"+q.out.BlobID.String(), nil)
	if err != nil {
		return "", err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	got, err := io.ReadAll(answer.Body)
	if err != nil {
		return "", err
	}
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("aggregator answers %s: %s", answer.Status, got)
	}
	return "equal", q.compare(got)
}

// degradedRead stops as many whole nodes as fit into f shards, reads, and starts them again.
func (q *quickstart) degradedRead(ctx context.Context) (string, error) {
	_, committee, err := q.net.Client.Network(ctx)
	if err != nil {
		return "", err
	}
	var faulty []*testnet.Node
	shards := 0
	for i := len(committee.Members) - 1; i >= 0; i-- {
		if w := committee.Members[i].Weight(); shards+w <= q.out.Shards.MaxFaulty() {
			faulty = append(faulty, q.net.Nodes[committee.Members[i].Node-1])
			shards += w
		}
	}
	if err := testnet.ForAll(faulty, (*testnet.Node).Stop); err != nil {
		return "", err
	}
	start := time.Now()
	if err := q.readWith(ctx, q.net.Client); err != nil {
		return "", err
	}
	q.out.DegradedReadMillis = time.Since(start).Milliseconds()
	if err := testnet.ForAll(faulty, func(n *testnet.Node) error { return n.Start(ctx) }); err != nil {
		return "", err
	}
	return fmt.Sprintf("%d of %d nodes with %d shards stopped, equal", len(faulty), q.out.Nodes, shards), nil
}

// heal deletes the database of the first node, starts it again and waits until it can confirm the blob anew.
func (q *quickstart) heal(ctx context.Context) (string, error) {
	n := q.net.Nodes[0]
	if err := n.Stop(); err != nil {
		return "", err
	}
	if err := n.Wipe(); err != nil {
		return "", err
	}
	if err := n.Start(ctx); err != nil {
		return "", err
	}
	if err := q.net.AwaitSlivers(ctx, n, q.out.BlobID); err != nil {
		return "", err
	}
	stats := n.Running().HealStats()
	q.out.HealedSlivers, q.out.HealBytes = stats.Slivers, stats.Bytes
	return fmt.Sprintf("%d slivers healed with %d bytes from peers", stats.Slivers, stats.Bytes), nil
}

func (q *quickstart) table(w io.Writer) {
	o := &q.out
	fmt.Fprintf(w, "\nfile\t%s, %d bytes\nblob ID\t%v\nobject ID\t%v\nregister transaction\t%v\ncertify transaction\t%v\n",
		filepath.Base(q.file), o.UnencodedLength, o.BlobID, o.ObjectID, o.RegisterTx, o.CertifyTx)
	fmt.Fprintf(w, "cost\t%v for 2 epochs, and %d gas\n", o.Cost, o.GasUsed)
	fmt.Fprintf(w, "encoded\t%d bytes on %d nodes", o.EncodedLength, o.Nodes)
	if o.UnencodedLength > 0 {
		fmt.Fprintf(w, ", %.2f × the blob", float64(o.EncodedLength)/float64(o.UnencodedLength))
	}
	fmt.Fprintf(w, "\nstore, read, degraded read\t%d ms, %d ms, %d ms\n", o.StoreMillis, o.ReadMillis, o.DegradedReadMillis)
	fmt.Fprintf(w, "healed\t%d slivers with %d bytes from peers", o.HealedSlivers, o.HealBytes)
	if o.UnencodedLength > 0 {
		fmt.Fprintf(w, ", %.2f × the blob", float64(o.HealBytes)/float64(o.UnencodedLength))
	}
	fmt.Fprintln(w)
	if o.Dir != "" {
		q.next(w)
		return
	}
	fmt.Fprintln(w, "\nall of it held. Go on with a network that stays: walrus quickstart --keep, or walrus devnet")
}

// next prints the lines to go on with.
func (q *quickstart) next(w io.Writer) {
	fmt.Fprintf(w, "\nall of it held. The network runs until you press ctrl-C; \"walrus devnet --dir %s\" continues it.\n", q.net.Dir())
	fmt.Fprintf(w, "  curl -T FILE '%s/v1/blobs?epochs=2'\n  curl %s/v1/blobs/%v\n  walrus --config %s store FILE --epochs 2\n",
		q.net.PublisherURL(), q.net.AggregatorURL(), q.out.BlobID, q.net.ClientConfig())
}

func (q *quickstart) keepRunning(ctx context.Context) error {
	if err := q.net.HandOver(); err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return nil
	case err := <-q.net.Failed():
		return err
	}
}
