// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// Rules about who may have the keys to encrypted data (spec access-control B.2). Key servers ask by a static call at a
/// block of their choice, so an answer may depend on the state and time of the chain and on nothing else of a block.
interface IAccessPolicy {
    /// @param innerId the identity that data are encrypted under, less its namespace: a resource, whose form the policy
    ///        defines, and then a nonce, which policies ignore
    /// @param caller the user whom the key server has authenticated; msg.sender means nothing
    /// @param args hints of the user's choice, such as proofs; never what the decision is about
    /// @return the selector of this function if the user may have the key. To refuse is to revert, with a reason for
    ///         people. Any other answer refuses too.
    function approve(bytes calldata innerId, address caller, bytes calldata args) external view returns (bytes4);
}

/// How key servers should evaluate a policy, for `policyInfo`.
library Freshness {
    /// At a final block and at the newest one, both of which have to approve.
    uint8 internal constant BOTH = 0;
    /// At a final block alone: for rules that never take back what they gave.
    uint8 internal constant FINALIZED = 1;
}
