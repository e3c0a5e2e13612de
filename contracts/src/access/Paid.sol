// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {Owned} from "./Owned.sol";

/// A policy whose readers pay the owner of the resource, directly: the contract never holds money. Prices are in FROST, and
/// the token is to be WAL or one with as many decimals, which delivers what was sent.
abstract contract Paid is Owned {
    uint256 private constant WEI_PER_FROST = 1e9;

    IERC20 public immutable token;

    error NotForSale();
    error CostAboveMax(uint256 cost, uint256 maxCost);

    constructor(IERC20 token_) {
        require(address(token_).code.length > 0, "token has no code");
        token = token_;
    }

    /// Moves the cost from the sender to the owner of the resource. As it calls the token, it is to be the last act.
    function pay(bytes32 resource, uint256 cost, uint256 maxCost) internal {
        if (cost > maxCost) revert CostAboveMax(cost, maxCost);
        SafeERC20.safeTransferFrom(token, msg.sender, ownerOf[resource], cost * WEI_PER_FROST);
    }
}
