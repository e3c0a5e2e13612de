// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Token} from "../../src/Token.sol";
import {MarketPolicy} from "../../src/access/MarketPolicy.sol";
import {Owned} from "../../src/access/Owned.sol";
import {Paid} from "../../src/access/Paid.sol";
import {SubscriptionPolicy} from "../../src/access/SubscriptionPolicy.sol";
import {PolicyTest} from "./PolicyTest.sol";

/// A token that takes nothing and calls back: once, with what it was told to.
contract CallbackToken {
    address private target;
    bytes private call;
    bool public succeeded;
    bytes public answer;
    uint256 public transfers;

    function arm(address target_, bytes calldata call_) external {
        (target, call) = (target_, call_);
    }

    function transferFrom(address, address, uint256) external returns (bool) {
        transfers++;
        bytes memory c = call;
        delete call;
        if (c.length > 0) (succeeded, answer) = target.call(c);
        return true;
    }
}

/// A token that reports failure instead of reverting.
contract DeafToken {
    function transferFrom(address, address, uint256) external pure returns (bool) {
        return false;
    }
}

contract MarketPolicyTest is PolicyTest {
    uint64 private constant PRICE = 5_000;
    Token private token = new Token(address(this));
    MarketPolicy private policy = new MarketPolicy(IERC20(address(token)));
    bytes32 private item;

    function setUp() public {
        vm.prank(ALICE);
        item = policy.create("item", PRICE);
        token.approve(address(policy), type(uint256).max);
    }

    function test_payToRead() public {
        refuses(policy, item, BOB, "not paid");
        policy.buy(item, BOB, PRICE);
        approves(policy, item, BOB);
        refuses(policy, item, address(this), "not paid"); // who paid for another
        approves(policy, item, ALICE); // seller
        equal(token.balanceOf(ALICE), uint256(PRICE) * 1e9, "revenue");
        equal(token.balanceOf(address(policy)), 0, "money held");
    }

    function test_paidStaysPaid() public {
        policy.buy(item, BOB, PRICE);
        vm.prank(ALICE);
        policy.setOffer(item, PRICE * 2, false);
        approves(policy, item, BOB);
        vm.expectRevert(Paid.NotForSale.selector);
        policy.buy(item, EVE, type(uint64).max);
        vm.prank(ALICE);
        policy.offer(item, EVE);
        vm.prank(EVE);
        policy.accept(item);
        approves(policy, item, BOB);
        refuses(policy, item, ALICE, "not paid");
    }

    function test_revenueFollowsOwnership() public {
        vm.prank(ALICE);
        policy.offer(item, EVE);
        vm.prank(EVE);
        policy.accept(item);
        policy.buy(item, BOB, PRICE);
        equal(token.balanceOf(EVE), uint256(PRICE) * 1e9, "revenue");
        equal(token.balanceOf(ALICE), 0, "revenue of the seller before");
    }

    function test_misuse() public {
        vm.expectRevert(abi.encodeWithSelector(Paid.CostAboveMax.selector, PRICE, PRICE - 1));
        policy.buy(item, BOB, PRICE - 1);
        vm.expectRevert(Owned.NoSuchResource.selector);
        policy.buy(bytes32("none"), BOB, PRICE);
        policy.buy(item, BOB, PRICE);
        vm.expectRevert(MarketPolicy.AlreadyPaid.selector);
        policy.buy(item, BOB, PRICE);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.setOffer(item, 0, true);
        vm.prank(EVE);
        vm.expectRevert(); // no allowance
        policy.buy(item, EVE, PRICE);
        refuses(policy, item, EVE, "not paid");
        vm.expectRevert();
        new MarketPolicy(IERC20(EVE));
    }

    function testFuzz_money(uint64 price, uint64 max) public {
        price = uint64(price % (token.SUPPLY() / 1e9));
        vm.prank(ALICE);
        policy.setOffer(item, price, true);
        if (price > max) {
            vm.expectRevert(abi.encodeWithSelector(Paid.CostAboveMax.selector, price, max));
            policy.buy(item, BOB, max);
            refuses(policy, item, BOB, "not paid");
        } else {
            policy.buy(item, BOB, max);
            equal(token.balanceOf(ALICE), uint256(price) * 1e9, "revenue");
            approves(policy, item, BOB);
        }
    }

    function test_reentrancy() public {
        CallbackToken evil = new CallbackToken();
        MarketPolicy market = new MarketPolicy(IERC20(address(evil)));
        bytes32 i = market.create("i", PRICE);
        evil.arm(address(market), abi.encodeCall(MarketPolicy.buy, (i, BOB, PRICE)));
        market.buy(i, BOB, PRICE);
        check(!evil.succeeded(), "bought twice");
        equal(bytes32(bytes4(evil.answer())), bytes32(MarketPolicy.AlreadyPaid.selector), "why not");
        equal(evil.transfers(), 1, "payments");
    }

    function test_failedPayment() public {
        MarketPolicy market = new MarketPolicy(IERC20(address(new DeafToken())));
        bytes32 i = market.create("i", PRICE);
        vm.expectRevert();
        market.buy(i, BOB, PRICE);
        refuses(market, i, BOB, "not paid");
    }
}

contract SubscriptionPolicyTest is PolicyTest {
    uint64 private constant PRICE = 100;
    uint32 private constant PERIOD = 1000;
    uint256 private constant START = 1_700_000_000;
    Token private token = new Token(address(this));
    SubscriptionPolicy private policy = new SubscriptionPolicy(IERC20(address(token)));
    bytes32 private plan;

    function setUp() public {
        vm.warp(START);
        vm.prank(ALICE);
        plan = policy.create("plan", PRICE, PERIOD);
        token.approve(address(policy), type(uint256).max);
    }

    function test_untilTheEnd() public {
        refuses(policy, plan, BOB, "not subscribed");
        policy.subscribe(plan, BOB, 2, 2 * PRICE);
        equal(policy.paidUntil(plan, BOB), START + 2 * PERIOD, "until");
        approves(policy, plan, BOB);
        vm.warp(START + 2 * PERIOD);
        approves(policy, plan, BOB);
        vm.warp(START + 2 * PERIOD + 1);
        refuses(policy, plan, BOB, "subscription has ended");
        refuses(policy, plan, ALICE, "not subscribed");
        equal(token.balanceOf(ALICE), uint256(2 * PRICE) * 1e9, "revenue");
        equal(token.balanceOf(address(policy)), 0, "money held");
    }

    function test_renewal() public {
        policy.subscribe(plan, BOB, 1, PRICE);
        vm.warp(START + 500);
        policy.subscribe(plan, BOB, 1, PRICE); // on top of what is left
        equal(policy.paidUntil(plan, BOB), START + 2 * PERIOD, "on time");
        vm.warp(START + 5 * PERIOD);
        policy.subscribe(plan, BOB, 1, PRICE); // the gap is not paid for
        equal(policy.paidUntil(plan, BOB), START + 6 * PERIOD, "after a gap");
    }

    function test_termsOfSoldTimeStay() public {
        policy.subscribe(plan, BOB, 1, PRICE);
        vm.prank(ALICE);
        policy.setPlan(plan, 7 * PRICE, 1, false);
        approves(policy, plan, BOB);
        vm.expectRevert(Paid.NotForSale.selector);
        policy.subscribe(plan, BOB, 1, 7 * PRICE);
    }

    function test_misuse() public {
        vm.expectRevert(abi.encodeWithSelector(Paid.CostAboveMax.selector, 3 * PRICE, 3 * PRICE - 1));
        policy.subscribe(plan, BOB, 3, 3 * PRICE - 1);
        vm.expectRevert(SubscriptionPolicy.BadPeriod.selector);
        policy.subscribe(plan, BOB, 0, PRICE);
        vm.expectRevert(SubscriptionPolicy.BadPeriod.selector);
        policy.subscribe(plan, BOB, 1001, type(uint64).max);
        vm.expectRevert(SubscriptionPolicy.BadPeriod.selector);
        policy.create("other", PRICE, 0); // would cost without giving
        vm.expectRevert(Owned.NoSuchResource.selector);
        policy.subscribe(bytes32("none"), BOB, 1, PRICE);
        vm.expectRevert(Owned.NotOwner.selector);
        policy.setPlan(plan, 0, PERIOD, true);
        refuses(policy, plan, BOB, "not subscribed");
    }

    function testFuzz_timeAndMoney(uint64 price, uint32 period, uint32 periods) public {
        price = uint64(within(price, 0, 1e12));
        period = uint32(within(period, 1, type(uint32).max));
        periods = uint32(within(periods, 1, 1000));
        vm.prank(ALICE);
        policy.setPlan(plan, price, period, true);
        policy.subscribe(plan, BOB, periods, type(uint64).max);
        equal(policy.paidUntil(plan, BOB), START + uint256(period) * periods, "until");
        equal(token.balanceOf(ALICE), uint256(price) * periods * 1e9, "revenue");
        vm.warp(START + uint256(period) * periods + 1);
        refuses(policy, plan, BOB, "subscription has ended");
    }

    function test_reentrancy() public {
        CallbackToken evil = new CallbackToken();
        SubscriptionPolicy p = new SubscriptionPolicy(IERC20(address(evil)));
        bytes32 r = p.create("r", PRICE, PERIOD);
        evil.arm(address(p), abi.encodeCall(SubscriptionPolicy.subscribe, (r, BOB, 1, PRICE)));
        p.subscribe(r, BOB, 1, PRICE);
        check(evil.succeeded(), "the second purchase");
        equal(evil.transfers(), 2, "payments"); // each period was paid for
        equal(p.paidUntil(r, BOB), START + 2 * PERIOD, "until");
    }
}
