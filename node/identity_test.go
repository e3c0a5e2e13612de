package node

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
)

// TestKeys: a node refuses to run with keys that are not those on chain, with a key of another deployment, and on the
// storage of another node.
func TestKeys(t *testing.T) {
	c := newCluster(t, 10, 3)
	refuse := func(what string, want error, change func(*Config, *Deps)) {
		t.Helper()
		conf, deps := c.deps(0)
		change(&conf, &deps)
		n, err := New(context.Background(), conf, deps)
		if err == nil {
			n.Close()
		}
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", what, err, want)
		}
	}
	refuse("protocol key of another node", ErrKeyMismatch, func(_ *Config, d *Deps) { d.ProtocolKey = c.keys[1] })
	refuse("network key of another node", ErrKeyMismatch, func(_ *Config, d *Deps) { d.NetworkKey = c.tls[1] })

	keyFile := filepath.Join(t.TempDir(), "protocol.key")
	run := func(deployment string) error {
		if deployment != "" {
			if err := os.WriteFile(keyFile+".deployment", []byte(deployment), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		conf, deps := c.deps(0)
		conf.ProtocolKeyPair = keyFile
		n, err := New(context.Background(), conf, deps)
		if err == nil {
			err = n.Close()
		}
		return err
	}
	for range 2 {
		if err := run(""); err != nil {
			t.Fatalf("own deployment: %v", err)
		}
	}
	if err := run("1:0x0000000000000000000000000000000000000001\n"); !errors.Is(err, ErrKeyElsewhere) {
		t.Errorf("key of another deployment: %v", err)
	}
	refuse("storage of another node", store.ErrForeign, func(conf *Config, d *Deps) {
		conf.Node, d.ProtocolKey, d.NetworkKey = 2, c.keys[1], c.tls[1]
	})
	n := c.start(0)
	refuse("storage in use", store.ErrInUse, func(*Config, *Deps) {})
	c.stopAll()
	_ = n
}

// TestFindsItself: without a configured index the node is the member that has its key.
func TestFindsItself(t *testing.T) {
	c := newCluster(t, 10, 3)
	c.config = func(conf *Config) { conf.Node = 0 }
	n := c.start(2)
	defer c.stopAll()
	c.await(2)
	if v := n.now(); v.goal == nil || v.goal.Self != 2 || len(v.shards()) != 3 {
		t.Errorf("view %+v", v)
	}
	if h, err := n.Health(t.Context(), false); err != nil || h.NodeStatus != nodeapi.NodeActive || h.Epoch != 1 {
		t.Errorf("%+v, %v", h, err)
	}
}

// TestOutsider: a node that is in no committee serves nothing and signs nothing.
func TestOutsider(t *testing.T) {
	c := newCluster(t, 10, 4)
	c.config = func(conf *Config) { conf.Node = 9 }
	n := c.start(3)
	defer c.stopAll()
	c.await(3)
	b := c.newBlob()
	c.register(b, false, 5)
	c.await(3)
	if h, err := n.Health(t.Context(), true); err != nil || h.NodeStatus != nodeapi.NodeStandby || h.ShardSummary.Owned != 0 {
		t.Errorf("%+v, %v", h, err)
	}
	_, err := n.Confirmation(t.Context(), b.id(), b.p, nodeapi.Wait{})
	checkReason(t, "confirmation", err, nodeapi.TemporarilyUnavailable)
	_, err = n.Sliver(t.Context(), b.id(), 1, 0)
	checkReason(t, "sliver", err, nodeapi.ShardNotAssigned)
}
