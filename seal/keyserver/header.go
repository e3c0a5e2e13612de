package keyserver

import (
	"crypto/sha256"
	"net/http"
	"strconv"
	"strings"
)

// Names of headers.
const (
	SDKTypeHeader    = "Client-Sdk-Type"
	SDKVersionHeader = "Client-Sdk-Version"
	APIKeyHeader     = "X-API-Key"
	requestIDHeader  = "Request-Id"
	versionHeader    = "X-KeyServer-Version"
	revisionHeader   = "X-KeyServer-GitVersion"
)

// semver is major, minor, patch. Pre-releases and builds are read and not compared.
type semver [3]uint64

func parseSemver(s string) (v semver, ok bool) {
	core, _, _ := strings.Cut(s, "+")
	core, _, _ = strings.Cut(core, "-")
	parts := strings.Split(core, ".")
	if len(s) > 64 || len(parts) != 3 {
		return v, false
	}
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 32)
		if err != nil || (len(p) > 1 && p[0] == '0') {
			return v, false
		}
		v[i] = n
	}
	return v, true
}

func (v semver) below(w semver) bool {
	for i := range v {
		if v[i] != w[i] {
			return v[i] < w[i]
		}
	}
	return false
}

// checkSDK reads who made the client.
func (s *Server) checkSDK(h http.Header) error {
	sdk := h.Get(SDKTypeHeader)
	s.metrics.client(sdk)
	text := h.Get(SDKVersionHeader)
	if text == "" {
		return fail(MissingRequiredHeader, "header %s is missing", SDKVersionHeader)
	}
	v, ok := parseSemver(text)
	if !ok {
		return fail(InvalidSDKVersion, "header %s is not a version", SDKVersionHeader)
	}
	if least, ok := s.leastSDK[sdk]; ok && v.below(least) {
		return fail(DeprecatedSDKVersion, "clients of type %s have to be at least of version %d.%d.%d", sdk, least[0], least[1], least[2])
	}
	return nil
}

// checkAPIKey returns the name that belongs to the key in a request; empty for none.
func (s *Server) checkAPIKey(h http.Header) (string, error) {
	key := h.Get(APIKeyHeader)
	if key == "" && !s.opts.RequireAPIKey {
		return "", nil
	}
	name, ok := s.opts.APIKeys[sha256.Sum256([]byte(key))]
	switch {
	case ok:
		return name, nil
	case len(s.opts.APIKeys) == 0 && !s.opts.RequireAPIKey:
		return "", nil // this server has no keys, so it is meant for a proxy
	case key == "":
		return "", fail(InvalidAPIKey, "header %s is missing", APIKeyHeader)
	}
	return "", fail(InvalidAPIKey, "header %s is not a key of this server", APIKeyHeader)
}
