package evm

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

// TestDeployResumes cuts deployments off after the contracts and in the middle of the nodes, and takes them up.
func TestDeployResumes(t *testing.T) {
	c := openDevchain(t)
	cut := errors.New("cut off")
	g, _, err := chaintest.NewGenesis(t.Name(), 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	var saved chain.Network
	opts := DeployOptions{Finality: chain.FinalityLatest, Client: testOptions(), OnContracts: func(n chain.Network) error {
		saved = n
		return cut
	}}
	if _, err := Deploy(t.Context(), c.url, c.faucet, g, opts); !errors.Is(err, cut) {
		t.Fatalf("first attempt: %v", err)
	}
	if err := saved.Validate(); err != nil || saved.DeployedAtBlock == 0 || saved.Name != g.Name {
		t.Fatalf("network of the first attempt: %+v, %v", saved, err)
	}
	opts.OnContracts, opts.Contracts = nil, &saved
	prove := g.Nodes[2].Prove
	g.Nodes[2].Prove = func(walrus.ProofOfPossession) (walrus.Signature, error) { return walrus.Signature{}, cut }
	if _, err := Deploy(t.Context(), c.url, c.faucet, g, opts); !errors.Is(err, cut) {
		t.Fatalf("second attempt: %v", err)
	}
	g.Nodes[2].Prove = prove
	for range 2 { // the second time all is done
		n, err := Deploy(t.Context(), c.url, c.faucet, g, opts)
		if err != nil {
			t.Fatalf("last attempt: %v", err)
		}
		client := dial(t, n, testOptions())
		committee, err := client.Committee(t.Context(), 1)
		if err != nil || len(committee.Members) != 4 {
			t.Fatalf("committee %+v, %v", committee, err)
		}
		for i, m := range committee.Members {
			if m.Name != g.Nodes[i].Name || m.PublicKey != g.Nodes[i].PublicKey {
				t.Errorf("member %d is %q", i, m.Name)
			}
		}
	}
	g.Nodes[0], g.Nodes[1] = g.Nodes[1], g.Nodes[0]
	if _, err := Deploy(t.Context(), c.url, c.faucet, g, opts); !errors.Is(err, chain.ErrWrongNetwork) {
		t.Fatalf("with nodes in another order: %v, want ErrWrongNetwork", err)
	}
}

func TestDeployRefusesBadGenesis(t *testing.T) {
	g, _, err := chaintest.NewGenesis(t.Name(), 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	g.Nodes[0].Weight = 11
	g.Nodes[1].Operator = g.Nodes[0].Operator
	g.EpochDuration = 0
	_, err = Deploy(t.Context(), "http://127.0.0.1:1", Key{}, g, DeployOptions{})
	if !errors.Is(err, chain.ErrInvalidGenesis) {
		t.Fatalf("error %v, want ErrInvalidGenesis", err)
	}
	for _, want := range []string{"weight", "operator", "duration"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error does not speak of the %s: %v", want, err)
		}
	}
}

func TestDeployWithoutMoney(t *testing.T) {
	c := openDevchain(t)
	g, _, err := chaintest.NewGenesis(t.Name(), 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	poor, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	_, err = Deploy(t.Context(), c.url, poor, g, DeployOptions{Client: testOptions()})
	if !errors.Is(err, chain.ErrNoGasCoin) || !strings.Contains(err.Error(), poor.Address().String()) {
		t.Fatalf("error %v, want ErrNoGasCoin that names the account", err)
	}
}

// TestDeployResumesWithTransactionsUnderWay takes up an attempt whose transactions are sent and wait for a block.
func TestDeployResumesWithTransactionsUnderWay(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	g, _, err := chaintest.NewGenesis(t.Name(), 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var saved chain.Network
	opts := DeployOptions{Finality: chain.FinalityLatest, Client: testOptions(), OnContracts: func(n chain.Network) error {
		saved = n
		a.call(t, "evm_setAutomine", false)
		time.AfterFunc(time.Second, cancel)
		return nil
	}}
	if _, err := Deploy(ctx, a.url, a.faucet, g, opts); !errors.Is(err, context.Canceled) {
		t.Fatalf("first attempt: %v", err)
	}
	opts.Contracts, opts.OnContracts = &saved, nil
	done := make(chan error, 1)
	go func() {
		_, err := Deploy(t.Context(), a.url, a.faucet, g, opts)
		done <- err
	}()
	mineUntil(t, a, done, 1)
	c, err := dial(t, saved, testOptions()).Committee(t.Context(), 1)
	if err != nil || len(c.Members) != 4 {
		t.Fatalf("committee %+v, %v", c, err)
	}
}
