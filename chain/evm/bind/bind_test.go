// These tests run the contracts on go-ethereum with keys and signatures made in Go, so that the two halves of each
// byte layout meet: proof of possession, committee tables, confirmations, certificates.
package bind_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"golang.org/x/crypto/blake2b"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/bind/certs"
	"github.com/walrus-go/walrus/chain/evm/bind/epochs"
	"github.com/walrus-go/walrus/chain/evm/bind/registry"
	"github.com/walrus-go/walrus/chain/evm/bind/system"
	"github.com/walrus-go/walrus/chain/evm/bind/token"
	"github.com/walrus-go/walrus/internal/bls"
)

const (
	shards = 1000
	nodes  = 100
)

// network is a chain with the contracts and a committee of nodes.
type network struct {
	t       *testing.T
	backend *simulated.Backend
	opts    *bind.TransactOpts
	chainID *big.Int
	keys    []bls.SecretKey // by member position

	token, certs, registry, epochs, system common.Address
}

func newNetwork(t *testing.T) *network {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	chainID := big.NewInt(1337) // the only one of simulated chains
	n := &network{t: t, chainID: chainID, opts: bind.NewKeyedTransactor(key, chainID)}
	funds := new(big.Int).Lsh(big.NewInt(1), 100)
	n.backend = simulated.NewBackend(types.GenesisAlloc{n.opts.From: {Balance: funds}}, simulated.WithBlockGasLimit(60_000_000), osaka)
	t.Cleanup(func() { n.backend.Close() })
	n.deploy()
	n.enroll()
	return n
}

// osaka takes away the fork after Osaka, which simulated chains turn on and which prices storage anew.
func osaka(_ *node.Config, conf *ethconfig.Config) {
	forks := *params.AllDevChainProtocolChanges
	forks.BogotaTime = nil
	conf.Genesis.Config = &forks
}

func (n *network) create(m *bind.MetaData, args []byte) common.Address {
	n.t.Helper()
	address, tx, err := bind.DeployContract(n.opts, common.FromHex(m.Bin), n.backend.Client(), args)
	if err != nil {
		n.t.Fatal(err)
	}
	n.mined(tx)
	return address
}

func (n *network) deploy() {
	n.token = n.create(&token.TokenMetaData, token.NewToken().PackConstructor(n.opts.From))
	n.certs = n.create(&certs.CertsMetaData, nil)
	n.registry = n.create(&registry.RegistryMetaData, registry.NewRegistry().PackConstructor(n.certs))
	n.epochs = n.create(&epochs.EpochsMetaData, epochs.NewEpochs().PackConstructor(n.registry, epochs.EpochsConfig{
		NShards: shards, EpochSeconds: 3600, MaxEpochsAhead: 53, StoragePrice: 100_000, WritePrice: 20_000, Capacity: 1 << 40,
	}))
	n.must(n.registry, registry.NewRegistry().PackSetEpochs(n.epochs))
	n.system = n.create(&system.SystemMetaData, system.NewSystem().PackConstructor(n.token, n.epochs, n.certs))
	n.must(n.token, token.NewToken().PackApprove(n.system, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))))
}

// enroll registers the nodes and makes them the first committee.
func (n *network) enroll() {
	weights := make([]uint16, nodes)
	for i := range nodes {
		weights[i] = shards / nodes
		seed := sha256.Sum256([]byte{byte(i)})
		seed[0] &= 0x3f // below the order of the group
		key, err := bls.ParseSecretKey(seed[:])
		if err != nil {
			n.t.Fatal(err)
		}
		n.keys = append(n.keys, key)
		operator := common.BigToAddress(big.NewInt(int64(0x10000 + i)))
		xy := key.PublicKey().XY()
		n.must(n.registry, registry.NewRegistry().PackRegisterNodeFor(operator, "node", "127.0.0.1:9185",
			append([]byte{2}, make([]byte, 32)...), "", xy[:], n.possession(key, operator), 0, 100_000, 20_000, 1<<40))
	}
	n.must(n.epochs, epochs.NewEpochs().PackGenesis(weights))
}

// account is what a proof of possession names: keccak256(abi.encode(chain ID, registry, operator)).
func (n *network) account(operator common.Address) (account [32]byte) {
	return crypto.Keccak256Hash(common.LeftPadBytes(n.chainID.Bytes(), 32),
		common.LeftPadBytes(n.registry[:], 32), common.LeftPadBytes(operator[:], 32))
}

func (n *network) possession(key bls.SecretKey, operator common.Address) []byte {
	m := walrus.ProofOfPossession{Account: n.account(operator), Key: key.PublicKey().Bytes()}
	return n.point(key.Sign(m.Bytes()))
}

// point is a signature as the precompiles take it.
func (n *network) point(s walrus.Signature) []byte {
	n.t.Helper()
	p, err := bls.ParseSignature(s)
	if err != nil {
		n.t.Fatal(err)
	}
	b := p.EIP2537()
	return b[:]
}

// send sends a transaction and returns its receipt, or the error of its simulation.
func (n *network) send(to common.Address, data []byte) (*types.Receipt, error) {
	n.t.Helper()
	contract := bind.NewBoundContract(to, abi.ABI{}, n.backend.Client(), n.backend.Client(), n.backend.Client())
	tx, err := bind.Transact(contract, n.opts, data)
	if err != nil {
		return nil, err
	}
	return n.mined(tx), nil
}

func (n *network) must(to common.Address, data []byte) *types.Receipt {
	n.t.Helper()
	r, err := n.send(to, data)
	if err != nil {
		n.t.Fatal(err)
	}
	return r
}

func (n *network) mined(tx *types.Transaction) *types.Receipt {
	n.t.Helper()
	n.backend.Commit()
	r, err := bind.WaitMined(context.Background(), n.backend.Client(), tx.Hash())
	if err != nil {
		n.t.Fatal(err)
	}
	if r.Status != types.ReceiptStatusSuccessful {
		n.t.Fatalf("transaction %s failed", tx.Hash())
	}
	return r
}

// register buys two epochs for a blob and returns its IDs.
func (n *network) register(root [32]byte, deletable bool) (blob walrus.BlobID, object walrus.ObjectID, gas uint64) {
	n.t.Helper()
	const size = 1_000_003
	header := binary.LittleEndian.AppendUint64([]byte{1}, size)
	blob = blake2b.Sum256(append(header, root[:]...))
	r := n.must(n.system, system.NewSystem().PackReserveAndRegister(blob, root, size, 1, deletable, 3, 1<<40, n.opts.From))
	for _, l := range r.Logs {
		if e, err := system.NewSystem().UnpackBlobRegisteredEvent(l); err == nil {
			if e.BlobId != blob || e.Size != size || e.Epoch != 1 || e.EndEpoch != 3 || e.Deletable != deletable {
				n.t.Fatalf("unexpected event %+v", e)
			}
			return blob, e.ObjectId, r.GasUsed
		}
	}
	n.t.Fatal("no BlobRegistered event")
	return
}

// certificate is the call that certifies an object by the members from position `from` on.
func (n *network) certificate(object walrus.ObjectID, message []byte, from int) []byte {
	n.t.Helper()
	bitmap := make([]byte, (nodes+7)/8)
	var signatures []walrus.Signature
	for i := from; i < nodes; i++ {
		bitmap[i/8] |= 1 << (i % 8)
		signatures = append(signatures, n.keys[i].Sign(message))
	}
	sum, err := bls.AggregateSignatures(signatures)
	if err != nil {
		n.t.Fatal(err)
	}
	return system.NewSystem().PackCertify(object, bitmap, n.point(sum), message)
}

// revert decodes the custom error of a refused call of System.
func revert(t *testing.T, err error) any {
	t.Helper()
	var data rpc.DataError
	if !errors.As(err, &data) {
		t.Fatalf("want a revert with data, got %v", err)
	}
	raw, _ := data.ErrorData().(string)
	decoded, uerr := system.NewSystem().UnpackError(common.FromHex(raw))
	if uerr != nil {
		t.Fatalf("undecoded revert %s: %v", raw, uerr)
	}
	return decoded
}

func TestCertificateMadeInGo(t *testing.T) {
	n := newNetwork(t)
	n.register([32]byte{1}, false) // fills the slots of the two epochs
	blob, object, gas := n.register([32]byte{2}, true)
	checkGas(t, "reserveAndRegister, 2 epochs", gas)

	other := walrus.Confirmation{Epoch: 1, Blob: blob, Persistence: walrus.Deletable(walrus.ObjectID{9})}
	_, err := n.send(n.system, n.certificate(object, other.Bytes(), 10))
	if _, ok := revert(t, err).(*system.SystemPersistenceMismatch); !ok {
		t.Errorf("another object's certificate: got %v", err)
	}
	stale := walrus.Confirmation{Epoch: 2, Blob: blob, Persistence: walrus.Deletable(object)}
	_, err = n.send(n.system, n.certificate(object, stale.Bytes(), 10))
	if e, ok := revert(t, err).(*system.SystemWrongEpoch); !ok || e.Got != 2 || e.Want != 1 {
		t.Errorf("certificate of another epoch: got %v", err)
	}
	good := walrus.Confirmation{Epoch: 1, Blob: blob, Persistence: walrus.Deletable(object)}
	_, err = n.send(n.system, n.certificate(object, good.Bytes(), 34))
	if _, ok := revert(t, err).(*system.SystemNoQuorum); !ok {
		t.Errorf("66 of 100 members: got %v", err)
	}
	r := n.must(n.system, n.certificate(object, good.Bytes(), 10))
	checkGas(t, "certify, 100 members, 10 not, deletable", r.GasUsed)
	if len(r.Logs) != 1 {
		t.Fatalf("certify left %d logs", len(r.Logs))
	}
	e, err := system.NewSystem().UnpackBlobCertifiedEvent(r.Logs[0])
	if err != nil || e.BlobId != blob || e.ObjectId != object || e.Epoch != 1 || e.IsExtension {
		t.Errorf("event %+v, %v", e, err)
	}
	if r = n.must(n.system, n.certificate(object, good.Bytes(), 10)); len(r.Logs) != 0 {
		t.Errorf("certifying again left %d logs", len(r.Logs))
	}
	n.checkTotalKey()
}

// checkTotalKey compares the total key in the committee table with the sum of the keys in Go.
func (n *network) checkTotalKey() {
	n.t.Helper()
	var public []bls.PublicKey
	for _, k := range n.keys {
		public = append(public, k.PublicKey())
	}
	sum, err := bls.AggregateKeys(public)
	if err != nil {
		n.t.Fatal(err)
	}
	want := sum.XY()
	client := n.backend.Client()
	at := bind.NewBoundContract(n.epochs, abi.ABI{}, client, client, client)
	c, err := bind.Call(at, nil, epochs.NewEpochs().PackCommittee(1), epochs.NewEpochs().UnpackCommittee)
	if err != nil {
		n.t.Fatal(err)
	}
	code, err := client.CodeAt(context.Background(), c.Keys, nil)
	if err != nil {
		n.t.Fatal(err)
	}
	if len(code) != 97+98*nodes || !bytes.Equal(code[1:97], want[:]) {
		n.t.Errorf("table of %d bytes with total key %x, want %x", len(code), code[1:97], want)
	}
}

// checkGas compares with the table that the Solidity tests keep, which is for Prague: Osaka, which this chain runs, charges
// 1200 more for a certificate.
func checkGas(t *testing.T, name string, gas uint64) {
	t.Helper()
	raw, err := os.ReadFile(filepath.FromSlash("../../../contracts/gas.json"))
	if err != nil {
		t.Fatal(err)
	}
	var table map[string]uint64
	if err := json.Unmarshal(raw, &table); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %d gas, %d in the table", name, gas, table[name])
	if want := table[name]; gas*100 > want*102 || gas*102 < want*100 {
		t.Errorf("%s: %d gas, want %d within 2 %%", name, gas, want)
	}
}
