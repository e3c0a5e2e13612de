package nodeapi

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/walrus-go/walrus"
)

const zeroEvent = `{"txDigest":"0x0000000000000000000000000000000000000000000000000000000000000000","eventSeq":"7"}`

var event7 = walrus.EventID{LogIndex: 7}

func TestBlobStatusJSON(t *testing.T) {
	for _, c := range []struct {
		status BlobStatus
		json   string
	}{
		{BlobStatus{}, `"nonexistent"`},
		{BlobStatus{Kind: StatusInvalid, Event: event7}, `{"invalid":{"event":` + zeroEvent + `}}`},
		{
			BlobStatus{StatusPermanent, event7, 3, true, DeletableCounts{2, 1}, SomeEpoch(1)},
			`{"permanent":{"endEpoch":3,"isCertified":true,"statusEvent":` + zeroEvent +
				`,"deletableCounts":{"count_deletable_total":2,"count_deletable_certified":1},"initialCertifiedEpoch":1}}`,
		},
		{
			BlobStatus{Kind: StatusDeletable, Deletable: DeletableCounts{1, 0}},
			`{"deletable":{"initialCertifiedEpoch":null,"deletableCounts":{"count_deletable_total":1,"count_deletable_certified":0}}}`,
		},
		{
			BlobStatus{Kind: StatusDeletable, Deletable: DeletableCounts{1, 1}, InitialCertifiedEpoch: SomeEpoch(0)},
			`{"deletable":{"initialCertifiedEpoch":0,"deletableCounts":{"count_deletable_total":1,"count_deletable_certified":1}}}`,
		},
	} {
		b, err := json.Marshal(c.status)
		if err != nil || string(b) != c.json {
			t.Errorf("wrote %s, %v\nwant %s", b, err, c.json)
		}
		var got BlobStatus
		if err := json.Unmarshal([]byte(c.json), &got); err != nil || got != c.status {
			t.Errorf("%s was read as %+v, %v", c.json, got, err)
		}
	}
}

func TestBlobStatusRefused(t *testing.T) {
	for _, text := range []string{
		`"stored"`, `""`, `null`, `7`, `[]`, `{}`, `{"other":{}}`, `{"invalid":{}}`, `{"invalid":null}`, `{"permanent":{}}`,
		`{"deletable":{}}`, `{"deletable":{"deletableCounts":null}}`,
		`{"invalid":{"event":` + zeroEvent + `},"deletable":{"deletableCounts":{"count_deletable_total":1,"count_deletable_certified":0}}}`,
		`{"permanent":{"endEpoch":-1,"isCertified":true,"statusEvent":` + zeroEvent + `,"deletableCounts":{}}}`,
		`{"permanent":{"isCertified":true,"statusEvent":` + zeroEvent + `,"deletableCounts":{}}}`,
		`{"deletable":{"initialCertifiedEpoch":"1","deletableCounts":{"count_deletable_total":1,"count_deletable_certified":0}}}`,
		`{"deletable":{"deletableCounts":{"count_deletable_total":4294967296,"count_deletable_certified":0}}}`,
	} {
		got := BlobStatus{Kind: StatusInvalid, EndEpoch: 99}
		if err := json.Unmarshal([]byte(text), &got); err == nil {
			t.Errorf("%s was read as %+v", text, got)
		}
	}
}

// The rows ascend; each must be below all that follow.
func TestBlobStatusOrder(t *testing.T) {
	rows := []BlobStatus{
		{},
		{Kind: StatusDeletable, Deletable: DeletableCounts{1, 0}},
		{Kind: StatusDeletable, Deletable: DeletableCounts{2, 0}},
		{Kind: StatusDeletable, Deletable: DeletableCounts{1, 1}, InitialCertifiedEpoch: SomeEpoch(5)},
		{Kind: StatusDeletable, Deletable: DeletableCounts{1, 1}, InitialCertifiedEpoch: SomeEpoch(4)},
		{Kind: StatusPermanent, EndEpoch: 9},
		{Kind: StatusPermanent, EndEpoch: 8, Certified: true},
		{Kind: StatusPermanent, EndEpoch: 9, Certified: true, InitialCertifiedEpoch: SomeEpoch(6)},
		{Kind: StatusPermanent, EndEpoch: 9, Certified: true, InitialCertifiedEpoch: SomeEpoch(5)},
		{Kind: StatusPermanent, EndEpoch: 9, Certified: true, Deletable: DeletableCounts{1, 0}, InitialCertifiedEpoch: SomeEpoch(6)},
		{Kind: StatusInvalid, Event: walrus.EventID{LogIndex: 1}},
		{Kind: StatusInvalid, Event: walrus.EventID{LogIndex: 2}},
	}
	for i, a := range rows {
		for j, b := range rows {
			if got, want := a.Compare(b), sign(i-j); got != want {
				t.Errorf("Compare(%+v, %+v) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func sign(i int) int { return min(1, max(-1, i)) }

func anyStatus(t *rapid.T) BlobStatus {
	small := rapid.Uint32Range(0, 2)
	counts := DeletableCounts{small.Draw(t, "total"), small.Draw(t, "certified")}
	since := OptionalEpoch{}
	if rapid.Bool().Draw(t, "known") {
		since = SomeEpoch(walrus.Epoch(small.Draw(t, "since")))
	}
	event := walrus.EventID{Tx: walrus.TxHash{byte(small.Draw(t, "tx"))}, LogIndex: uint64(small.Draw(t, "log"))}
	switch StatusKind(small.Draw(t, "kind") + small.Draw(t, "more")/2) {
	case StatusInvalid:
		return BlobStatus{Kind: StatusInvalid, Event: event}
	case StatusPermanent:
		end := walrus.Epoch(small.Draw(t, "end"))
		return BlobStatus{StatusPermanent, event, end, rapid.Bool().Draw(t, "is certified"), counts, since}
	case StatusDeletable:
		return BlobStatus{Kind: StatusDeletable, Deletable: counts, InitialCertifiedEpoch: since}
	}
	return BlobStatus{}
}

func TestBlobStatusProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyStatus(t), anyStatus(t), anyStatus(t)
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("Compare(%+v, %+v) = %d and %d", a, b, a.Compare(b), b.Compare(a))
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatalf("%+v, %+v, %+v are not in order", a, b, c)
		}
		text, err := json.Marshal(a)
		var back BlobStatus
		if err != nil || json.Unmarshal(text, &back) != nil || back != a {
			t.Fatalf("%+v became %s and %+v", a, text, back)
		}
	})
}

func TestHealthJSON(t *testing.T) {
	finished, block := uint64(8), uint64(77)
	h := Health{
		Uptime: 90*time.Second + 5, Epoch: 3, PublicKey: walrus.PublicKey{0: 0xff, 47: 1}, NodeStatus: NodeActive,
		EventProgress: EventProgress{Persisted: 9, Pending: 2, HighestFinished: &finished},
		ShardSummary:  ShardSummary{Owned: 2, OwnedStatus: ShardStatusCounts{Ready: 1, InTransfer: 1}, ReadOnly: 1},
		ShardDetail:   &ShardDetail{Owned: []ShardHealth{{4, ShardReady}, {5, ShardInTransfer}}, Other: []ShardHealth{{6, ShardReadOnly}}},
		LatestBlock:   &block,
	}
	want := `{"uptime":{"secs":90,"nanos":5},"epoch":3,"publicKey":"/wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",` +
		`"nodeStatus":"Active","eventProgress":{"persisted":9,"pending":2,"highestFinishedEventIndex":8},` +
		`"shardSummary":{"owned":2,"ownedShardStatus":{"unknown":0,"ready":1,"inTransfer":1,"inRecovery":0},"readOnly":1},` +
		`"shardDetail":{"owned":[{"shard":4,"status":"ready"},{"shard":5,"status":"inTransfer"}],"other":[{"shard":6,"status":"readOnly"}]},` +
		`"latestCheckpointSequenceNumber":77}`
	got, err := json.Marshal(h)
	if err != nil || string(got) != want {
		t.Errorf("wrote %s, %v\nwant %s", got, err, want)
	}
	var back Health
	if err := json.Unmarshal([]byte(want), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(h, back); diff != "" {
		t.Error(diff)
	}
}

func TestHealthWithoutOptionalParts(t *testing.T) {
	got, err := json.Marshal(Health{ShardDetail: &ShardDetail{}})
	if err != nil || !bytes.Contains(got, []byte(`"shardDetail":{"owned":[],"other":[]}`)) {
		t.Errorf("empty detail: %s, %v", got, err)
	}
	got, err = json.Marshal(Health{})
	if err != nil || bytes.Contains(got, []byte("shardDetail")) || bytes.Contains(got, []byte("latestCheckpoint")) ||
		!bytes.Contains(got, []byte(`"highestFinishedEventIndex":null`)) {
		t.Errorf("absent parts: %s, %v", got, err)
	}
	for _, text := range []string{`{}`, `{"publicKey":"AAAA"}`, `null`,
		`{"publicKey":"/wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB","uptime":{"secs":18446744073709551615,"nanos":0}}`,
		`{"publicKey":"/wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB","uptime":{"secs":1,"nanos":1000000000}}`,
	} {
		var h Health
		if err := h.UnmarshalJSON([]byte(text)); err == nil {
			t.Errorf("%s was accepted", text)
		}
	}
}
