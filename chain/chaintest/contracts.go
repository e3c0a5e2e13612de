package chaintest

import (
	"encoding/binary"
	"fmt"
	"slices"

	"golang.org/x/crypto/blake2b"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// record is a registered blob with the certificate it got.
type record struct {
	chain.Blob
	event       walrus.EventID // of BlobCertified
	certificate *walrus.Certificate
}

// registerNode is Registry.registerNodeFor. c.mu is held, or the chain not shared yet.
func (c *Chain) registerNode(n *chain.GenesisNode) error {
	key, err := bls.ParsePublicKey(n.PublicKey)
	if err != nil {
		return fmt.Errorf("%w: %w", chain.ErrNodeRefused, err)
	}
	registry := c.contracts[chain.RegistryContract]
	m := walrus.ProofOfPossession{
		Epoch:   c.epoch,
		Account: chain.ProofAccount(c.chainID, registry, n.Operator),
		Key:     n.PublicKey,
	}
	proof, err := n.Prove(m)
	if err != nil {
		return fmt.Errorf("prove possession of the key: %w", err)
	}
	if err := key.Verify(m.Bytes(), proof); err != nil {
		return fmt.Errorf("%w: proof of possession: %w", chain.ErrNodeRefused, err)
	}
	index := walrus.NodeIndex(len(c.nodes) + 1)
	c.nodes = append(c.nodes, walrus.Member{
		Node: index, ID: chain.NewNodeID(c.chainID, registry, index), Name: n.Name, Operator: n.Operator,
		NetworkAddress: n.NetworkAddress, NetworkKey: n.NetworkKey, PublicKey: n.PublicKey,
	})
	return nil
}

// beginEpoch is Epochs.genesis for any epoch: weights[i] shards for node i+1, in consecutive ranges.
func (c *Chain) beginEpoch(weights []int) error {
	var members []walrus.Member
	next := 0
	for i, w := range weights {
		if w == 0 {
			continue
		}
		m := c.nodes[i]
		m.Shards = make([]walrus.ShardIndex, w)
		for j := range m.Shards {
			m.Shards[j] = walrus.ShardIndex(next + j)
		}
		next += w
		members = append(members, m)
	}
	committee, err := walrus.NewCommittee(c.epoch+1, c.genesis.NShards, members)
	if err != nil {
		return fmt.Errorf("committee of epoch %d: %w", c.epoch+1, err)
	}
	keys, err := bls.NewKeySet(committee)
	if err != nil {
		return err
	}
	c.epoch++
	c.committees[c.epoch] = keys
	c.since = c.clock()
	c.txs++
	if c.epoch > 1 {
		c.emit(chain.EpochParametersSelected{NextEpoch: c.epoch})
	}
	c.emit(chain.OtherEvent{Name: "CommitteeStored"}, chain.EpochChangeStart{Epoch: c.epoch}, chain.EpochChangeDone{Epoch: c.epoch})
	return nil
}

// blobID derives a blob ID as the contract does.
func blobID(r chain.Registration) walrus.BlobID {
	b := binary.LittleEndian.AppendUint64([]byte{byte(r.EncodingType)}, r.Size)
	return blake2b.Sum256(append(b, r.RootHash[:]...))
}

// register is System.reserveAndRegister without the payment: it returns the cost and what to do when it is paid.
func (c *Chain) register(r chain.Registration) (cost walrus.Frost, commit func() walrus.ObjectID, err error) {
	if r.EncodingType != walrus.RS2 {
		return 0, nil, fmt.Errorf("%w: %d", walrus.ErrUnsupportedEncoding, r.EncodingType)
	}
	if blobID(r) != r.BlobID {
		return 0, nil, chain.ErrBlobIDMismatch
	}
	if last := c.epoch + walrus.Epoch(c.genesis.MaxEpochsAhead); r.EndEpoch <= c.epoch || r.EndEpoch > last {
		return 0, nil, fmt.Errorf("%w: end epoch %d in epoch %d, at most %d", chain.ErrEpochs, r.EndEpoch, c.epoch, last)
	}
	reserved, err := c.genesis.NShards.EncodedLength(r.Size)
	if err != nil {
		return 0, nil, err
	}
	cost, err = c.prices.Cost(reserved, uint32(r.EndEpoch-c.epoch))
	if err != nil || cost > r.MaxCost {
		return 0, nil, fmt.Errorf("%w: %v, at most %v", chain.ErrPriceChanged, cost, r.MaxCost)
	}
	for e := c.epoch; e < r.EndEpoch; e++ {
		if free := c.total - min(c.used[e], c.total); reserved > free {
			return 0, nil, fmt.Errorf("%w: %d bytes free in epoch %d", chain.ErrCapacity, free, e)
		}
	}
	return cost, func() walrus.ObjectID { return c.book(r, reserved) }, nil
}

// book makes the record of a registration that was paid for.
func (c *Chain) book(r chain.Registration, reserved uint64) walrus.ObjectID {
	for e := c.epoch; e < r.EndEpoch; e++ {
		c.used[e] += reserved
	}
	counter := uint64(len(c.order) + 1)
	id := chain.NewObjectID(c.chainID, c.contracts[chain.SystemContract], chain.BlobObject, counter)
	c.order = append(c.order, id)
	c.blobs[id] = &record{Blob: chain.Blob{
		Object: id, ID: r.BlobID, Size: r.Size, EncodingType: r.EncodingType, Deletable: r.Deletable,
		RegisteredEpoch: c.epoch, StartEpoch: c.epoch, EndEpoch: r.EndEpoch, StorageSize: reserved, Owner: r.Owner,
	}}
	c.emit(chain.BlobRegistered{
		Epoch: c.epoch, BlobID: r.BlobID, Object: id, Size: r.Size, EncodingType: r.EncodingType,
		EndEpoch: r.EndEpoch, Deletable: r.Deletable,
	})
	return id
}

// certify is System.certify; already reports a blob that was certified before.
func (c *Chain) certify(id walrus.ObjectID, cert *walrus.Certificate) (already bool, err error) {
	b := c.blobs[id]
	switch {
	case b == nil:
		return false, fmt.Errorf("%w: %v", chain.ErrNoSuchObject, id)
	case b.CertifiedEpoch != 0:
		return true, nil
	case c.epoch >= b.EndEpoch:
		return false, fmt.Errorf("%w: in epoch %d", chain.ErrBlobExpired, b.EndEpoch)
	}
	m, err := walrus.ParseConfirmation(cert.Message)
	switch {
	case err != nil:
		return false, fmt.Errorf("%w: %w", chain.ErrCertificationFailed, err)
	case m.Epoch != c.epoch:
		return false, fmt.Errorf("%w: signed in epoch %d, the chain is in %d", chain.ErrBehindEpoch, m.Epoch, c.epoch)
	case m.Blob != b.ID:
		return false, fmt.Errorf("%w: message is about blob %v", chain.ErrCertificationFailed, m.Blob)
	case m.Persistence != b.Persistence():
		return false, fmt.Errorf("%w: message confirms another persistence", chain.ErrCertificationFailed)
	}
	if _, err := c.committees[c.epoch].VerifyCertificate(cert); err != nil {
		return false, fmt.Errorf("%w: %w", chain.ErrCertificationFailed, err)
	}
	b.CertifiedEpoch = c.epoch
	b.certificate = &walrus.Certificate{
		Signers: slices.Clone(cert.Signers), Message: slices.Clone(cert.Message), Signature: cert.Signature,
	}
	b.event = walrus.EventID{Tx: c.txHash()}
	c.emit(chain.BlobCertified{Epoch: c.epoch, BlobID: b.ID, Object: id, EndEpoch: b.EndEpoch, Deletable: b.Deletable})
	return false, nil
}
