// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {Freshness} from "./IAccessPolicy.sol";
import {PolicyBase} from "./PolicyBase.sol";

/// The owner of an ERC-721 token reads: the resource is collection (20 bytes) and token id (32).
contract NFTGatePolicy is PolicyBase {
    constructor() PolicyBase(52) {}

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("nft-gate", false, Freshness.BOTH);
    }

    function judge(bytes calldata token, address caller, bytes calldata) internal view override {
        address collection = address(bytes20(token[:20]));
        require(collection.code.length > 0, "no such collection");
        require(IERC721(collection).ownerOf(uint256(bytes32(token[20:]))) == caller, "not the token's owner");
    }
}
