package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm/access"
	"github.com/walrus-go/walrus/seal/keyserver"
)

// policyJudge lets a key server ask the chain.
type policyJudge struct{ evaluator *access.Evaluator }

var classes = map[keyserver.Freshness]access.Freshness{
	keyserver.Both: access.Both, keyserver.FinalOnly: access.FinalOnly, keyserver.LatestOnly: access.LatestOnly,
}

// Evaluate implements keyserver.Evaluator.
func (j *policyJudge) Evaluate(ctx context.Context, q keyserver.Question) (keyserver.Verdict, error) {
	query := access.Query{
		Policy: q.Policy, User: q.User, CodeHash: q.CodeHash, Signature: &access.Signature{Digest: q.Digest, Bytes: q.Signature},
		Freshness: classes[q.Class.Freshness], Depth: q.Class.Depth,
	}
	for _, c := range q.Calls {
		query.Calls = append(query.Calls, access.Call{InnerID: c.Inner, Args: c.Args})
	}
	d, err := j.evaluator.Evaluate(ctx, query)
	if err != nil {
		return keyserver.Verdict{}, unknown(err)
	}
	v := keyserver.Verdict{Blocks: d.Blocks}
	for _, answer := range d.Answers {
		v.Denied = append(v.Denied, denial(answer.Err))
		v.GasUsed = max(v.GasUsed, answer.GasUsed)
	}
	return v, nil
}

// CodeHash implements keyserver.Evaluator.
func (j *policyJudge) CodeHash(ctx context.Context, policy walrus.Address) ([32]byte, error) {
	hash, err := j.evaluator.CodeHash(ctx, policy)
	return hash, unknown(err)
}

// Heads implements keyserver.Heads.
func (j *policyJudge) Heads(ctx context.Context, c keyserver.Class) ([]chain.Block, error) {
	blocks, err := j.evaluator.Heads(ctx, classes[c.Freshness], c.Depth)
	return blocks, unknown(err)
}

// denial gives an answer of no the reason that a key server knows. Nobody's answer becomes a yes: what is not known
// stays an error.
func denial(err error) error {
	if err == nil {
		return nil
	}
	for _, m := range []struct{ from, to error }{
		{access.ErrNoCode, keyserver.ErrNoPolicy}, {access.ErrCodeChanged, keyserver.ErrCodeChanged}, {access.ErrSignature, keyserver.ErrSignature},
		{access.ErrDenied, keyserver.ErrRefused},
	} {
		if errors.Is(err, m.from) {
			return fmt.Errorf("%w: %w", m.to, err)
		}
	}
	return err
}

func unknown(err error) error {
	switch {
	case errors.Is(err, access.ErrStale):
		return fmt.Errorf("%w: %w", keyserver.ErrStale, err)
	case errors.Is(err, access.ErrNoQuorum):
		return fmt.Errorf("%w: %w", chain.ErrChainUnavailable, err)
	}
	return err
}

// committeeVersion reads the version of a member's committee from the registry.
func committeeVersion(c *keyserver.Config) func(context.Context) (uint32, error) {
	if c.Mode != keyserver.CommitteeMode {
		return nil
	}
	registry := access.OpenKeyServers(&onlooker{urls: c.Chain.RPCURLs, client: &http.Client{Timeout: 5 * time.Second}}, c.Registry)
	return func(ctx context.Context) (uint32, error) {
		s, err := registry.Server(ctx, c.Serial)
		return s.Version, err
	}
}

// onlooker is an account that can look and nothing else. It asks one endpoint after the other.
type onlooker struct {
	urls   []string
	client *http.Client
}

var errOnlooker = errors.New("no account to send transactions from")

func (o *onlooker) Address() walrus.Address { return walrus.Address{} }

func (o *onlooker) Transact(context.Context, walrus.Address, []byte) (chain.Receipt, error) {
	return chain.Receipt{}, errOnlooker
}

func (o *onlooker) Create(context.Context, []byte) (walrus.Address, chain.Receipt, error) {
	return walrus.Address{}, chain.Receipt{}, errOnlooker
}

func (o *onlooker) View(ctx context.Context, to walrus.Address, data []byte) ([]byte, error) {
	var problems []error
	for i, url := range o.urls {
		b, err := o.view(ctx, url, to, data)
		if err == nil {
			return b, nil
		}
		problems = append(problems, fmt.Errorf("endpoint %d: %w", i, err))
	}
	return nil, fmt.Errorf("%w: %w", chain.ErrChainUnavailable, errors.Join(problems...))
}

// maxView bounds an answer of an endpoint, in bytes.
const maxView = 256 << 10

func (o *onlooker) view(ctx context.Context, url string, to walrus.Address, data []byte) ([]byte, error) {
	call := map[string]string{"to": "0x" + hex.EncodeToString(to[:]), "input": "0x" + hex.EncodeToString(data)}
	body, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": "eth_call", "params": []any{call, "latest"}})
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return nil, errors.New("not a URL")
	}
	r.Header.Set("Content-Type", "application/json")
	w, err := o.client.Do(r)
	if err != nil {
		return nil, errors.New("no answer")
	}
	defer w.Body.Close()
	var v struct {
		Result *string `json:"result"`
		Error  *struct {
			Message string `json:"message"`
		} `json:"error"`
	}
	if err := json.NewDecoder(io.LimitReader(w.Body, maxView)).Decode(&v); err != nil {
		return nil, fmt.Errorf("status %d without an answer of JSON-RPC", w.StatusCode)
	}
	if v.Error != nil {
		return nil, fmt.Errorf("eth_call: %.200q", v.Error.Message)
	}
	if v.Result == nil {
		return nil, errors.New("eth_call: no result")
	}
	return hex.DecodeString(strings.TrimPrefix(*v.Result, "0x"))
}
