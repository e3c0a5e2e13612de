package node

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/nodeapi"
)

// ErrKeyMismatch: the key on chain is not the node's own.
var ErrKeyMismatch = errors.New("key on chain is not this node's key")

// ErrKeyElsewhere: the BLS key was used in another deployment. One key per deployment is what keeps signatures of two
// networks apart (evm-profile.md §5).
var ErrKeyElsewhere = errors.New("protocol key belongs to another deployment")

// deployment returns "chainId:registry".
func deployment(info chain.Info) string {
	return fmt.Sprintf("%d:%v", info.ChainID, info.Contracts[chain.RegistryContract])
}

func (n *Node) storeIdentity() string {
	key := n.deps.ProtocolKey.PublicKey().Bytes()
	return fmt.Sprintf("deployment %s, node with key %x", n.identity, key[:8])
}

// claimKey binds the key file to the deployment at first use, and refuses another deployment later. An empty path (a
// key that is not a file) is not bound.
func claimKey(keyFile, deployment string) error {
	if keyFile == "" {
		return nil
	}
	path := keyFile + ".deployment"
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		if err := writeOnce(path, deployment+"\n"); err != nil {
			return fmt.Errorf("bind protocol key to deployment: %w", err)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("read deployment of protocol key: %w", err)
	}
	if got := strings.TrimSpace(string(b)); got != deployment {
		return fmt.Errorf("%w: %s says %.80q, this is %s; make a key of its own for each deployment", ErrKeyElsewhere, path, got, deployment)
	}
	return nil
}

// writeOnce writes a small file durably.
func writeOnce(path, text string) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".deployment-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// checkCurrent compares the keys on chain with the node's own, if the chain knows the node already.
func (n *Node) checkCurrent(ctx context.Context, epoch walrus.Epoch) error {
	if epoch == 0 {
		return nil
	}
	c, err := n.deps.Reader.Committee(ctx, epoch)
	if errors.Is(err, chain.ErrNoCommittee) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("ask the chain for the committee of epoch %d: %w", epoch, err)
	}
	_, err = n.find(c)
	return err
}

// find returns the position of the node in the committee, -1 if it is not in it, or ErrKeyMismatch.
func (n *Node) find(c *walrus.Committee) (int, error) {
	own := n.deps.ProtocolKey.PublicKey().Bytes()
	for i := range c.Members {
		m := &c.Members[i]
		if n.config.Node != 0 && m.Node != n.config.Node {
			continue
		}
		if n.config.Node == 0 && m.PublicKey != own {
			continue
		}
		if m.PublicKey != own {
			return -1, fmt.Errorf("%w: protocol key of node %d is %x…, ours %x…", ErrKeyMismatch, m.Node, m.PublicKey[:8], own[:8])
		}
		if key := nodeapi.NetworkKeyOf(&n.deps.NetworkKey.PublicKey); m.NetworkKey != key {
			return -1, fmt.Errorf("%w: network key of node %d is %x, ours %x", ErrKeyMismatch, m.Node, m.NetworkKey, key)
		}
		return i, nil
	}
	return -1, nil
}
