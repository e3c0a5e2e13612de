package evm

import (
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// logKinds are the events that count in the log (evm-profile.md §3), whether or not the contracts of this release
// emit them: were a kind missing here, two releases would number the log differently.
var logKinds = []string{
	"BlobRegistered(bytes32,bytes32,uint32,uint64,uint8,uint32,bool)",
	"BlobCertified(bytes32,bytes32,uint32,uint32,bool,bool)",
	"BlobDeleted(bytes32,bytes32,uint32,uint32,bool)",
	"InvalidBlobID(bytes32,uint32)",
	"EpochParametersSelected(uint32)",
	"EpochChangeStart(uint32)",
	"EpochChangeDone(uint32)",
	"CommitteeStored(uint32,address,address)",
	"ShardsReceived(uint32,uint32,uint16[])",
	"ShardRecoveryStart(uint32,uint32,uint16[])",
	"PricesUpdated(uint32,uint64,uint64)",
	"RegisterDenyListUpdate(uint32,bytes32,bytes32,uint64)",
	"DenyListUpdate(uint32,bytes32,bytes32,uint64)",
	"DenyListBlobDeleted(bytes32,uint32)",
	"StoragePoolCreated(bytes32,uint32,uint64,uint32,uint32)",
	"StoragePoolExtended(bytes32,uint32,uint32)",
	"PooledBlobRegistered(bytes32,bytes32,bytes32,uint32,uint64,uint8,bool)",
	"PooledBlobCertified(bytes32,bytes32,bytes32,uint32,bool)",
	"PooledBlobDeleted(bytes32,bytes32,bytes32,uint32,bool)",
	"ProtocolVersionUpdated(uint32,uint32,uint64)",
	"ContractUpgradeProposed(uint32,bytes32)",
	"ContractUpgradeQuorumReached(uint32,bytes32)",
	"ContractUpgraded(uint32,bytes32,uint64)",
}

// kinds maps the first topic of a log to the name of its event; kindTopics are its keys in the order of logKinds.
var kinds, kindTopics = func() (map[common.Hash]string, []common.Hash) {
	names := make(map[common.Hash]string)
	var topics []common.Hash
	for _, k := range logKinds {
		topic := crypto.Keccak256Hash([]byte(k))
		names[topic], _, _ = strings.Cut(k, "(")
		topics = append(topics, topic)
	}
	return names, topics
}()

func topic(name string) common.Hash {
	for t, n := range kinds {
		if n == name {
			return t
		}
	}
	panic("evm: no event " + name) // names are constants of this package
}

var (
	blobRegisteredTopic  = topic("BlobRegistered")
	blobCertifiedTopic   = topic("BlobCertified")
	committeeStoredTopic = topic("CommitteeStored")
	transferTopic        = crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)"))
)

// words splits a log of a kind into its 32-byte words: topics without the first, then data. It checks the count
// exactly, so a decoder may index them.
func words(l *types.Log, indexed, inData int) ([][32]byte, error) {
	if len(l.Topics) != 1+indexed || len(l.Data) != 32*inData {
		return nil, fmt.Errorf("event %s has %d topics and %d bytes", kinds[l.Topics[0]], len(l.Topics), len(l.Data))
	}
	w := make([][32]byte, 0, indexed+inData)
	for _, t := range l.Topics[1:] {
		w = append(w, t)
	}
	for i := range inData {
		w = append(w, [32]byte(l.Data[32*i:]))
	}
	return w, nil
}

// decodeEvent returns the event of a log of a known kind. Kinds that nodes do not act on are OtherEvent.
func decodeEvent(l *types.Log) (chain.Event, error) {
	if len(l.Topics) == 0 {
		return nil, fmt.Errorf("log without topics in transaction %v", l.TxHash)
	}
	var d decoder
	switch name := kinds[l.Topics[0]]; name {
	case "BlobRegistered":
		d.words, d.err = words(l, 3, 4)
		return chain.BlobRegistered{
			BlobID: d.bytes(0), Object: d.bytes(1), Epoch: d.epoch(2), Size: d.number(3, 64),
			EncodingType: walrus.EncodingType(d.number(4, 8)), EndEpoch: d.epoch(5), Deletable: d.bool(6),
		}, d.err
	case "BlobCertified":
		d.words, d.err = words(l, 3, 3)
		return chain.BlobCertified{
			BlobID: d.bytes(0), Object: d.bytes(1), Epoch: d.epoch(2), EndEpoch: d.epoch(3), Deletable: d.bool(4),
			IsExtension: d.bool(5),
		}, d.err
	case "BlobDeleted":
		d.words, d.err = words(l, 3, 2)
		return chain.BlobDeleted{
			BlobID: d.bytes(0), Object: d.bytes(1), Epoch: d.epoch(2), EndEpoch: d.epoch(3), WasCertified: d.bool(4),
		}, d.err
	case "InvalidBlobID":
		d.words, d.err = words(l, 2, 0)
		return chain.InvalidBlobID{BlobID: d.bytes(0), Epoch: d.epoch(1)}, d.err
	case "EpochParametersSelected":
		d.words, d.err = words(l, 1, 0)
		return chain.EpochParametersSelected{NextEpoch: d.epoch(0)}, d.err
	case "EpochChangeStart":
		d.words, d.err = words(l, 1, 0)
		return chain.EpochChangeStart{Epoch: d.epoch(0)}, d.err
	case "EpochChangeDone":
		d.words, d.err = words(l, 1, 0)
		return chain.EpochChangeDone{Epoch: d.epoch(0)}, d.err
	case "":
		return nil, fmt.Errorf("log of unknown kind %v in transaction %v", l.Topics[0], l.TxHash)
	default:
		return chain.OtherEvent{Name: name}, nil
	}
}

// decoder reads words and remembers the first error.
type decoder struct {
	words [][32]byte
	err   error
}

func (d *decoder) bytes(i int) [32]byte {
	if d.err != nil {
		return [32]byte{}
	}
	return d.words[i]
}

// number reads an unsigned number of at most the given bits, 8 to 64.
func (d *decoder) number(i, bits int) (v uint64) {
	w := d.bytes(i)
	for j, b := range w {
		if j < 32-bits/8 && b != 0 && d.err == nil {
			d.err = fmt.Errorf("word %d of an event is no number of %d bits", i, bits)
		}
		v = v<<8 | uint64(b)
	}
	if d.err != nil {
		return 0
	}
	return v
}

func (d *decoder) epoch(i int) walrus.Epoch { return walrus.Epoch(d.number(i, 32)) }

func (d *decoder) bool(i int) bool {
	v := d.number(i, 8)
	if v > 1 && d.err == nil {
		d.err = fmt.Errorf("word %d of an event is %d, no truth value", i, v)
	}
	return v == 1
}
