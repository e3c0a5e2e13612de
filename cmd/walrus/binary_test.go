package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// built is the real program, built by the first end-to-end test.
var built struct {
	once sync.Once
	dir  string
	err  error
}

func buildBinary(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("end-to-end tests build the binary and run whole networks")
	}
	built.once.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "walrus-binary-"); built.err != nil {
			return
		}
		out, err := exec.Command("go", "build", "-o", filepath.Join(built.dir, "walrus"), ".").CombinedOutput()
		if err != nil {
			built.err = fmt.Errorf("go build: %w: %s", err, out)
		}
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return filepath.Join(built.dir, "walrus")
}

func removeBinary() error {
	if built.dir == "" {
		return nil
	}
	return os.RemoveAll(built.dir)
}

// patience bounds everything that a test waits for.
const patience = 90 * time.Second

// result is what a command that ended left.
type result struct {
	stdout, stderr string
	code           int
}

// command runs a command in an empty home and returns what it did.
func command(t *testing.T, args ...string) result {
	t.Helper()
	return commandIn(t, nil, args...)
}

func commandIn(t *testing.T, env []string, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, buildBinary(t), args...)
	c.Env = append(os.Environ(), "HOME="+t.TempDir(), "XDG_CONFIG_HOME=")
	c.Env = append(c.Env, env...)
	c.Dir = t.TempDir()
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		t.Fatalf("walrus %s: %v, %v\n%s", strings.Join(args, " "), err, ctx.Err(), stderr.String())
	}
	return result{stdout.String(), stderr.String(), c.ProcessState.ExitCode()}
}

// mustRun runs a command that has to succeed and returns its standard output.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	r := command(t, args...)
	if r.code != 0 {
		t.Fatalf("walrus %s: exit code %d\n%s", strings.Join(args, " "), r.code, r.stderr)
	}
	return r.stdout
}

// mustJSON runs a command with --json and returns its value.
func mustJSON[T any](t *testing.T, args ...string) T {
	t.Helper()
	out := mustRun(t, append(args, "--json")...)
	var v T
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatalf("walrus %s --json: %v\n%s", strings.Join(args, " "), err, out)
	}
	return v
}

// mustFail runs a command that has to end with exit code 1, nothing on standard output, and one line with each of the
// texts and maybe a hint on standard error.
func mustFail(t *testing.T, args []string, texts ...string) {
	t.Helper()
	r := command(t, args...)
	name := "walrus " + strings.Join(args, " ")
	if r.code != 1 || r.stdout != "" {
		t.Errorf("%s: exit code %d, standard output %q\n%s", name, r.code, r.stdout, r.stderr)
	}
	checkFailure(t, name, r.stderr, texts...)
}

func checkFailure(t *testing.T, name, stderr string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(stderr, text) {
			t.Errorf("%s: standard error lacks %q:\n%s", name, text, stderr)
		}
	}
	if strings.Count(stderr, "Error: ") != 1 || strings.Contains(stderr, "panic") || strings.Contains(stderr, "goroutine ") {
		t.Errorf("%s: not one clear error:\n%s", name, stderr)
	}
}

// process is a command that runs on.
type process struct {
	*exec.Cmd
	name   string
	lines  chan string // receives the first line of standard output
	first  string
	stderr *lockedBuffer
	ended  chan error
}

// lockedBuffer may be read while a process writes to it.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// begin starts a command. It is killed at the end of the test if it still runs.
func begin(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{
		Cmd: exec.Command(buildBinary(t), args...), name: "walrus " + strings.Join(args, " "), lines: make(chan string, 1),
		stderr: new(lockedBuffer), ended: make(chan error, 1),
	}
	p.Env = append(os.Environ(), "HOME="+t.TempDir(), "XDG_CONFIG_HOME=")
	p.Dir = t.TempDir()
	p.Stderr = p.stderr
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		r := bufio.NewReader(stdout)
		line, _ := r.ReadString('\n') // what is missing shows in the line
		p.lines <- line
		_, _ = io.Copy(io.Discard, r)
		p.ended <- p.Wait()
		close(p.ended)
	}()
	t.Cleanup(func() {
		_ = p.Process.Kill()
		<-p.ended
	})
	return p
}

// launch starts a command and waits for its first line.
func launch(t *testing.T, args ...string) *process {
	t.Helper()
	p := begin(t, args...)
	select {
	case p.first = <-p.lines:
	case <-time.After(patience):
		t.Fatalf("%s says nothing\n%s", p.name, p.stderr)
	}
	return p
}

// start starts a daemon with --json and decodes its ready line.
func start[T any](t *testing.T, args ...string) (*process, T) {
	t.Helper()
	p := launch(t, append(args, "--json")...)
	var v T
	if err := json.Unmarshal([]byte(p.first), &v); err != nil {
		t.Fatalf("%s: ready line %q: %v\n%s", p.name, p.first, err, p.stderr)
	}
	return p, v
}

// wait returns the exit code, -1 when a signal ended the process.
func (p *process) wait(t *testing.T) int {
	t.Helper()
	select {
	case <-p.ended:
		return p.ProcessState.ExitCode()
	case <-time.After(patience):
		t.Fatalf("%s does not end\n%s", p.name, p.stderr)
		return 0
	}
}

// interrupt stops a process as ctrl-C does; it has to end with exit code 0.
func (p *process) interrupt(t *testing.T) {
	t.Helper()
	if err := p.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if code := p.wait(t); code != 0 || strings.Contains(p.stderr.String(), "Error") {
		t.Errorf("%s: exit code %d after ctrl-C\n%s", p.name, code, p.stderr)
	}
}

// kill is kill -9.
func (p *process) kill(t *testing.T) {
	t.Helper()
	if err := p.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	p.wait(t)
}
