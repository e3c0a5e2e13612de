// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Freshness} from "./IAccessPolicy.sol";
import {Owned} from "./Owned.sol";

/// The members of a list read. Its owner adds and removes them, and is a member only by adding itself.
contract AllowListPolicy is Owned {
    mapping(bytes32 list => mapping(address => bool)) public isMember;

    event Added(bytes32 indexed list, address indexed member);
    event Removed(bytes32 indexed list, address indexed member);

    function create(bytes32 salt, address[] calldata members) external returns (bytes32 list) {
        list = claim(salt);
        insert(list, members);
    }

    function add(bytes32 list, address[] calldata members) external onlyOwner(list) {
        insert(list, members);
    }

    function remove(bytes32 list, address[] calldata members) external onlyOwner(list) {
        for (uint256 i = 0; i < members.length; i++) {
            if (!isMember[list][members[i]]) continue;
            delete isMember[list][members[i]];
            emit Removed(list, members[i]);
        }
    }

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("allow-list", false, Freshness.BOTH);
    }

    function insert(bytes32 list, address[] calldata members) private {
        for (uint256 i = 0; i < members.length; i++) {
            if (isMember[list][members[i]]) continue;
            isMember[list][members[i]] = true;
            emit Added(list, members[i]);
        }
    }

    function judge(bytes32 list, address caller, bytes calldata) internal view override {
        require(isMember[list][caller], "not on the list");
    }
}
