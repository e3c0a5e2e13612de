// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Freshness} from "./IAccessPolicy.sol";
import {PolicyBase} from "./PolicyBase.sol";

/// Holders of an ERC-20 token, or of any ERC-721 token of a collection, read: the resource is token (20 bytes) and least
/// balance (32, in its smallest unit, not 0). A balance is of the end of a block, so a loan within a transaction is none.
contract TokenGatePolicy is PolicyBase {
    constructor() PolicyBase(52) {}

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("token-gate", false, Freshness.BOTH);
    }

    function judge(bytes calldata holding, address caller, bytes calldata) internal view override {
        address token = address(bytes20(holding[:20]));
        uint256 least = uint256(bytes32(holding[20:]));
        require(least > 0, "least balance is 0");
        require(token.code.length > 0, "no such token");
        require(IERC20(token).balanceOf(caller) >= least, "balance too low");
    }
}
