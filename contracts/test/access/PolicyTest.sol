// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessPolicy} from "../../src/access/IAccessPolicy.sol";
import {Owned} from "../../src/access/Owned.sol";
import {Test} from "../Test.sol";

/// What all tests of policies share: people, and the two answers a policy may give.
abstract contract PolicyTest is Test {
    address internal constant ALICE = address(0xa11ce);
    address internal constant BOB = address(0xb0b);
    address internal constant EVE = address(0xe5e);

    /// An inner ID: the resource, and a nonce that policies must not look at.
    function idOf(bytes memory resource) internal pure returns (bytes memory) {
        return bytes.concat(resource, keccak256("nonce"));
    }

    function approves(IAccessPolicy policy, bytes memory id, address caller) internal view {
        equal(bytes32(policy.approve(id, caller, "")), bytes32(bytes4(0x468a7892)), "magic value");
    }

    function refuses(IAccessPolicy policy, bytes memory id, address caller, string memory reason) internal view {
        try policy.approve(id, caller, "") {
            revert Untrue(string.concat("approved, should be: ", reason));
        } catch Error(string memory got) {
            equal(bytes(got), bytes(reason), "reason");
        }
    }

    function approves(IAccessPolicy policy, bytes32 resource, address caller) internal view {
        approves(policy, idOf(abi.encode(resource)), caller);
        approves(policy, abi.encode(resource), caller); // a nonce is not theirs to ask for
    }

    function refuses(IAccessPolicy policy, bytes32 resource, address caller, string memory reason) internal view {
        refuses(policy, idOf(abi.encode(resource)), caller, reason);
    }

    function list(address a) internal pure returns (address[] memory all) {
        all = new address[](1);
        all[0] = a;
    }

    function list(address a, address b, address c) internal pure returns (address[] memory all) {
        all = new address[](3);
        (all[0], all[1], all[2]) = (a, b, c);
    }

    /// Ownership of a resource of this contract's, which is `policy.resourceOf(this, salt)`: it passes in two steps and by nobody else.
    function ownership(Owned policy, bytes32 resource) internal {
        equal(policy.ownerOf(resource), address(this), "owner");
        vm.prank(EVE);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.offer(resource, EVE);
        policy.offer(resource, BOB);
        vm.prank(EVE);
        vm.expectRevert(Owned.NotHeir.selector);
        policy.accept(resource);
        equal(policy.ownerOf(resource), address(this), "owner until the heir accepts");
        vm.prank(BOB);
        policy.accept(resource);
        equal(policy.ownerOf(resource), BOB, "next owner");
        vm.prank(BOB);
        vm.expectRevert(Owned.NotHeir.selector);
        policy.accept(resource); // an offer is for once
        vm.expectRevert(Owned.NotOwner.selector);
        policy.offer(resource, ALICE);
    }
}
