package plan

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// ledger applies elements to maps, as a store applies them to rows. One blob is enough for the scripts: objects vary.
type ledger struct {
	infos   map[walrus.BlobID]Info
	objects map[walrus.ObjectID]Object
	next    uint64
}

func newLedger() *ledger {
	return &ledger{infos: map[walrus.BlobID]Info{}, objects: map[walrus.ObjectID]Object{}}
}

func (l *ledger) apply(ev chain.Event) (Rows, Reaction, error) {
	el := chain.Element{Index: l.next, ID: walrus.EventID{Tx: walrus.TxHash{1}, LogIndex: l.next}, Event: ev}
	l.next++
	blob, object, ok := Key(ev)
	r, reaction, err := Apply(Rows{l.infos[blob], l.objects[object]}, el)
	if ok {
		l.infos[blob], l.objects[object] = r.Info, r.Object
	}
	return r, reaction, err
}

// TestScripts runs the traces of testdata; their output is rewritten by go test -rewrite.
func TestScripts(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		l := newLedger()
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			if d.Cmd == "at" {
				return l.predicates(t, d)
			}
			return l.describe(l.apply(event(t, d)))
		})
	})
}

func event(t *testing.T, d *datadriven.TestData) chain.Event {
	var blob, object, epoch, end, size int
	epoch = 1
	d.MaybeScanArgs(t, "blob", &blob)
	d.MaybeScanArgs(t, "object", &object)
	d.MaybeScanArgs(t, "epoch", &epoch)
	d.MaybeScanArgs(t, "end", &end)
	d.MaybeScanArgs(t, "size", &size)
	b, o := walrus.BlobID{byte(blob)}, walrus.ObjectID{byte(object)}
	e, last := walrus.Epoch(epoch), walrus.Epoch(end)
	deletable := d.HasArg("deletable")
	switch d.Cmd {
	case "register":
		return chain.BlobRegistered{Epoch: e, BlobID: b, Object: o, Size: uint64(size), EncodingType: walrus.RS2, EndEpoch: last, Deletable: deletable}
	case "certify":
		return chain.BlobCertified{Epoch: e, BlobID: b, Object: o, EndEpoch: last, Deletable: deletable}
	case "extend":
		return chain.BlobCertified{Epoch: e, BlobID: b, Object: o, EndEpoch: last, Deletable: deletable, IsExtension: true}
	case "delete":
		return chain.BlobDeleted{Epoch: e, BlobID: b, Object: o, EndEpoch: last, WasCertified: d.HasArg("certified")}
	case "invalid":
		return chain.InvalidBlobID{Epoch: e, BlobID: b}
	case "start":
		return chain.EpochChangeStart{Epoch: e}
	case "done":
		return chain.EpochChangeDone{Epoch: e}
	case "other":
		return chain.OtherEvent{Name: "Other"}
	case "boundary":
		return nil
	}
	t.Fatalf("%s: unknown command %q", d.Pos, d.Cmd)
	return nil
}

func (l *ledger) describe(r Rows, reaction Reaction, err error) string {
	var b strings.Builder
	if err != nil {
		if !errors.Is(err, ErrAnomaly) {
			return "not an anomaly: " + err.Error()
		}
		b.WriteString("ANOMALY\n")
	}
	names := []string{"nothing", "wake", "heal", "retire", "erase", "begin", "settle"}
	fmt.Fprintf(&b, "reaction: %s\n", names[reaction])
	i := r.Info
	if i.IsInvalid() {
		fmt.Fprintf(&b, "info: invalid by event %d\n", i.Invalid.LogIndex)
	} else {
		permanent := func(p Permanent) string {
			return fmt.Sprintf("%d to %d by event %d", p.Count, p.End, p.Event.LogIndex)
		}
		fmt.Fprintf(&b, "info: permanent %s; certified %s\n", permanent(i.PermanentTotal), permanent(i.PermanentCertified))
		fmt.Fprintf(&b, "      deletable %d to %d; certified %d to %d; since %d; size %d\n", i.DeletableTotal.Count, i.DeletableTotal.End,
			i.DeletableCertified.Count, i.DeletableCertified.End, i.InitialCertified, i.Size)
	}
	if o := r.Object; o.Exists() {
		fmt.Fprintf(&b, "object: registered %d certified %d end %d deletable %t\n", o.Registered, o.Certified, o.End, o.Deletable)
	}
	return b.String()
}

func (l *ledger) predicates(t *testing.T, d *datadriven.TestData) string {
	var blob, from, to int
	d.ScanArgs(t, "blob", &blob)
	d.ScanArgs(t, "epochs", &from, &to)
	i := l.infos[walrus.BlobID{byte(blob)}]
	var b strings.Builder
	for e := walrus.Epoch(from); e <= walrus.Epoch(to); e++ {
		fmt.Fprintf(&b, "%d: registered %t certified %t\n", e, i.RegisteredAt(e), i.CertifiedAt(e))
	}
	return b.String()
}
