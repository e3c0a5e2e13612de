package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

// assembly collects verified primary slivers until they suffice, and decodes them.
type assembly interface {
	// add takes a sliver; it is called by one goroutine at a time.
	add(s *redstuff.VerifiedSliver) (enough bool, err error)
	// writeTo decodes, checks, and writes the blob to w. Nothing is written unless the check passed.
	writeTo(ctx context.Context, w io.Writer, check redstuff.Check) error
	close() error
}

// newAssembly returns an assembly in memory, or for a blob that does not fit into EncodeMemory one in temporary files.
func (c *Client) newAssembly(v *view, md *redstuff.VerifiedMetadata) (assembly, error) {
	const copies = 4 // slivers and blob, and as much again that is not collected yet
	if md.UnencodedLength() <= uint64(c.cfg.EncodeMemory/copies) {
		return memoryAssembly{v.code.NewDecoder(md, walrus.Primary)}, nil
	}
	return newFileAssembly(v.code, md, c.cfg.EncodeMemory/4)
}

type memoryAssembly struct{ decoder *redstuff.Decoder }

func (m memoryAssembly) add(s *redstuff.VerifiedSliver) (bool, error) { return m.decoder.Add(s) }

func (m memoryAssembly) writeTo(ctx context.Context, w io.Writer, check redstuff.Check) error {
	blob, err := m.decoder.Decode(ctx, check, redstuff.Options{})
	if err != nil {
		return err
	}
	if _, err := w.Write(blob); err != nil {
		return fmt.Errorf("write out the blob: %w", err)
	}
	return nil
}

func (m memoryAssembly) close() error { return nil }

// fileAssembly puts slivers aside in a temporary file and decodes them into another one.
type fileAssembly struct {
	code          *redstuff.Code
	md            *redstuff.VerifiedMetadata
	memory        int64
	slivers, blob *os.File
	stored        []redstuff.StoredSliver
	have          map[walrus.SliverIndex]bool
}

func newFileAssembly(code *redstuff.Code, md *redstuff.VerifiedMetadata, memory int64) (*fileAssembly, error) {
	a := &fileAssembly{code: code, md: md, memory: memory, have: map[walrus.SliverIndex]bool{}}
	for _, f := range []**os.File{&a.slivers, &a.blob} {
		file, err := os.CreateTemp("", "walrus-read-*")
		if err != nil {
			return nil, errors.Join(fmt.Errorf("read the blob: %w", err), a.close())
		}
		*f = file
		if err := os.Remove(file.Name()); err != nil { // it vanishes with the process
			return nil, errors.Join(fmt.Errorf("read the blob: %w", err), a.close())
		}
	}
	return a, nil
}

func (a *fileAssembly) add(v *redstuff.VerifiedSliver) (bool, error) {
	s := v.Sliver()
	need := a.md.NShards().PrimarySymbols()
	if !a.have[s.Index] && len(a.stored) < need {
		size := int64(a.md.SliverSize(walrus.Primary))
		at := int64(len(a.stored)) * size
		if _, err := a.slivers.WriteAt(s.Data, at); err != nil {
			return false, fmt.Errorf("write temporary slivers: %w", err)
		}
		a.stored = append(a.stored, redstuff.StoredSliver{Index: s.Index, Data: io.NewSectionReader(a.slivers, at, size)})
		a.have[s.Index] = true
	}
	return len(a.stored) == need, nil
}

func (a *fileAssembly) writeTo(ctx context.Context, w io.Writer, check redstuff.Check) error {
	if err := a.code.DecodeFrom(ctx, a.md, walrus.Primary, a.stored, a.blob, check, redstuff.Options{Memory: a.memory}); err != nil {
		return err
	}
	if _, err := io.Copy(w, io.NewSectionReader(a.blob, 0, int64(a.md.UnencodedLength()))); err != nil {
		return fmt.Errorf("write out the blob: %w", err)
	}
	return nil
}

func (a *fileAssembly) close() error {
	var errs []error
	for _, f := range []*os.File{a.slivers, a.blob} {
		if f != nil {
			errs = append(errs, f.Close())
		}
	}
	return errors.Join(errs...)
}
