package nodeapi

import (
	"encoding/json"
	"fmt"
	"math"
	"time"

	"github.com/walrus-go/walrus"
)

// The node status texts without a parameter (storage-node.md §5.13).
const (
	NodeActive          = "Active"
	NodeStandby         = "Standby"
	NodeRecoverMetadata = "RecoverMetadata"
	NodeCatchUp         = "RecoveryCatchUp"
)

// Health is the state of a node (storage-node.md §5.13).
type Health struct {
	Uptime        time.Duration
	Epoch         walrus.Epoch
	PublicKey     walrus.PublicKey
	NodeStatus    string
	EventProgress EventProgress
	ShardSummary  ShardSummary
	ShardDetail   *ShardDetail // only when asked for
	LatestBlock   *uint64      // newest block handled, nil when unknown
}

// EventProgress is how far a node is in the event log.
type EventProgress struct {
	Persisted       uint64  `json:"persisted"` // length of the completed prefix of the log
	Pending         uint64  `json:"pending"`   // handed out and not completed
	HighestFinished *uint64 `json:"highestFinishedEventIndex"`
}

// ShardSummary counts the shards of a node.
type ShardSummary struct {
	Owned       uint64            `json:"owned"`
	OwnedStatus ShardStatusCounts `json:"ownedShardStatus"`
	ReadOnly    uint64            `json:"readOnly"`
}

// ShardStatusCounts counts owned shards by status.
type ShardStatusCounts struct {
	Unknown    uint64 `json:"unknown"`
	Ready      uint64 `json:"ready"`
	InTransfer uint64 `json:"inTransfer"`
	InRecovery uint64 `json:"inRecovery"`
}

// The words for the status of a shard.
const (
	ShardUnknown    = "unknown"
	ShardReady      = "ready"
	ShardInTransfer = "inTransfer"
	ShardInRecovery = "inRecovery"
	ShardReadOnly   = "readOnly"
)

// ShardDetail lists the shards of a node: those that it owns, and others that it still has.
type ShardDetail struct {
	Owned []ShardHealth `json:"owned"`
	Other []ShardHealth `json:"other"`
}

// ShardHealth is the status of one shard.
type ShardHealth struct {
	Shard  walrus.ShardIndex `json:"shard"`
	Status string            `json:"status"`
}

type healthJSON struct {
	Uptime        uptimeJSON    `json:"uptime"`
	Epoch         walrus.Epoch  `json:"epoch"`
	PublicKey     []byte        `json:"publicKey"`
	NodeStatus    string        `json:"nodeStatus"`
	EventProgress EventProgress `json:"eventProgress"`
	ShardSummary  ShardSummary  `json:"shardSummary"`
	ShardDetail   *ShardDetail  `json:"shardDetail,omitempty"`
	LatestBlock   *uint64       `json:"latestCheckpointSequenceNumber,omitempty"`
}

type uptimeJSON struct {
	Secs  uint64 `json:"secs"`
	Nanos uint32 `json:"nanos"`
}

// MarshalJSON returns the form of storage-node.md §5.13.
func (h Health) MarshalJSON() ([]byte, error) {
	up := max(h.Uptime, 0)
	return json.Marshal(healthJSON{
		Uptime:        uptimeJSON{uint64(up / time.Second), uint32(up % time.Second)},
		Epoch:         h.Epoch,
		PublicKey:     h.PublicKey[:],
		NodeStatus:    h.NodeStatus,
		EventProgress: h.EventProgress,
		ShardSummary:  h.ShardSummary,
		ShardDetail:   h.ShardDetail.withLists(),
		LatestBlock:   h.LatestBlock,
	})
}

// withLists replaces nil lists, which would encode as null.
func (d *ShardDetail) withLists() *ShardDetail {
	if d == nil {
		return nil
	}
	return &ShardDetail{append([]ShardHealth{}, d.Owned...), append([]ShardHealth{}, d.Other...)}
}

// UnmarshalJSON is the inverse of MarshalJSON.
func (h *Health) UnmarshalJSON(b []byte) error {
	var v healthJSON
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("health: %w", err)
	}
	if len(v.PublicKey) != len(h.PublicKey) {
		return fmt.Errorf("health: public key of %d bytes", len(v.PublicKey))
	}
	if v.Uptime.Secs > math.MaxInt64/uint64(time.Second)-1 || v.Uptime.Nanos >= uint32(time.Second) {
		return fmt.Errorf("health: uptime of %d seconds and %d nanoseconds", v.Uptime.Secs, v.Uptime.Nanos)
	}
	*h = Health{
		Uptime:        time.Duration(v.Uptime.Secs)*time.Second + time.Duration(v.Uptime.Nanos),
		Epoch:         v.Epoch,
		PublicKey:     walrus.PublicKey(v.PublicKey),
		NodeStatus:    v.NodeStatus,
		EventProgress: v.EventProgress,
		ShardSummary:  v.ShardSummary,
		ShardDetail:   v.ShardDetail,
		LatestBlock:   v.LatestBlock,
	}
	return nil
}
