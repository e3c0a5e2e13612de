// Package obs sets up what a daemon shows of itself: logs, metrics and a debug listener.
//
// The one idea: nothing is global. A daemon makes its logger and its registry at start and hands them down, so that
// several daemons live in one process, as in a test network, without mixing their figures.
//
// Keys of log attributes are fixed here; a line is about one event. All functions are safe for concurrent use.
package obs

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/walrus-go/walrus/internal/httpx"
)

// Keys of log attributes.
const (
	Blob    = "blob"
	Shard   = "shard"
	Epoch   = "epoch"
	Node    = "node"
	Err     = "err"
	Dur     = "dur"
	Request = "request"
)

// Format is how log lines look.
type Format string

// The formats. Auto is Text on a terminal and JSON elsewhere.
const (
	Auto Format = "auto"
	Text Format = "text"
	JSON Format = "json"
)

// UnmarshalText accepts the names of the formats.
func (f *Format) UnmarshalText(text []byte) error {
	switch v := Format(strings.ToLower(string(text))); v {
	case Auto, Text, JSON:
		*f = v
		return nil
	}
	return fmt.Errorf("log format %.40q, want auto, text or json", text)
}

// NewLogger returns a logger that writes lines of at least the level to w. Lines logged with the context of a request
// carry the request's ID.
func NewLogger(w io.Writer, f Format, level slog.Leveler) *slog.Logger {
	o := &slog.HandlerOptions{Level: level}
	if f == Text || f != JSON && isTerminal(w) {
		return slog.New(requestHandler{slog.NewTextHandler(w, o)})
	}
	return slog.New(requestHandler{slog.NewJSONHandler(w, o)})
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// requestHandler adds the ID of the request that a context belongs to.
type requestHandler struct{ slog.Handler }

// Handle adds the attribute and passes the record on.
func (h requestHandler) Handle(ctx context.Context, r slog.Record) error {
	if id := httpx.RequestID(ctx); id != "" {
		r = r.Clone()
		r.AddAttrs(slog.String(Request, id))
	}
	return h.Handler.Handle(ctx, r)
}

// WithAttrs keeps the wrapping.
func (h requestHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return requestHandler{h.Handler.WithAttrs(attrs)}
}

// WithGroup keeps the wrapping.
func (h requestHandler) WithGroup(name string) slog.Handler {
	return requestHandler{h.Handler.WithGroup(name)}
}
