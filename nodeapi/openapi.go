package nodeapi

import (
	_ "embed"
	"html"
	"net/http"

	"github.com/walrus-go/walrus/internal/httpx"
)

// OpenAPI is the description of the protocol, OpenAPI 3.1 in YAML.
//
//go:embed openapi.yaml
var OpenAPI []byte

var docsPage = []byte(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Walrus storage node API</title>
<h1>Walrus storage node API</h1><p><a href="/v1/api/openapi.yaml">openapi.yaml</a></p><pre>` +
	html.EscapeString(string(OpenAPI)) + "</pre></html>\n")

func serveDocs(w http.ResponseWriter, _ *http.Request) error {
	return httpx.Write(w, http.StatusOK, "text/html; charset=utf-8", docsPage)
}

func serveOpenAPI(w http.ResponseWriter, _ *http.Request) error {
	return httpx.Write(w, http.StatusOK, "application/yaml", OpenAPI)
}
