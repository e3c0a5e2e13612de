package main

import (
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// healthOutput is the JSON of "walrus health" (client.md §4).
type healthOutput struct {
	Nodes []nodeHealth `json:"healthInfo"`
}

type nodeHealth struct {
	NodeID     walrus.NodeID    `json:"nodeId"`
	NodeIndex  walrus.NodeIndex `json:"nodeIndex"`
	URL        string           `json:"nodeUrl"`
	Name       string           `json:"nodeName"`
	NetworkKey string           `json:"networkPublicKey"`
	Health     healthResult     `json:"healthInfo"`
}

// healthResult is what the node said, or why it said nothing.
type healthResult struct {
	OK  *nodeapi.Health `json:"Ok,omitempty"`
	Err string          `json:"Err,omitempty"`
}

// healthFlags are the options of "walrus health".
type healthFlags struct {
	committee  bool
	detail     bool
	sortBy     string
	descending bool
	concurrent int
	timeout    time.Duration
}

func (a *app) newHealthCommand() *cobra.Command {
	var f healthFlags
	c := &cobra.Command{
		Use:   "health --committee",
		Short: "Ask the storage nodes how they are",
		Long: `Ask every node of the present committee for its health. A node that does not answer is listed with the reason.

Exit codes: 0 done (also when nodes do not answer), 1 the chain does not answer.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !f.committee {
				return errors.New("name the nodes to ask: --committee")
			}
			return a.runHealth(c.Context(), &f)
		},
	}
	flags := c.Flags()
	flags.BoolVar(&f.committee, "committee", false, "ask the nodes of the present committee")
	flags.BoolVar(&f.detail, "detail", false, "ask for each shard (in the JSON)")
	flags.StringVar(&f.sortBy, "sort-by", "", "status, id, name or url; default is the order in the committee")
	flags.BoolVar(&f.descending, "desc", false, "sort downwards")
	flags.IntVar(&f.concurrent, "concurrent-requests", 60, "nodes asked at once")
	flags.DurationVar(&f.timeout, "timeout", 5*time.Second, "how long to wait for a node")
	return c
}

func (a *app) runHealth(ctx context.Context, f *healthFlags) error {
	order, err := f.order()
	if err != nil {
		return err
	}
	s, err := a.connect(ctx, connectOptions{})
	if err != nil {
		return err
	}
	defer s.close()
	state, committee, err := s.client.Network(ctx)
	if err != nil {
		return err
	}
	out := healthOutput{Nodes: make([]nodeHealth, len(committee.Members))}
	var asking errgroup.Group
	asking.SetLimit(max(f.concurrent, 1))
	for i := range committee.Members {
		m := &committee.Members[i]
		asking.Go(func() error {
			out.Nodes[i] = askHealth(ctx, m, state.NShards, f)
			return nil
		})
	}
	if err := asking.Wait(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	slices.SortStableFunc(out.Nodes, order)
	return a.print(out, func(w io.Writer) { printHealth(w, out) })
}

func askHealth(ctx context.Context, m *walrus.Member, n walrus.ShardCount, f *healthFlags) nodeHealth {
	ctx, cancel := context.WithTimeout(ctx, f.timeout)
	defer cancel()
	service := nodeapi.Dial(m.NetworkAddress, m.NetworkKey, nodeapi.ClientOptions{NShards: n})
	defer service.CloseIdleConnections()
	out := nodeHealth{
		NodeID: m.ID, NodeIndex: m.Node, URL: "https://" + m.NetworkAddress, Name: m.Name,
		NetworkKey: base64.StdEncoding.EncodeToString(m.NetworkKey[:]),
	}
	h, err := service.Health(ctx, f.detail)
	if err != nil {
		out.Health.Err = err.Error()
		return out
	}
	out.Health.OK = &h
	return out
}

// status sorts nodes that do not answer first.
func (h *nodeHealth) status() string {
	if h.Health.OK == nil {
		return ""
	}
	return h.Health.OK.NodeStatus
}

// order returns how the nodes are to be sorted.
func (f *healthFlags) order() (func(a, b nodeHealth) int, error) {
	orders := map[string]func(a, b nodeHealth) int{
		"":       func(a, b nodeHealth) int { return 0 },
		"status": func(a, b nodeHealth) int { return cmp.Compare(a.status(), b.status()) },
		"id":     func(a, b nodeHealth) int { return cmp.Compare(a.NodeID.String(), b.NodeID.String()) },
		"name":   func(a, b nodeHealth) int { return cmp.Compare(a.Name, b.Name) },
		"url":    func(a, b nodeHealth) int { return cmp.Compare(a.URL, b.URL) },
	}
	order := orders[f.sortBy]
	if order == nil {
		return nil, fmt.Errorf("--sort-by is %.20q, want status, id, name or url", f.sortBy)
	}
	if f.descending {
		return func(a, b nodeHealth) int { return order(b, a) }, nil
	}
	return order, nil
}

func printHealth(w io.Writer, out healthOutput) {
	fmt.Fprintln(w, "NODE\tNAME\tURL\tSTATUS\tEPOCH\tSHARDS READY\tUPTIME")
	for _, n := range out.Nodes {
		h := n.Health.OK
		if h == nil {
			fmt.Fprintf(w, "%d\t%s\t%s\tno answer: %s\n", n.NodeIndex, n.Name, n.URL, n.Health.Err)
			continue
		}
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%d\t%d of %d\t%v\n", n.NodeIndex, n.Name, n.URL, h.NodeStatus, h.Epoch,
			h.ShardSummary.OwnedStatus.Ready, h.ShardSummary.Owned, h.Uptime.Round(time.Second))
	}
}
