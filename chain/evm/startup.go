package evm

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// checkDeployment checks that an endpoint serves the network.
func (c *Client) checkDeployment(ctx context.Context, e *conn) error {
	if err := checkPrecompiles(ctx, e); err != nil {
		return err
	}
	for _, name := range []string{chain.TokenContract, chain.RegistryContract, chain.EpochsContract, chain.SystemContract} {
		a := common.Address(c.network.Contract(name))
		code, err := e.eth.CodeAt(ctx, a, nil)
		if err := e.check(err); err != nil {
			return fmt.Errorf("read code of contract %s: %w", name, err)
		}
		if len(code) == 0 {
			return fmt.Errorf("%w: contracts.%s: no code at %v on %s", chain.ErrWrongNetwork, name, a, e.url)
		}
	}
	params := &view{to: c.epochs, data: epochsABI.PackParams()}
	links := []struct {
		name string
		view *view
		want common.Address
	}{
		{"system.token", &view{to: c.system, data: systemABI.PackToken()}, c.token},
		{"system.epochs", &view{to: c.system, data: systemABI.PackEpochs()}, c.epochs},
		{"epochs.registry", &view{to: c.epochs, data: epochsABI.PackRegistry()}, c.registry},
	}
	if err := e.call(ctx, "latest", params, links[0].view, links[1].view, links[2].view); err != nil {
		return err
	}
	for _, l := range links {
		if l.view.err != nil || len(l.view.result) != 32 || common.BytesToAddress(l.view.result) != l.want {
			return fmt.Errorf("%w: %s is not %v", chain.ErrWrongNetwork, l.name, l.want)
		}
	}
	p, err := epochsABI.UnpackParams(params.result)
	if err != nil || params.err != nil {
		return fmt.Errorf("%w: contracts.epochs does not answer as it should", chain.ErrWrongNetwork)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.nShards = walrus.ShardCount(p.NShards)
	return c.nShards.Validate()
}

// knownPairing is e(-G1, signature) · e(key, H(message)) for the first key and the message of control-plane.md D7, as
// input of the pairing precompile.
var knownPairing = hexutil.MustDecode("0x" + strings.Join(knownAnswer[:], ""))

// pairingPrecompile is PAIRING_CHECK of EIP-2537.
var pairingPrecompile = common.BytesToAddress([]byte{0x0f})

// checkPrecompiles asks the pairing precompile for a known answer. On an older chain the call succeeds with no data.
func checkPrecompiles(ctx context.Context, e *conn) error {
	v := &view{to: pairingPrecompile, data: knownPairing}
	if err := e.call(ctx, "latest", v); err != nil {
		return err
	}
	if v.err != nil || !bytes.Equal(v.result, common.BigToHash(common.Big1).Bytes()) {
		return fmt.Errorf("%w: %s", chain.ErrChainTooOld, e.url)
	}
	return nil
}

// watchHeads wakes the log with each block that a WebSocket endpoint announces. Other endpoints announce none. What
// is lost with a connection is made up by polling.
func (c *Client) watchHeads(ctx context.Context) {
	if !strings.HasPrefix(c.network.RPCURLs[0], "ws") {
		return
	}
	for ctx.Err() == nil {
		c.watchOnce(ctx)
		select {
		case <-ctx.Done():
		case <-time.After(5 * time.Second):
		}
	}
}

// watchOnce subscribes and returns when the subscription ends.
func (c *Client) watchOnce(ctx context.Context) {
	client, err := rpc.DialContext(ctx, c.network.RPCURLs[0])
	if err != nil {
		return
	}
	defer client.Close()
	heads := make(chan json.RawMessage, 16) // what a header holds differs between chains
	sub, err := client.EthSubscribe(ctx, heads, "newHeads")
	if err != nil {
		return
	}
	defer sub.Unsubscribe()
	for {
		select {
		case <-heads:
			c.Wake()
		case <-sub.Err():
			return
		case <-ctx.Done():
			return
		}
	}
}
