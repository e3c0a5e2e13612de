package httpx

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"
)

// Access is what a server knows about a request once it is answered.
type Access struct {
	Method   string
	Route    string // the pattern that matched, "" if none did
	Code     int    // 0 when nothing was written, as when the peer left
	Bytes    int64  // of the body
	Duration time.Duration
}

// Observe is called at the start of a request; what it returns is called at the end.
type Observe func(r *http.Request) func(Access)

// Accesses is the middleware that reports every request to observe. It must be inside of middleware that replaces
// the request, such as RequestIDs, and outside of the mux, or the route is not seen.
func Accesses(observe Observe) Middleware {
	return func(next http.Handler) http.Handler {
		if observe == nil {
			return next
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			start, end := time.Now(), observe(r)
			rec := &recorder{ResponseWriter: w}
			defer func() {
				end(Access{r.Method, r.Pattern, rec.code, rec.bytes, time.Since(start)})
			}()
			next.ServeHTTP(rec, r)
		})
	}
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	code  int
	bytes int64
}

// Unwrap gives http.ResponseController the way to the connection.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// WriteHeader records the first final status.
func (w *recorder) WriteHeader(code int) {
	if w.code == 0 && code >= 200 {
		w.code = code
	}
	w.ResponseWriter.WriteHeader(code)
}

// Write counts the bytes written.
func (w *recorder) Write(b []byte) (int, error) {
	if w.code == 0 {
		w.code = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Recover is the middleware that turns a panic into a log line with its stack and an internal error of the table.
// A panic after the first byte of an answer cuts the connection, as net/http does.
func Recover(t *Table, log *slog.Logger) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			rec := &recorder{ResponseWriter: w}
			defer func() {
				p := recover()
				if p == nil {
					return
				}
				if p == http.ErrAbortHandler {
					panic(p)
				}
				LogPanic(r.Context(), log, p)
				if rec.code != 0 {
					panic(http.ErrAbortHandler)
				}
				_ = WriteError(w, r, t.Errorf(ReasonInternal, "panic: %v", p)) // an error means that the peer is gone
			}()
			next.ServeHTTP(rec, r)
		})
	}
}

// LogPanic writes one line with the panic's value and the stack, which must be that of the panic.
func LogPanic(ctx context.Context, log *slog.Logger, value any) {
	log.ErrorContext(ctx, "panic while serving", "err", value, "stack", string(debug.Stack()))
}

// CORS is the middleware that lets browsers on any site use any method and header, and answers their preflights.
func CORS(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "*")
		if r.Method != http.MethodOptions {
			next.ServeHTTP(w, r)
			return
		}
		h.Set("Access-Control-Allow-Methods", "GET, HEAD, PUT, POST, DELETE, PATCH, OPTIONS")
		allowed := "*"
		if asked := r.Header.Get("Access-Control-Request-Headers"); asked != "" {
			allowed = asked // "*" does not cover Authorization
			h.Set("Vary", "Access-Control-Request-Headers")
		}
		h.Set("Access-Control-Allow-Headers", allowed)
		h.Set("Access-Control-Max-Age", "86400")
		w.WriteHeader(http.StatusNoContent)
	})
}
