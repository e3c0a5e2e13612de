package evm

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// Certified implements chain.Reader: event, transaction, input, and the committee from the code that CommitteeStored
// names (evm-profile.md §5).
func (c *Client) Certified(ctx context.Context, object walrus.ObjectID) (chain.CertifiedBlob, error) {
	cb, err := c.certified(ctx, object)
	if err != nil {
		return chain.CertifiedBlob{}, fmt.Errorf("certificate of object %v: %w", object, err)
	}
	return cb, nil
}

func (c *Client) certified(ctx context.Context, object walrus.ObjectID) (cb chain.CertifiedBlob, err error) {
	log, epoch, err := c.certification(ctx, object)
	if err != nil {
		return cb, err
	}
	var tx *types.Transaction
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
		tx, _, err = e.eth.TransactionByHash(ctx, log.TxHash)
		return e.check(err)
	})
	if err != nil {
		return cb, fmt.Errorf("transaction %v: %w", log.TxHash, err)
	}
	cb.Event, cb.Epoch = eventID(log), epoch
	if cb.Certificate, err = c.certificateIn(tx, object); err != nil {
		return cb, err
	}
	keys, shards, err := c.storedTable(ctx, epoch)
	if err != nil {
		return cb, err
	}
	table, err := c.readTable(ctx, epoch, keys, shards)
	if err != nil {
		return cb, err
	}
	cb.Committee, err = c.withAddresses(ctx, table)
	return cb, err
}

// certification returns the event by which an object was certified, and its epoch.
func (c *Client) certification(ctx context.Context, object walrus.ObjectID) (*types.Log, walrus.Epoch, error) {
	logs, err := c.history(ctx, c.system, [][]common.Hash{{blobCertifiedTopic}, nil, {common.Hash(object)}})
	if err != nil {
		return nil, 0, err
	}
	for i := range logs {
		ev, err := decodeEvent(&logs[i])
		if err != nil {
			return nil, 0, err
		}
		if e := ev.(chain.BlobCertified); !e.IsExtension {
			return &logs[i], e.Epoch, nil
		}
	}
	if _, err := c.Blob(ctx, object); err != nil {
		return nil, 0, err
	}
	return nil, 0, chain.ErrNotCertified
}

// certificateIn returns the certificate for object in the input of a transaction, if that is a call of certify.
func (c *Client) certificateIn(tx *types.Transaction, object walrus.ObjectID) (*walrus.Certificate, error) {
	method := systemABIParsed.Methods["certify"]
	input := tx.Data()
	if tx.To() == nil || *tx.To() != c.system || len(input) < 4 || [4]byte(input) != [4]byte(method.ID) {
		return nil, fmt.Errorf("%w: transaction %v", chain.ErrNoCertificateData, tx.Hash())
	}
	args, err := method.Inputs.Unpack(input[4:])
	if err != nil || len(args) != 4 {
		return nil, errors.Join(fmt.Errorf("%w: input of transaction %v", walrus.ErrInvalidMessage, tx.Hash()), err)
	}
	id, ok1 := args[0].([32]byte)
	signers, ok2 := args[1].([]byte)
	signature, ok3 := args[2].([]byte)
	message, ok4 := args[3].([]byte)
	if !ok1 || !ok2 || !ok3 || !ok4 || id != object || len(signature) != 256 {
		return nil, fmt.Errorf("%w: input of transaction %v", walrus.ErrInvalidMessage, tx.Hash())
	}
	sig, err := bls.ParseSignatureEIP2537([256]byte(signature))
	if err != nil {
		return nil, err
	}
	return &walrus.Certificate{Signers: slices.Clone(signers), Message: slices.Clone(message), Signature: sig.Bytes()}, nil
}
