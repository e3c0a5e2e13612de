package keyserver

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/walrus-go/walrus/internal/bcs"
	"github.com/walrus-go/walrus/seal"
)

// Bounds of an official transaction (access-control.md A.9).
const (
	maxCommands      = 100
	maxInputs        = 1 << 10
	maxArguments     = 1 << 8
	maxName          = 128
	approvePrefix    = "seal_approve"
	objectDigestSize = 32
)

// ParseTransaction reads a programmable transaction of the official system in its canonical form and returns what it
// asks keys for: every command calls a function seal_approve… of one package, whose first argument is the inner ID.
// The package counts as the namespace; that it is the first version of it is for the caller to know. Type arguments,
// results of earlier commands and everything but calls give an error with code InvalidPolicyRequest.
func ParseTransaction(b []byte) ([]seal.Identity, error) {
	r := bcs.NewReader(b)
	inputs := make([]input, r.Len(maxInputs, 1))
	for i := range inputs {
		inputs[i] = readInput(r)
	}
	var ids []seal.Identity
	n := r.Len(maxCommands, 1)
	for range n {
		ids = append(ids, readCommand(r, inputs))
		if r.Err() != nil {
			break
		}
	}
	if err := r.Close(); err != nil {
		return nil, fail(InvalidPolicyRequest, "transaction: %w", err)
	}
	if len(inputs) == 0 || len(ids) == 0 {
		return nil, fail(InvalidPolicyRequest, "transaction without inputs or commands")
	}
	for _, id := range ids {
		if id.Namespace != ids[0].Namespace {
			return nil, fail(InvalidPolicyRequest, "transaction calls several packages")
		}
	}
	return ids, nil
}

// input is a value, or an object of which nothing is kept.
type input struct {
	pure  bool
	value []byte
}

func readInput(r *bcs.Reader) input {
	switch tag := r.U8(); tag {
	case 0:
		return input{true, slices.Clone(r.Bytes(seal.MaxRequestBody))}
	case 1:
		readObject(r)
	default:
		r.Fail(fmt.Errorf("input of kind %d", tag))
	}
	return input{}
}

// readObject skips a reference to an object: owned, shared or receiving.
func readObject(r *bcs.Reader) {
	switch tag := r.U8(); tag {
	case 0, 2: // ID, version, digest
		r.Fixed(32)
		r.U64()
		if d := r.Bytes(objectDigestSize); r.Err() == nil && len(d) != objectDigestSize {
			r.Fail(fmt.Errorf("object digest of %d bytes", len(d)))
		}
	case 1: // ID, first version, is it changed
		r.Fixed(32)
		r.U64()
		if m := r.U8(); r.Err() == nil && m > 1 {
			r.Fail(fmt.Errorf("mutability %d", m))
		}
	default:
		r.Fail(fmt.Errorf("object of kind %d", tag))
	}
}

func readCommand(r *bcs.Reader, inputs []input) (id seal.Identity) {
	if tag := r.U8(); r.Err() == nil && tag != 0 {
		r.Fail(fmt.Errorf("command of kind %d, want calls", tag))
		return id
	}
	r.Into(id.Namespace[:])
	r.String(maxName)
	function := r.String(maxName)
	if r.Err() == nil && !strings.HasPrefix(function, approvePrefix) {
		r.Fail(fmt.Errorf("call of %q, want %s…", function, approvePrefix))
	}
	if types := r.Len(maxArguments, 1); types > 0 {
		r.Fail(errors.New("call with type arguments"))
	}
	count := r.Len(maxArguments, 1)
	for i := range count {
		at := readArgument(r, len(inputs))
		if r.Err() != nil {
			return id
		}
		if i == 0 {
			id.Inner = innerID(r, inputs[at])
		}
	}
	if r.Err() == nil && count == 0 {
		r.Fail(errors.New("call without arguments"))
	}
	return id
}

// readArgument returns which input an argument is.
func readArgument(r *bcs.Reader, inputs int) int {
	if tag := r.U8(); r.Err() == nil && tag != 1 {
		r.Fail(fmt.Errorf("argument of kind %d, want inputs", tag))
	}
	at := int(r.U16())
	if r.Err() == nil && at >= inputs {
		r.Fail(fmt.Errorf("argument %d of %d inputs", at, inputs))
	}
	return at
}

// innerID reads the value of an input as counted bytes.
func innerID(r *bcs.Reader, in input) []byte {
	if !in.pure {
		r.Fail(errors.New("first argument is an object, want an inner ID"))
		return nil
	}
	v := bcs.NewReader(in.value)
	id := slices.Clone(v.Bytes(seal.MaxInnerID))
	if err := v.Close(); err != nil {
		r.Fail(fmt.Errorf("inner ID: %w", err))
	}
	return id
}
