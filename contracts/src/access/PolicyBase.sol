// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessPolicy} from "./IAccessPolicy.sol";

/// A policy that judges a resource. Which resource, only the inner ID says: policies get it from here, cut to its length,
/// and have no other way to name one. None of them can be upgraded.
abstract contract PolicyBase is IAccessPolicy {
    /// Length of the resource at the beginning of an inner ID, in bytes.
    uint256 public immutable resourceSize;

    constructor(uint256 size) {
        resourceSize = size;
    }

    /// @inheritdoc IAccessPolicy
    function approve(bytes calldata innerId, address caller, bytes calldata args) external view returns (bytes4) {
        require(innerId.length >= resourceSize, "inner id too short");
        require(caller != address(0), "no caller");
        judge(innerId[:resourceSize], caller, args);
        return IAccessPolicy.approve.selector;
    }

    /// For people. Nobody may trust it.
    /// @return name what the policy is called
    /// @return changeable whether somebody can change the rules, not only the facts they look at
    /// @return freshness see Freshness
    function policyInfo() external pure virtual returns (string memory name, bool changeable, uint8 freshness);

    /// Reverts unless the caller may have the keys of the resource, `resourceSize` bytes.
    function judge(bytes calldata resource, address caller, bytes calldata args) internal view virtual;
}
