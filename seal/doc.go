// Package seal encrypts data to whom a policy allows, where the policy is code on the chain and may change its mind
// while the data cannot change: threshold identity-based encryption, byte-compatible with Seal
// (access-control.md).
//
// # The one idea
//
// Data are encrypted under an [Identity]: a policy and an inner ID that the policy understands. Encrypting needs the
// public keys of some key servers and nothing else. To decrypt, one needs the keys that at least a threshold of
// these servers derive for that identity, and each of them asks the policy first. Fewer servers than the threshold,
// colluding, learn nothing; and no server ever sees data.
//
//	maker ── Encrypt(Recipients, data) ──▶ Object ──▶ reader ── Client.Decrypt ──▶ data
//	                                                   │  ▲
//	                             Source: may I have    │  │ DerivedKey, if the
//	                             the key of Identity?  ▼  │ policy approves
//	                                                 key server (MasterKey)
//
// # Small data and large
//
// [Encrypt] takes what fits in memory and returns an [Object]. For anything larger, [EncryptStream] encrypts a stream
// under a random key and returns slots: small objects that hold this key. [OpenStream] reads any range of it, with
// every byte authenticated, at the price of the records that the range touches; [DecryptStream] reads it front to back.
// Policy and servers of a stream change by making other slots ([NewSlot]) and deleting the old ones.
//
// # What a key opens
//
// A derived key opens everything that was or will be encrypted under its identity to its server, and cannot be taken
// back. [NewIdentity] therefore ends each identity with a nonce: a key that was handed out opens the one object
// that its reader was allowed to read. Length, identity, servers and aad of an object are in clear.
//
// # Who is trusted for what
//
// Keys from servers are used only if they verify under the server's public key, so a lying server is found out and
// named ([ServerError]). A malicious maker could share a key such that different servers lead to different
// results; decryption checks that this is not so ([ErrInconsistent]) unless DecryptUnchecked is asked for.
// Multiplications by long-lived secrets use scalar splitting; arithmetic on shares is free of tables and branches.
//
// # Sessions
//
// Key servers answer a [Session], which the user's wallet authorizes once, for minutes. This package defines what is
// signed and sent ([Authorization], [PolicyRequest], [FetchRequest], [FetchResponse]); a [Source] brings it to the
// servers.
//
// Values of this package may be shared between goroutines unless their documentation says otherwise.
package seal
