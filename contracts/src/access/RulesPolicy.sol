// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Freshness, IAccessPolicy} from "./IAccessPolicy.sol";
import {Owned} from "./Owned.sol";

/// Rules that change while the data cannot: a resource is governed by a set of rules, each a question to another policy,
/// of which any or all have to be answered with yes. The owner replaces the set, or freezes it for ever. What the other
/// policies are asked about stands in the rules, so a reader has no influence on it; `args` are passed on.
contract RulesPolicy is Owned {
    struct Rule {
        IAccessPolicy policy;
        bytes resource; // of that policy
    }

    enum Mode {
        Any,
        All
    }

    uint256 private constant MAX_RULES = 8;
    uint256 private constant MAX_RESOURCE = 256;
    /// For all rules together; key servers give a policy 1,000,000.
    uint256 private constant RULES_GAS = 900_000;

    mapping(bytes32 resource => Rule[]) private rules;
    mapping(bytes32 resource => Mode) public modeOf;
    mapping(bytes32 resource => bool) public isFrozen;
    /// Number of times the rules were set.
    mapping(bytes32 resource => uint64) public versionOf;

    event RulesSet(bytes32 indexed resource, uint64 version, Mode mode, Rule[] rules);
    event Frozen(bytes32 indexed resource);

    error BadRules();
    error RulesFrozen();

    function create(bytes32 salt, Mode mode, Rule[] calldata set) external returns (bytes32 resource) {
        resource = claim(salt);
        write(resource, mode, set);
    }

    /// Replaces the rules. With none, nobody reads.
    function setRules(bytes32 resource, Mode mode, Rule[] calldata set) external onlyOwner(resource) {
        if (isFrozen[resource]) revert RulesFrozen();
        write(resource, mode, set);
    }

    /// Makes the rules as they are the last ones.
    function freeze(bytes32 resource) external onlyOwner(resource) {
        isFrozen[resource] = true;
        emit Frozen(resource);
    }

    function rulesOf(bytes32 resource) external view returns (Mode mode, Rule[] memory set) {
        return (modeOf[resource], rules[resource]);
    }

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("rules", true, Freshness.BOTH);
    }

    function write(bytes32 resource, Mode mode, Rule[] calldata set) private {
        if (set.length > MAX_RULES) revert BadRules();
        delete rules[resource];
        for (uint256 i = 0; i < set.length; i++) {
            if (address(set[i].policy).code.length == 0 || set[i].resource.length > MAX_RESOURCE) revert BadRules();
            rules[resource].push(set[i]);
        }
        modeOf[resource] = mode;
        emit RulesSet(resource, ++versionOf[resource], mode, set);
    }

    function judge(bytes32 resource, address caller, bytes calldata args) internal view override {
        Rule[] storage set = rules[resource];
        require(set.length > 0, "no rules");
        bool all = modeOf[resource] == Mode.All;
        for (uint256 i = 0; i < set.length; i++) {
            if (ask(set[i], RULES_GAS / set.length, caller, args) != all) {
                require(!all, "a rule refuses");
                return;
            }
        }
        require(all, "no rule approves");
    }

    /// Whether the other policy approves: by exactly one word, within its share of the gas, so that one that burns all it
    /// gets leaves the others theirs.
    function ask(Rule storage rule, uint256 share, address caller, bytes calldata args) private view returns (bool) {
        bytes memory question = abi.encodeCall(IAccessPolicy.approve, (rule.resource, caller, args));
        address policy = address(rule.policy);
        uint256 answer;
        bool ok;
        assembly ("memory-safe") {
            ok := staticcall(share, policy, add(question, 32), mload(question), 0, 32)
            ok := and(and(ok, eq(returndatasize(), 32)), gt(extcodesize(policy), 0))
            answer := mload(0)
        }
        return ok && bytes32(answer) == bytes32(IAccessPolicy.approve.selector);
    }
}
