// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Freshness} from "./IAccessPolicy.sol";
import {Owned} from "./Owned.sol";
import {Paid} from "./Paid.sol";

/// Readers of a plan have paid until a time that has not passed. Time that was paid for stays paid, whatever the owner
/// changes.
contract SubscriptionPolicy is Paid {
    struct Plan {
        uint64 price; // FROST a period
        uint32 period; // seconds, not 0
        bool open; // periods are for sale
    }

    uint256 private constant MAX_PERIODS = 1000;

    mapping(bytes32 plan => Plan) public planOf;
    /// The second up to which a reader has paid, itself included.
    mapping(bytes32 plan => mapping(address reader => uint64)) public paidUntil;

    event PlanSet(bytes32 indexed plan, uint64 price, uint32 period, bool open);
    event Subscribed(bytes32 indexed plan, address indexed reader, uint64 until, uint256 cost);

    error BadPeriod();

    constructor(IERC20 token) Paid(token) {}

    function create(bytes32 salt, uint64 price, uint32 period) external returns (bytes32 plan) {
        plan = claim(salt);
        set(plan, Plan(price, period, true));
    }

    /// Changes the terms of periods that are not sold yet.
    function setPlan(bytes32 plan, uint64 price, uint32 period, bool open) external onlyOwner(plan) {
        set(plan, Plan(price, period, open));
    }

    /// Pays for periods of a reader, from the end of what is paid for, or from now. Anyone may pay.
    /// @param maxCost the most that the sender wants to pay for all, FROST
    function subscribe(bytes32 plan, address reader, uint32 periods, uint64 maxCost) external {
        mustExist(plan);
        Plan memory terms = planOf[plan];
        if (!terms.open) revert NotForSale();
        if (periods == 0 || periods > MAX_PERIODS) revert BadPeriod();
        uint256 from = paidUntil[plan][reader];
        if (from < block.timestamp) from = block.timestamp;
        uint256 until = from + uint256(periods) * terms.period;
        if (until > type(uint64).max) revert BadPeriod();
        paidUntil[plan][reader] = uint64(until);
        uint256 cost = uint256(terms.price) * periods;
        emit Subscribed(plan, reader, uint64(until), cost);
        pay(plan, cost, maxCost);
    }

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("subscription", false, Freshness.BOTH);
    }

    function set(bytes32 plan, Plan memory terms) private {
        if (terms.period == 0) revert BadPeriod();
        planOf[plan] = terms;
        emit PlanSet(plan, terms.price, terms.period, terms.open);
    }

    function judge(bytes32 plan, address caller, bytes calldata) internal view override {
        uint64 until = paidUntil[plan][caller];
        require(until != 0, "not subscribed");
        require(until >= block.timestamp, "subscription has ended");
    }
}
