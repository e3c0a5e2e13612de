package economy

import (
	"fmt"
	"io"
)

// WriteTable writes the figures of the run as a table in Markdown.
func (r *Result) WriteTable(out io.Writer) error {
	t := r.Total
	low, middle, high := r.HonestYields()
	rows := [][2]string{
		{"run", fmt.Sprintf("%d epochs, %d nodes, %d shards, %d delegators, seed %d",
			len(r.Epochs), r.Config.Nodes, r.Config.Shards, r.Config.Delegators, r.Config.Seed)},
		{"paid by users", t.Payments.String()},
		{"earned by nodes and delegators", t.Rewards.String()},
		{"burned, fixed part", t.Burned.String()},
		{"burned, forfeited by failed challenges", t.Forfeited.String()},
		{"in the pots of coming epochs", t.Unearned.String()},
		{"paid − earned − burned − in the pots", (t.Payments - t.Rewards - t.Burned - t.Forfeited - t.Unearned).String()},
		{"stake and commission burned as fines", t.Fines.String()},
		{"yield of honest nodes, lowest / median / highest", fmt.Sprintf("%s / %s / %s", ppm(low), ppm(middle), ppm(high))},
	}
	for i, n := range r.Nodes {
		last := r.Epochs[len(r.Epochs)-1].Shards[i]
		if name := r.name(i); name != "" {
			rows = append(rows, [2]string{name, fmt.Sprintf("yield %s, %d failures, shards %d → %d", ppm(n.Yield), n.Failures, r.Epochs[0].Shards[i], last)})
		}
	}
	held := 0
	for _, h := range r.Hours {
		if h.Price != h.Target {
			held++
		}
	}
	rows = append(rows, [2]string{"hours in which damping held the price", fmt.Sprintf("%d of %d", held, len(r.Hours))})
	for i, row := range rows {
		format := "| %s | %s |\n"
		if i == 0 {
			format = "| %s | %s |\n| --- | --- |\n"
		}
		if _, err := fmt.Fprintf(out, format, row[0], row[1]); err != nil {
			return err
		}
	}
	return nil
}

func (r *Result) name(node int) string {
	switch node {
	case r.Config.Lazy:
		return "lazy node"
	case r.Config.Liar:
		return "lying node"
	}
	return ""
}

// ppm returns a yield in millionths of the stake for each epoch.
func ppm(yield int64) string {
	sign := ""
	if yield < 0 {
		sign, yield = "−", -yield
	}
	return fmt.Sprintf("%s%d.%d ppm", sign, yield/1000, yield%1000/100)
}
