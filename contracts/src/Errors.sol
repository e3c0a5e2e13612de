// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// Errors of a certificate check. They pass unchanged through every contract that asks `Certs`, so those contracts
/// inherit this interface and their ABI can name them.
interface CertificateErrors {
    /// The signers hold too few shards.
    error NoQuorum();
    /// The bitmap is longer than the committee needs or names a member that does not exist.
    error BadBitmap();
    /// The signature is not the signers' signature of the message.
    error BadSignature();
}

/// Errors of a public key and its proof of possession.
interface KeyErrors {
    /// Not a point of the group of prime order, or the identity.
    error BadKey();
    /// Not this key's signature of the registration message.
    error BadProofOfPossession();
}

/// Errors of calls that the state of the network or the caller's role does not allow.
interface AccessErrors {
    /// Only the account that deployed the contract may do this.
    error NotDeployer();
    /// The epoch machine is in `state`, which does not allow this.
    error WrongState(uint8 state);
}

/// Errors of calls that name a node.
interface NodeErrors {
    error NoSuchNode(uint32 node);
}
