package devchain

import (
	"context"
	"log/slog"
	"os"
	"sync/atomic"

	gethlog "github.com/ethereum/go-ethereum/log"
)

// logTarget is where the node's log goes. The library has one log for the process.
var logTarget atomic.Pointer[slog.Logger]

// lastWords says what the library logs before it ends the process, when nobody else listens.
var lastWords = slog.NewTextHandler(os.Stderr, nil)

// gethLogger hides the concrete type of the library's logger: it would make itself the default of log/slog.
type gethLogger struct{ gethlog.Logger }

var nodeLog = gethLogger{gethlog.NewLogger(logHandler{})}

// captureLog sends the node's log to l, or nowhere.
func captureLog(l *slog.Logger) {
	logTarget.Store(l)
	gethlog.SetDefault(nodeLog)
}

// logHandler forwards the library's records: one level down, since what is news to the node is a detail to us, and
// its warnings speak of peers and synchronisation, which this chain has not. Errors stay errors.
type logHandler struct {
	attrs []slog.Attr
}

func lowered(l slog.Level) slog.Level {
	switch {
	case l >= gethlog.LevelError:
		return slog.LevelError
	case l >= gethlog.LevelWarn:
		return slog.LevelInfo
	case l >= gethlog.LevelInfo:
		return slog.LevelDebug
	}
	return slog.LevelDebug - 4
}

func (h logHandler) Enabled(ctx context.Context, l slog.Level) bool {
	if l >= gethlog.LevelCrit {
		return true
	}
	target := logTarget.Load()
	return target != nil && target.Enabled(ctx, lowered(l))
}

func (h logHandler) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, lowered(r.Level), r.Message, r.PC)
	out.AddAttrs(slog.String("from", "go-ethereum"))
	out.AddAttrs(h.attrs...)
	r.Attrs(func(a slog.Attr) bool { out.AddAttrs(a); return true })
	if target := logTarget.Load(); target != nil {
		return target.Handler().Handle(ctx, out)
	}
	return lastWords.Handle(ctx, out)
}

func (h logHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return logHandler{append(h.attrs[:len(h.attrs):len(h.attrs)], attrs...)}
}

// WithGroup is not used by the library.
func (h logHandler) WithGroup(string) slog.Handler { return h }
