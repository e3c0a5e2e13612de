// Package keyserver is the daemon that hands out derived keys: it authenticates who asks, has the policy of the
// identity judged on chain, and returns keys encrypted to the asker (access-control.md A.9, A.10, B.3 to B.5).
//
// The one idea: a request passes a fixed row of gates, the cheap and local ones first, and the master key is touched
// behind the last of them. Every gate refuses with an [Error] of its own kind, so whoever is refused knows why, and
// what gate let a request pass is never asked again.
//
//	POST /v1/fetch_key
//	  │ headers, API key, rate of the address         no work done yet
//	  │ body, policy request, chain ID                strict forms, bounded
//	  │ session: lifetime, signature, seen before?    no chain asked yet
//	  │ namespace served? rate of user and namespace
//	  │ Evaluator: wallet signature and policy        one state of the chain
//	  ▼
//	MasterKey.Derive for each identity of the request's namespace, wrapped for its ephemeral key
//
// The namespace of an answer is computed from the request that the session key signed and, where the policy is pinned,
// from the code hash that the chain gave; an inner ID can lead to no other namespace.
//
// A Server is safe for concurrent use. It starts no goroutines of its own; [Server.Watch] is run by its owner.
package keyserver
