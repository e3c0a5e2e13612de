// Package economy runs the rules of the control plane for hundreds of epochs with people in them: operators who vote on
// prices by their costs, delegators who follow the yield, users with steady and with sudden demand, one node that
// stores less than it says and one that votes to break prices and capacity.
//
// The one idea: nobody here computes money. Everything that moves goes through package rules, and after every epoch an
// audit counts all there is; a single FROST too many or too few ends the run. So the run is a test of the rules
// together, and its figures are what the network's own arithmetic says.
//
// A run is a function of its Config: integers only, one seeded generator, no clock. Simulate is safe for concurrent use.
package economy

import (
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/rules"
)

// Config describes a run. The zero value is not valid; begin with Default.
type Config struct {
	Seed         uint64
	Epochs       int
	Nodes        int
	Shards       walrus.ShardCount
	EpochHours   uint64 // from all shards in place to the next change
	Delegators   int
	SteadyUsers  int
	BurstyUsers  int
	NodeBytes    uint64 // mean capacity of a node, encoded
	FirstPrice   walrus.Frost
	Lazy         int  // index of the node that fails challenges, from 0; -1 for none
	Liar         int  // index of the node that votes for extremes, from 0; -1 for none
	LazyFailures int  // percent of epochs in which the lazy node fails
	Slashing     bool // pools are slashable, and two failures in a row cost stake
	Fine         uint16
	Burn         uint16
	ShockEpoch   int // when everybody's costs rise at once; 0 for never
	ShockPercent int
}

// Default is the run that the documentation shows.
func Default() Config {
	return Config{
		Seed: 7, Epochs: 200, Nodes: 30, Shards: 1000, EpochHours: 24,
		Delegators: 400, SteadyUsers: 40, BurstyUsers: 4,
		NodeBytes: 50 << 40, FirstPrice: 7000,
		Lazy: 4, Liar: 11, LazyFailures: 50, Slashing: true, Fine: 5, Burn: rules.DefaultBurn, ShockEpoch: 120, ShockPercent: 40,
	}
}

// Validate returns what is wrong with the configuration.
func (c Config) Validate() error {
	switch {
	case c.Epochs < 1 || c.Nodes < 1 || c.Nodes > walrus.MaxMembers || c.EpochHours < 4:
		return fmt.Errorf("economy of %d epochs of %d h with %d nodes", c.Epochs, c.EpochHours, c.Nodes)
	case c.Delegators < 0 || c.SteadyUsers < 0 || c.BurstyUsers < 0 || c.LazyFailures < 0 || c.LazyFailures > 100:
		return fmt.Errorf("economy with %d delegators, %d and %d users, %d %% failures", c.Delegators, c.SteadyUsers, c.BurstyUsers, c.LazyFailures)
	case c.Lazy < -1 || c.Lazy >= c.Nodes || c.Liar < -1 || c.Liar >= c.Nodes || c.Lazy >= 0 && c.Lazy == c.Liar:
		return fmt.Errorf("economy whose lazy node is %d and whose liar is %d of %d", c.Lazy, c.Liar, c.Nodes)
	case c.NodeBytes == 0 || c.NodeBytes > 1<<50 || c.FirstPrice == 0 || c.FirstPrice > walrus.WAL:
		return fmt.Errorf("economy with nodes of %d bytes and a price of %v", c.NodeBytes, c.FirstPrice)
	case c.ShockPercent < 0 || c.ShockPercent > 1000 || c.ShockEpoch < 0:
		return fmt.Errorf("economy with a shock of %d %% in epoch %d", c.ShockPercent, c.ShockEpoch)
	case c.Burn > rules.MaxBurn || c.Fine > rules.MaxPenalty:
		return fmt.Errorf("economy with a burn of %d and a fine of %d basis points", c.Burn, c.Fine)
	}
	return c.Shards.Validate()
}

// Result is what happened.
type Result struct {
	Config Config
	Epochs []Epoch
	Hours  []Hour
	Nodes  []Node
	Total  Totals
}

// Epoch is the record of an epoch when it ended.
type Epoch struct {
	Used, Capacity uint64    // encoded bytes
	CapacityVotes  [2]uint64 // lowest and highest vote on it but the liar's, scaled to the system
	Sales          walrus.Frost
	Pot            walrus.Frost
	Distribution   rules.Distribution
	Members        int
	LastHour       int            // its place in Result.Hours
	Moved          int            // shards that changed owner when it began
	Shards         []int          // by node
	Stakes         []walrus.Frost // by node, active
	Gains          []int64        // by node: FROST that its delegators gained, less fines
}

// Hour is the storage price at an hour, the outcome of the votes, and the range of the votes of all but the liar.
type Hour struct {
	Time              uint64
	Price, Target     walrus.Frost
	LowVote, HighVote walrus.Frost
	Pending           walrus.Frost
}

// Node is the record of a node over the whole run.
type Node struct {
	Commission uint16
	Failures   int
	Fined      walrus.Frost // taken from commission and stake
	Yield      int64        // gain of its delegators for 10^9 FROST staked for one epoch
}

// Totals account for all payments of users, and for all tokens.
type Totals struct {
	Payments  walrus.Frost // by users, for storage and writes
	Rewards   walrus.Frost // to nodes and their delegators, commission included
	Burned    walrus.Frost // fixed part of the pots
	Forfeited walrus.Frost // burned for failed challenges
	Unearned  walrus.Frost // in the pots of coming epochs, with what was carried
	Fines     walrus.Frost // burned stake and commission
	Supply    walrus.Frost // all tokens at the end
	Initial   walrus.Frost // all tokens at the start
}

// Simulate runs an economy. It fails if a rule refuses what it should not, or if the audit after an epoch finds more or
// fewer tokens than there should be.
func Simulate(c Config) (*Result, error) {
	w, err := newWorld(c)
	if err != nil {
		return nil, err
	}
	for !w.isOver() {
		if err := w.hour(); err != nil {
			return nil, fmt.Errorf("hour %d, epoch %d: %w", w.now/3600, w.ledger.Epoch, err)
		}
	}
	w.summarize()
	return w.result, nil
}
