// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";

import {System} from "../src/System.sol";
import {World} from "./World.sol";

/// Takes tokens, and remembers the last.
contract Receiver is IERC721Receiver {
    bytes32 public last;

    function onERC721Received(address operator, address from, uint256 tokenId, bytes calldata data)
        external
        returns (bytes4)
    {
        last = keccak256(abi.encode(operator, from, tokenId, data));
        return this.onERC721Received.selector;
    }
}

/// Blobs as ERC-721 tokens.
contract ObjectsTest is World {
    address private constant ALICE = address(0xa11ce);
    address private constant BOB = address(0xb0b);
    address private constant CAROL = address(0xca401);

    bytes32 private object;
    uint256 private id;

    function setUp() public {
        network(10, 1);
        bytes32 root = keccak256("root");
        object = system.reserveAndRegister(blobIdOf(root, 5), root, 5, 1, false, 4, NO_LIMIT, ALICE);
        id = uint256(object);
    }

    function test_interfaces() public view {
        check(system.supportsInterface(0x01ffc9a7), "ERC-165");
        check(system.supportsInterface(0x80ac58cd), "ERC-721");
        check(system.supportsInterface(0x5b5e139f), "ERC-721 metadata");
        check(!system.supportsInterface(0xffffffff), "the invalid one");
        equal(bytes(system.tokenURI(id)), "", "URI");
    }

    function test_ownership() public {
        equal(system.ownerOf(id), ALICE, "owner");
        equal(system.balanceOf(ALICE), 1, "balance");
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id + 1));
        system.ownerOf(id + 1);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidOwner.selector, address(0)));
        system.balanceOf(address(0));
    }

    /// The new owner shares a slot with the reserved bytes, which stay.
    function test_transferByOwner() public {
        System.Blob memory before = system.blob(object);
        vm.prank(ALICE);
        vm.expectEmit(address(system));
        emit IERC721.Transfer(ALICE, BOB, id);
        system.transferFrom(ALICE, BOB, id);
        System.Blob memory b = system.blob(object);
        equal(b.owner, BOB, "owner");
        b.owner = before.owner;
        equal(abi.encode(b), abi.encode(before), "the rest");
        equal(system.balanceOf(ALICE), 0, "balance of the old owner");
        equal(system.balanceOf(BOB), 1, "balance of the new owner");
    }

    function test_transferByStranger() public {
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, BOB, id));
        system.transferFrom(ALICE, BOB, id);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, BOB, id, ALICE));
        system.transferFrom(BOB, CAROL, id);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        system.transferFrom(ALICE, address(0), id);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id + 1));
        system.transferFrom(ALICE, BOB, id + 1);
    }

    function test_approvalOfOneObjectEndsWithTransfer() public {
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidApprover.selector, BOB));
        system.approve(BOB, id);
        vm.prank(ALICE);
        system.approve(BOB, id);
        equal(system.getApproved(id), BOB, "approved");
        vm.prank(BOB);
        system.transferFrom(ALICE, CAROL, id);
        equal(system.getApproved(id), address(0), "approved after transfer");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, BOB, id));
        system.transferFrom(CAROL, BOB, id);
    }

    function test_operator() public {
        vm.prank(ALICE);
        system.setApprovalForAll(BOB, true);
        check(system.isApprovedForAll(ALICE, BOB), "operator");
        vm.prank(BOB);
        system.approve(CAROL, id);
        vm.prank(BOB);
        system.transferFrom(ALICE, BOB, id);
        equal(system.ownerOf(id), BOB, "owner");
        vm.prank(ALICE);
        system.setApprovalForAll(BOB, false);
        check(!system.isApprovedForAll(ALICE, BOB), "no operator");
    }

    function test_safeTransfer() public {
        Receiver receiver = new Receiver();
        vm.prank(ALICE);
        system.safeTransferFrom(ALICE, address(receiver), id, "data");
        equal(receiver.last(), keccak256(abi.encode(ALICE, ALICE, id, bytes("data"))), "told");
        equal(system.ownerOf(id), address(receiver), "owner");
        vm.prank(address(receiver));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(token)));
        system.safeTransferFrom(address(receiver), address(token), id);
        vm.prank(address(receiver));
        system.safeTransferFrom(address(receiver), BOB, id);
        equal(system.ownerOf(id), BOB, "an account without code");
    }

    /// Making an object does not call its owner: one that cannot receive tokens gets it all the same.
    function test_creationCallsNobody() public {
        bytes32 root = keccak256("other");
        system.reserveAndRegister(blobIdOf(root, 5), root, 5, 1, false, 4, NO_LIMIT, address(token));
        equal(system.balanceOf(address(token)), 1, "balance");
    }
}
