// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AllowListPolicy} from "../../src/access/AllowListPolicy.sol";
import {IAccessPolicy} from "../../src/access/IAccessPolicy.sol";
import {Owned} from "../../src/access/Owned.sol";
import {RulesPolicy} from "../../src/access/RulesPolicy.sol";
import {TimeLockPolicy} from "../../src/access/TimeLockPolicy.sol";
import {PolicyTest} from "./PolicyTest.sol";

contract Always is IAccessPolicy {
    function approve(bytes calldata, address, bytes calldata) external pure returns (bytes4) {
        return IAccessPolicy.approve.selector;
    }
}

/// Answers every call with a given number of words, the first of which is a given one.
contract Says {
    bytes32 private word;
    uint256 private size;

    constructor(bytes32 word_, uint256 size_) {
        (word, size) = (word_, size_);
    }

    fallback() external {
        bytes32 w = word;
        uint256 s = size;
        assembly ("memory-safe") {
            mstore(0, w)
            return(0, s)
        }
    }
}

contract Burns {
    fallback() external {
        while (true) {}
    }
}

contract Writes {
    uint256 private n;

    function approve(bytes calldata, address, bytes calldata) external returns (bytes4) {
        n++;
        return IAccessPolicy.approve.selector;
    }
}

contract RulesPolicyTest is PolicyTest {
    RulesPolicy private policy = new RulesPolicy();
    AllowListPolicy private lists = new AllowListPolicy();
    TimeLockPolicy private locks = new TimeLockPolicy();
    bytes32 private friends;
    bytes32 private staff;

    function setUp() public {
        friends = lists.create("friends", list(ALICE));
        staff = lists.create("staff", list(BOB));
        vm.warp(1000);
    }

    function rule(address p, bytes memory resource) private pure returns (RulesPolicy.Rule memory) {
        return RulesPolicy.Rule(IAccessPolicy(p), resource);
    }

    function one(RulesPolicy.Rule memory a) private pure returns (RulesPolicy.Rule[] memory all) {
        all = new RulesPolicy.Rule[](1);
        all[0] = a;
    }

    function two(RulesPolicy.Rule memory a, RulesPolicy.Rule memory b)
        private
        pure
        returns (RulesPolicy.Rule[] memory all)
    {
        all = new RulesPolicy.Rule[](2);
        (all[0], all[1]) = (a, b);
    }

    function onList(bytes32 l) private view returns (RulesPolicy.Rule memory) {
        return rule(address(lists), abi.encode(l));
    }

    /// The same resource, and so the same data, under rules that change.
    function test_rulesEvolve() public {
        bytes32 r = policy.create("r", RulesPolicy.Mode.Any, one(onList(friends)));
        approves(policy, r, ALICE);
        refuses(policy, r, BOB, "no rule approves");
        policy.setRules(r, RulesPolicy.Mode.Any, two(onList(friends), onList(staff)));
        approves(policy, r, ALICE);
        approves(policy, r, BOB);
        policy.setRules(r, RulesPolicy.Mode.All, two(onList(friends), onList(staff)));
        refuses(policy, r, ALICE, "a rule refuses");
        refuses(policy, r, BOB, "a rule refuses");
        lists.add(staff, list(ALICE));
        approves(policy, r, ALICE);
        policy.setRules(r, RulesPolicy.Mode.All, two(onList(friends), rule(address(locks), abi.encodePacked(uint64(2000)))));
        refuses(policy, r, ALICE, "a rule refuses");
        vm.warp(2000);
        approves(policy, r, ALICE);
        policy.setRules(r, RulesPolicy.Mode.All, new RulesPolicy.Rule[](0));
        refuses(policy, r, ALICE, "no rules");
        equal(policy.versionOf(r), 5, "version");
    }

    function test_frozen() public {
        bytes32 r = policy.create("r", RulesPolicy.Mode.Any, one(onList(friends)));
        vm.prank(EVE);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.freeze(r);
        vm.prank(EVE);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.setRules(r, RulesPolicy.Mode.Any, one(onList(staff)));
        policy.freeze(r);
        vm.expectRevert(RulesPolicy.RulesFrozen.selector);
        policy.setRules(r, RulesPolicy.Mode.Any, one(onList(staff)));
        approves(policy, r, ALICE);
        (, RulesPolicy.Rule[] memory set) = policy.rulesOf(r);
        equal(set.length, 1, "rules");
        equal(address(set[0].policy), address(lists), "policy");
        ownership(policy, r);
        vm.prank(BOB);
        vm.expectRevert(RulesPolicy.RulesFrozen.selector); // for the next owner as well
        policy.setRules(r, RulesPolicy.Mode.Any, one(onList(staff)));
    }

    function test_badRules() public {
        vm.expectRevert(RulesPolicy.BadRules.selector);
        policy.create("r", RulesPolicy.Mode.Any, one(rule(EVE, ""))); // no code
        vm.expectRevert(RulesPolicy.BadRules.selector);
        policy.create("r", RulesPolicy.Mode.Any, one(rule(address(locks), new bytes(257))));
        vm.expectRevert(RulesPolicy.BadRules.selector);
        policy.create("r", RulesPolicy.Mode.Any, new RulesPolicy.Rule[](9));
    }

    /// Nothing but the one word approves, in a rule as in a policy.
    function test_otherAnswers() public {
        bytes32 magic = bytes32(bytes4(0x468a7892));
        bytes32 r = policy.create("r", RulesPolicy.Mode.Any, one(rule(address(new Says(magic, 32)), "")));
        approves(policy, r, ALICE);
        address[7] memory wrong = [
            address(new Says(magic, 0)),
            address(new Says(magic, 31)),
            address(new Says(magic, 64)),
            address(new Says(bytes32(uint256(1)), 32)),
            address(new Says(bytes32(uint256(magic) | 1), 32)),
            address(new Burns()),
            address(new Writes())
        ];
        for (uint256 i = 0; i < wrong.length; i++) {
            policy.setRules(r, RulesPolicy.Mode.Any, one(rule(wrong[i], "")));
            (bool ok, bytes memory answer) = address(policy).staticcall{gas: 1_000_000}(
                abi.encodeCall(IAccessPolicy.approve, (abi.encode(r), ALICE, ""))
            );
            check(!ok && answer.length > 4, "refused with a reason");
        }
    }

    /// One rule that burns what it gets does not starve the other, within the gas that key servers give.
    function test_burningRule() public {
        address burns = address(new Burns());
        bytes32 r = policy.create("r", RulesPolicy.Mode.Any, two(rule(burns, ""), onList(friends)));
        bytes memory q = abi.encodeCall(IAccessPolicy.approve, (abi.encode(r), ALICE, ""));
        (bool ok,) = address(policy).staticcall{gas: 1_000_000}(q);
        check(ok, "the other rule");
    }

    /// A rule that asks its own resource ends.
    function test_circle() public {
        bytes32 r = policy.resourceOf(address(this), "r");
        policy.create("r", RulesPolicy.Mode.Any, one(rule(address(policy), abi.encode(r))));
        bytes memory q = abi.encodeCall(IAccessPolicy.approve, (abi.encode(r), ALICE, ""));
        (bool ok,) = address(policy).staticcall{gas: 1_000_000}(q);
        check(!ok, "refused");
    }

    function testFuzz_anyAll(uint8 bits, uint8 n, bool all) public {
        n = uint8(within(n, 1, 8));
        address yes = address(new Always());
        address no = address(new Says(0, 32));
        RulesPolicy.Rule[] memory set = new RulesPolicy.Rule[](n);
        uint256 count;
        for (uint256 i = 0; i < n; i++) {
            bool approve = (bits >> i) & 1 == 1;
            if (approve) count++;
            set[i] = rule(approve ? yes : no, "");
        }
        bytes32 r = policy.create("r", all ? RulesPolicy.Mode.All : RulesPolicy.Mode.Any, set);
        if (all ? count == n : count > 0) approves(policy, r, ALICE);
        else refuses(policy, r, ALICE, all ? "a rule refuses" : "no rule approves");
    }
}
