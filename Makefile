# make without a target lists the targets
.DEFAULT_GOAL := help
TOOL = go tool -modfile=tools/go.mod
PKG ?= ./...

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
build: ## the static binary, bin/walrus
	CGO_ENABLED=0 go build -o bin/walrus ./cmd/walrus
test: ## all tests; PKG=./client for one package
	go test $(PKG)
race: ## tests under the race detector, without the packages that embed the chain
	go test -race $$(go list ./... | grep -vE 'devchain|chain/evm|testnet|cmd/')
fuzz: ## every fuzz target for 30 s; FUZZTIME=5m for longer
	bash .ci/fuzz
bench: ## benchmarks of the coder and of a whole network
	go test -run '^$$' -bench . ./redstuff/... ./testnet
lint: ## vet and the house rules
	go vet ./... && go test ./internal/lint
gen: ## contracts, bindings and assembly, from their sources (needs node)
	go generate ./contracts ./redstuff/...
e2e: ## whole networks, on the embedded chain and on anvil
	go test -count=1 ./testnet ./chain/... ./cmd/...
devnet: ## a network to play with, in ~/.walrus/devnet
	go run ./cmd/walrus devnet
cover: ## coverage, out/cover.html
	mkdir -p out && go test -coverprofile out/cover.out ./... && go tool cover -html out/cover.out -o out/cover.html
.PHONY: help build test race fuzz bench lint gen e2e devnet cover
