// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {Token} from "../../src/Token.sol";
import {AllowListPolicy} from "../../src/access/AllowListPolicy.sol";
import {NFTGatePolicy} from "../../src/access/NFTGatePolicy.sol";
import {Owned} from "../../src/access/Owned.sol";
import {OwnerPolicy} from "../../src/access/OwnerPolicy.sol";
import {ThresholdPolicy} from "../../src/access/ThresholdPolicy.sol";
import {TimeLockPolicy} from "../../src/access/TimeLockPolicy.sol";
import {TokenGatePolicy} from "../../src/access/TokenGatePolicy.sol";
import {PolicyTest} from "./PolicyTest.sol";

contract Collection is ERC721("c", "C") {
    function mint(address to, uint256 id) external {
        _mint(to, id);
    }

    function move(address from, address to, uint256 id) external {
        _transfer(from, to, id);
    }
}

contract OwnerPolicyTest is PolicyTest {
    OwnerPolicy private policy = new OwnerPolicy();

    function test_accessFollowsOwnership() public {
        bytes32 r = policy.create("salt");
        equal(r, policy.resourceOf(address(this), "salt"), "resource");
        approves(policy, r, address(this));
        refuses(policy, r, BOB, "not the owner");
        ownership(policy, r);
        approves(policy, r, BOB);
        refuses(policy, r, address(this), "not the owner");
    }

    function test_heirHasNoAccess() public {
        bytes32 r = policy.create("salt");
        policy.offer(r, BOB);
        refuses(policy, r, BOB, "not the owner");
        policy.offer(r, address(0));
        vm.prank(BOB);
        vm.expectRevert(Owned.NotHeir.selector);
        policy.accept(r); // the offer was taken back
    }

    function test_nobodyElseTakesAResource() public {
        vm.prank(EVE);
        bytes32 hers = policy.create("salt");
        check(hers != policy.resourceOf(address(this), "salt"), "resource of another");
        policy.create("salt");
        vm.expectRevert(Owned.AlreadyCreated.selector);
        policy.create("salt");
        refuses(policy, hers, address(this), "not the owner");
    }

    function test_noResourceNoAccess() public view {
        refuses(policy, bytes32("none"), address(this), "no such resource");
        refuses(policy, bytes32("none"), address(0), "no caller");
    }

    function test_shortIds() public view {
        for (uint256 size = 0; size < 32; size++) {
            refuses(policy, new bytes(size), ALICE, "inner id too short");
        }
    }

    function testFuzz_onlyTheOwner(address caller, bytes32 salt, bytes calldata nonce, bytes calldata args) public {
        vm.assume(caller != address(this) && caller != address(0));
        bytes memory id = bytes.concat(policy.create(salt), nonce);
        refuses(policy, id, caller, "not the owner");
        equal(bytes32(policy.approve(id, address(this), args)), bytes32(bytes4(0x468a7892)), "owner");
    }
}

contract AllowListPolicyTest is PolicyTest {
    AllowListPolicy private policy = new AllowListPolicy();

    function test_grantAndRevoke() public {
        bytes32 l = policy.create("l", list(ALICE));
        approves(policy, l, ALICE);
        refuses(policy, l, BOB, "not on the list");
        refuses(policy, l, address(this), "not on the list"); // its owner included
        policy.add(l, list(BOB));
        approves(policy, l, BOB);
        policy.remove(l, list(ALICE));
        refuses(policy, l, ALICE, "not on the list");
        approves(policy, l, BOB);
    }

    function test_membersOfAnotherList() public {
        bytes32 mine = policy.create("l", list(ALICE));
        vm.prank(EVE);
        bytes32 hers = policy.create("l", list(EVE));
        refuses(policy, mine, EVE, "not on the list");
        refuses(policy, hers, ALICE, "not on the list");
        // What the args say changes nothing.
        try policy.approve(abi.encode(mine), EVE, abi.encode(hers)) {
            revert Untrue("args named the subject");
        } catch Error(string memory) {}
    }

    function test_onlyTheOwnerGrants() public {
        bytes32 l = policy.create("l", list(ALICE));
        vm.prank(EVE);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.add(l, list(EVE));
        vm.prank(ALICE);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.remove(l, list(BOB));
        vm.expectRevert(Owned.NotOwner.selector);
        policy.add(bytes32("none"), list(EVE));
        ownership(policy, l);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.add(l, list(EVE));
        vm.prank(BOB);
        policy.add(l, list(EVE));
        approves(policy, l, EVE);
    }

    /// Any sequence of grants and revocations leaves what the last word on each member was.
    function testFuzz_lastWordCounts(uint8[16] calldata who, uint16 grants) public {
        bytes32 l = policy.create("l", new address[](0));
        bool[4] memory want;
        for (uint256 i = 0; i < who.length; i++) {
            uint256 m = who[i] % 4;
            want[m] = (grants >> i) & 1 == 1;
            address[] memory member = list(address(uint160(100 + m)));
            if (want[m]) policy.add(l, member);
            else policy.remove(l, member);
        }
        for (uint256 m = 0; m < 4; m++) {
            if (want[m]) approves(policy, l, address(uint160(100 + m)));
            else refuses(policy, l, address(uint160(100 + m)), "not on the list");
        }
    }
}

contract TimeLockPolicyTest is PolicyTest {
    TimeLockPolicy private policy = new TimeLockPolicy();

    function testFuzz_opens(uint64 opens, uint64 time) public {
        vm.warp(time);
        bytes memory id = idOf(abi.encodePacked(opens));
        if (time >= opens) approves(policy, id, ALICE);
        else refuses(policy, id, ALICE, "not open yet");
    }

    function test_edge() public {
        bytes memory id = idOf(abi.encodePacked(uint64(1000)));
        vm.warp(999);
        refuses(policy, id, ALICE, "not open yet");
        vm.warp(1000);
        approves(policy, id, ALICE);
        refuses(policy, new bytes(7), ALICE, "inner id too short");
    }
}

contract GatesTest is PolicyTest {
    NFTGatePolicy private nft = new NFTGatePolicy();
    TokenGatePolicy private gate = new TokenGatePolicy();
    Collection private collection = new Collection();
    Token private token = new Token(address(this));

    function nftId(address c, uint256 id) private pure returns (bytes memory) {
        return idOf(abi.encodePacked(c, id));
    }

    function test_nft() public {
        collection.mint(ALICE, 7);
        collection.mint(EVE, 8);
        approves(nft, nftId(address(collection), 7), ALICE);
        refuses(nft, nftId(address(collection), 7), EVE, "not the token's owner");
        refuses(nft, nftId(ALICE, 7), ALICE, "no such collection");
        collection.move(ALICE, BOB, 7);
        approves(nft, nftId(address(collection), 7), BOB);
        refuses(nft, nftId(address(collection), 7), ALICE, "not the token's owner");
        refuses(nft, new bytes(51), ALICE, "inner id too short");
        vm.expectRevert(); // no such token
        nft.approve(nftId(address(collection), 9), ALICE, "");
        vm.expectRevert(); // no collection at all
        nft.approve(nftId(address(gate), 9), ALICE, "");
    }

    /// A collection of the reader's own does not open what another one guards.
    function test_nftOfAnotherCollection() public {
        collection.mint(ALICE, 7);
        Collection own = new Collection();
        own.mint(EVE, 7);
        refuses(nft, nftId(address(collection), 7), EVE, "not the token's owner");
        try nft.approve(nftId(address(collection), 7), EVE, abi.encode(own, 7)) {
            revert Untrue("args named the subject");
        } catch Error(string memory) {}
    }

    function testFuzz_token(uint96 balance, uint96 least) public {
        token.transfer(ALICE, balance % token.SUPPLY());
        bytes memory id = idOf(abi.encodePacked(address(token), uint256(least)));
        if (least == 0) refuses(gate, id, ALICE, "least balance is 0");
        else if (balance % token.SUPPLY() >= least) approves(gate, id, ALICE);
        else refuses(gate, id, ALICE, "balance too low");
    }

    function test_tokenEdges() public {
        bytes memory id = idOf(abi.encodePacked(address(token), uint256(10)));
        token.transfer(ALICE, 10);
        approves(gate, id, ALICE);
        vm.prank(ALICE);
        token.transfer(BOB, 1);
        refuses(gate, id, ALICE, "balance too low");
        refuses(gate, idOf(abi.encodePacked(EVE, uint256(10))), ALICE, "no such token");
        refuses(gate, idOf(abi.encodePacked(address(token), uint256(0))), ALICE, "least balance is 0");
    }
}

contract ThresholdPolicyTest is PolicyTest {
    ThresholdPolicy private policy = new ThresholdPolicy();
    bytes32 private s;

    function setUp() public {
        s = policy.create("s", list(address(this), ALICE, BOB), 2);
    }

    function vote(address approver, bool inFavour) private {
        vm.prank(approver);
        policy.vote(s, EVE, inFavour);
    }

    function test_enoughVotes() public {
        refuses(policy, s, EVE, "not enough votes");
        vote(ALICE, true);
        refuses(policy, s, EVE, "not enough votes");
        vote(BOB, true);
        approves(policy, s, EVE);
        refuses(policy, s, ALICE, "not enough votes");
        vote(ALICE, false);
        refuses(policy, s, EVE, "not enough votes");
    }

    function test_misuse() public {
        vote(ALICE, true);
        vm.prank(ALICE);
        vm.expectRevert(ThresholdPolicy.NoChange.selector);
        policy.vote(s, EVE, true);
        vm.prank(BOB);
        vm.expectRevert(ThresholdPolicy.NoChange.selector);
        policy.vote(s, EVE, false);
        vm.prank(EVE);
        vm.expectRevert(ThresholdPolicy.NotApprover.selector);
        policy.vote(s, EVE, true);
        vm.expectRevert(ThresholdPolicy.BadApprovers.selector);
        policy.create("t", list(ALICE, BOB, ALICE), 2); // one person with two votes
        vm.expectRevert(ThresholdPolicy.BadApprovers.selector);
        policy.create("t", list(ALICE), 2);
        vm.expectRevert(ThresholdPolicy.BadApprovers.selector);
        policy.create("t", list(ALICE), 0); // would open to everybody
        refuses(policy, policy.resourceOf(address(this), "t"), EVE, "no such resource");
    }

    function testFuzz_countsEachOnce(uint256 bits) public {
        bytes32 t = policy.create("t", list(address(this), ALICE, BOB), 2);
        address[] memory approvers = list(address(this), ALICE, BOB);
        uint256 count;
        for (uint256 i = 0; i < 24; i++) {
            address a = approvers[i % 3];
            bool inFavour = (bits >> i) & 1 == 1;
            if (policy.hasVoted(t, EVE, a) == inFavour) continue;
            vm.prank(a);
            policy.vote(t, EVE, inFavour);
        }
        for (uint256 i = 0; i < 3; i++) {
            if (policy.hasVoted(t, EVE, approvers[i])) count++;
        }
        equal(policy.votes(t, EVE), count, "votes");
        if (count >= 2) approves(policy, t, EVE);
        else refuses(policy, t, EVE, "not enough votes");
    }
}
