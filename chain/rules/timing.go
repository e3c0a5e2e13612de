package rules

import (
	"cmp"
	"slices"

	"github.com/walrus-go/walrus"
)

// Phase is the state of the epoch machine (A8.1); the numbers are the contract's.
type Phase uint8

// The phases of an epoch.
const (
	Syncing            Phase = iota // shards are moving to the committee of the epoch
	Done                            // a quorum holds its shards
	ParametersSelected              // the next committee and capacity are fixed
	Selecting                       // the next committee is being computed, in steps
)

// ActivationEpoch returns from when stake counts that is added in an epoch (A6.2): the next one, or the one after when the
// next committee is fixed already or about to be.
func ActivationEpoch(e walrus.Epoch, phase Phase) walrus.Epoch {
	if phase == ParametersSelected || phase == Selecting {
		return e + 2
	}
	return e + 1
}

// Step is something that anyone may do, or in the case of SyncDone each member, to move the epoch on (A8, B5, B6).
type Step uint8

// The steps of an epoch, in their order.
const (
	Settle               Step = iota // credit the rewards of the ended epoch to the pools
	SyncDone                         // attest that all shards of a member are complete
	ForceDone                        // go on without a quorum of attestations (C4)
	OpenSelection                    // freeze the active set
	ProposeApportionment             // give each node its number of shards
	ComputeAssignment                // give each shard its owner
	CommitCommittee                  // store the committee, fix the capacity
	AbortSelection                   // start over with a selection that is stuck
	StartEpochChange                 // begin the next epoch
)

// Timetable holds the durations of a network, in seconds.
type Timetable struct {
	Epoch      uint64 // D, from one Done to the next change
	FirstStart uint64 // chain time of the first epoch's earliest start
}

// SelectionTimeout is how long a selection may take before anyone may start it over (B5).
const SelectionTimeout = 3600

// Progress is where the epoch machine stands.
type Progress struct {
	Epoch     walrus.Epoch
	Phase     Phase
	Since     uint64 // of the last Done, or of the epoch change while Syncing
	Settled   bool   // the rewards of the ended epoch are credited to all pools
	Opened    uint64 // while Selecting: when the active set was frozen
	Selection Step   // while Selecting: the step to do next
}

// Due is a step and the earliest time for it.
type Due struct {
	Step Step
	At   uint64
}

// Steps returns the steps that can be done in this phase without another one before, by their earliest times.
func (t Timetable) Steps(p Progress) []Due {
	var due []Due
	if !p.Settled {
		due = append(due, Due{Settle, 0})
	}
	switch p.Phase {
	case Syncing:
		due = append(due, Due{SyncDone, 0}, Due{ForceDone, p.Since + t.Epoch/4})
	case Done:
		if p.Settled {
			due = append(due, Due{OpenSelection, t.selection(p)})
		}
	case Selecting:
		due = append(due, Due{p.Selection, 0}, Due{AbortSelection, p.Opened + SelectionTimeout})
	case ParametersSelected:
		due = append(due, Due{StartEpochChange, t.change(p)})
	}
	slices.SortStableFunc(due, func(a, b Due) int { return cmp.Compare(a.At, b.At) })
	return due
}

func (t Timetable) selection(p Progress) uint64 {
	if p.Epoch == 0 {
		return t.FirstStart
	}
	return p.Since + t.Epoch/2
}

func (t Timetable) change(p Progress) uint64 {
	if p.Epoch == 0 {
		return t.FirstStart
	}
	return p.Since + t.Epoch
}

// ChallengeWindow returns when storage challenges of an epoch open and close (C1), given the time it was Done.
func (t Timetable) ChallengeWindow(since uint64) (opens, closes uint64) {
	opens, _ = mulDiv(t.Epoch, 80, 100)
	closes, _ = mulDiv(t.Epoch, 95, 100)
	return since + opens, since + closes
}
