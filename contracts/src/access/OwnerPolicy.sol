// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Freshness} from "./IAccessPolicy.sol";
import {Owned} from "./Owned.sol";

/// Private data: the owner of the resource reads, nobody else. Whoever gets the resource gets the access.
contract OwnerPolicy is Owned {
    function create(bytes32 salt) external returns (bytes32 resource) {
        return claim(salt);
    }

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("owner", false, Freshness.BOTH);
    }

    function judge(bytes32 resource, address caller, bytes calldata) internal view override {
        require(caller == ownerOf[resource], "not the owner");
    }
}
