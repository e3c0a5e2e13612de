package devchain

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
)

const (
	markerFile    = "chain.json"
	markerVersion = 1
	maxMarker     = 4 << 10
)

// marker is the file chain.json of a data directory: which chain it holds. It is written once, when the first block
// is durable and before the port answers. So a directory with a marker has a chain that somebody may have seen, and
// one without has none.
type marker struct {
	Version int         `json:"version"`
	ChainID uint64      `json:"chainId"`
	Genesis common.Hash `json:"genesis"`
}

// readMarker returns nil if dir has no marker.
func readMarker(dir string) (*marker, error) {
	f, err := os.Open(filepath.Join(dir, markerFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxMarker+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", markerFile, err)
	}
	return decodeMarker(data)
}

func decodeMarker(data []byte) (*marker, error) {
	if len(data) > maxMarker {
		return nil, fmt.Errorf("%s is longer than %d bytes", markerFile, maxMarker)
	}
	var m marker
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return nil, fmt.Errorf("parse %s: %w", markerFile, err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("parse %s: trailing data", markerFile)
	}
	if m.Version != markerVersion {
		return nil, fmt.Errorf("%s has version %d, this program knows %d", markerFile, m.Version, markerVersion)
	}
	return &m, nil
}

// write makes the marker durable in dir, replacing nothing but an equal one.
func (m *marker) write(dir string) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	temp := filepath.Join(dir, markerFile+".tmp")
	if err := writeSynced(temp, append(data, '\n')); err != nil {
		return err
	}
	if err := os.Rename(temp, filepath.Join(dir, markerFile)); err != nil {
		return err
	}
	return syncDir(dir)
}

func writeSynced(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
