package access

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/walrus-go/walrus/chain/evm/bind/probe"
)

// maxCreation is the longest creation code with arguments that chains run (EIP-3860), maxAnswer the longest answer that is
// read: that of 24,576 bytes in hexadecimal digits, and JSON around it.
const (
	maxCreation = 49_152
	maxAnswer   = 256 << 10
)

// asker is who the probe is created by, so that no account of the chain is: keccak256("walrus access probe")[12:].
var asker = common.HexToAddress("0x8c780b0ca42e08273eab777bae406cc8c611ef37")

// status is Probe.Status.
type status uint8

const (
	notAsked status = iota
	approved
	noMagic
	reverted
	noCode
	exhausted
	tooLong
)

// accountKind is Probe.Account.
type accountKind uint8

const (
	emptyAccount accountKind = iota
	contractAccount
	delegatedAccount
)

// result is Probe.Result.
type result struct {
	Number    *big.Int
	Timestamp *big.Int
	ChainId   *big.Int
	CodeHash  [32]byte
	Account   uint8
	Signature uint8
	Answers   []struct {
		Status  uint8
		GasUsed uint32
		Data    []byte
	}
}

var (
	probeABI  = probe.NewProbe()
	probeCode = hexutil.MustDecode(probe.ProbeMetaData.Bin)
	resultABI = abi.Arguments{{Type: must(abi.NewType("tuple", "", []abi.ArgumentMarshaling{
		{Name: "number", Type: "uint256"},
		{Name: "timestamp", Type: "uint256"},
		{Name: "chainId", Type: "uint256"},
		{Name: "codeHash", Type: "bytes32"},
		{Name: "account", Type: "uint8"},
		{Name: "signature", Type: "uint8"},
		{Name: "answers", Type: "tuple[]", Components: []abi.ArgumentMarshaling{
			{Name: "status", Type: "uint8"},
			{Name: "gasUsed", Type: "uint32"},
			{Name: "data", Type: "bytes"},
		}},
	}))}}
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err) // of our own constants
	}
	return v
}

// creation returns the creation code that asks the calls.
func (o *Options) creation(q *Query, calls []Call, signed *probe.ProbeSigned, writable bool) []byte {
	questions := make([]probe.ProbeQuestion, len(calls))
	for i, c := range calls {
		questions[i] = probe.ProbeQuestion{InnerId: c.InnerID, Args: c.Args}
	}
	if signed == nil {
		signed = new(probe.ProbeSigned)
	}
	args := probeABI.PackConstructor(common.Address(q.Policy), common.Address(q.User), questions, *signed,
		new(big.Int).SetUint64(o.PolicyGas), new(big.Int).SetUint64(o.WalletGas), writable)
	return append(probeCode[:len(probeCode):len(probeCode)], args...)
}

// fitting returns how many of the calls fit into one probe, besides a signature; at least one, by the limits of a query.
func fitting(calls []Call, signed *probe.ProbeSigned) int {
	padded := func(n int) int { return (n + 31) / 32 * 32 }
	size := len(probeCode) + 16*32 // fixed words of the arguments
	if signed != nil {
		size += padded(len(signed.Signature)) + padded(len(signed.FactoryData))
	}
	for i, c := range calls {
		if size += 5*32 + padded(len(c.InnerID)) + padded(len(c.Args)); size > maxCreation && i > 0 {
			return i
		}
	}
	return len(calls)
}

// parseResult reads the answer of a probe with n questions.
func parseResult(b []byte, n int) (*result, error) {
	values, err := resultABI.Unpack(b)
	if err != nil {
		return nil, fmt.Errorf("answer of the probe: %w", err)
	}
	r := abi.ConvertType(values[0], new(result)).(*result)
	if len(r.Answers) != n {
		return nil, fmt.Errorf("probe answered %d questions of %d", len(r.Answers), n)
	}
	if !r.Number.IsUint64() || !r.Timestamp.IsInt64() || !r.ChainId.IsUint64() {
		return nil, errors.New("answer of the probe has numbers out of range")
	}
	if accountKind(r.Account) > delegatedAccount || status(r.Signature) > tooLong {
		return nil, fmt.Errorf("answer of the probe has account %d, signature %d", r.Account, r.Signature)
	}
	for _, a := range r.Answers {
		if status(a.Status) > tooLong || len(a.Data) > 256 {
			return nil, fmt.Errorf("answer of the probe has status %d with %d bytes", a.Status, len(a.Data))
		}
	}
	return r, nil
}

// denied returns why a status is no approval.
func denied(s status, data []byte) (reason error, detail string) {
	switch s {
	case reverted:
		return ErrRefused, revertReason(data)
	case noMagic:
		return ErrNoMagic, ""
	case noCode:
		return ErrNoCode, ""
	case tooLong:
		return ErrTooLong, ""
	}
	return ErrExhausted, ""
}

// revertReason returns what a revert says: the text of Error(string), even if it was cut, or the bytes in hexadecimal.
func revertReason(data []byte) string {
	const head = 4 + 32 + 32
	if len(data) >= head && hexutil.Encode(data[:4]) == "0x08c379a0" && binary.BigEndian.Uint64(data[28:36]) == 32 {
		text := data[head:]
		if n := binary.BigEndian.Uint64(data[head-8 : head]); n < uint64(len(text)) {
			text = text[:n]
		}
		return printable(text)
	}
	if len(data) == 0 {
		return ""
	}
	return hexutil.Encode(data)
}

// printable replaces what a terminal would not print as it is.
func printable(b []byte) string {
	out := []rune(string(b))
	for i, r := range out {
		if r < 0x20 || r > 0x7e {
			out[i] = '?'
		}
	}
	return string(out)
}
