// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Freshness} from "./IAccessPolicy.sol";
import {Owned} from "./Owned.sol";

/// A reader needs the votes of enough approvers. The approvers of a subject and their number never change; its owner has
/// no say besides.
contract ThresholdPolicy is Owned {
    uint256 private constant MAX_APPROVERS = 255;

    mapping(bytes32 subject => uint8) public threshold;
    mapping(bytes32 subject => mapping(address => bool)) public isApprover;
    mapping(bytes32 subject => mapping(address reader => uint8)) public votes;
    mapping(bytes32 subject => mapping(address reader => mapping(address approver => bool))) public hasVoted;

    event CaseSet(bytes32 indexed subject, address[] approvers, uint8 threshold);
    event Voted(bytes32 indexed subject, address indexed reader, address indexed approver, bool inFavour);

    error NotApprover();
    error NoChange();
    error BadApprovers();

    function create(bytes32 salt, address[] calldata approvers, uint8 needed) external returns (bytes32 subject) {
        if (needed == 0 || needed > approvers.length || approvers.length > MAX_APPROVERS) revert BadApprovers();
        subject = claim(salt);
        threshold[subject] = needed;
        for (uint256 i = 0; i < approvers.length; i++) {
            if (isApprover[subject][approvers[i]]) revert BadApprovers();
            isApprover[subject][approvers[i]] = true;
        }
        emit CaseSet(subject, approvers, needed);
    }

    /// Gives the sender's vote to a reader, or takes it back.
    function vote(bytes32 subject, address reader, bool inFavour) external {
        if (!isApprover[subject][msg.sender]) revert NotApprover();
        if (hasVoted[subject][reader][msg.sender] == inFavour) revert NoChange();
        hasVoted[subject][reader][msg.sender] = inFavour;
        if (inFavour) votes[subject][reader]++;
        else votes[subject][reader]--;
        emit Voted(subject, reader, msg.sender, inFavour);
    }

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("threshold", false, Freshness.BOTH);
    }

    function judge(bytes32 subject, address caller, bytes calldata) internal view override {
        require(votes[subject][caller] >= threshold[subject], "not enough votes");
    }
}
