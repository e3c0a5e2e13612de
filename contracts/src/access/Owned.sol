// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PolicyBase} from "./PolicyBase.sol";

/// A policy whose resources have owners. The resource follows from its first owner and a salt, so that data can be encrypted
/// before the resource exists on the chain, and nobody else can take it. Ownership passes when the next owner accepts.
abstract contract Owned is PolicyBase {
    mapping(bytes32 resource => address) public ownerOf;
    /// Whom the owner offers the resource to.
    mapping(bytes32 resource => address) public heirOf;

    event Created(bytes32 indexed resource, address indexed owner);
    event Offered(bytes32 indexed resource, address indexed heir);
    event Transferred(bytes32 indexed resource, address indexed from, address indexed to);

    error NotOwner();
    error NotHeir();
    error AlreadyCreated();
    error NoSuchResource();

    constructor() PolicyBase(32) {}

    modifier onlyOwner(bytes32 resource) {
        if (ownerOf[resource] != msg.sender) revert NotOwner();
        _;
    }

    /// The resource that `owner` creates with `salt`.
    function resourceOf(address owner, bytes32 salt) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), owner, salt));
    }

    /// Offers the resource; the zero address takes an offer back.
    function offer(bytes32 resource, address heir) external onlyOwner(resource) {
        heirOf[resource] = heir;
        emit Offered(resource, heir);
    }

    /// Takes over a resource that was offered to the sender.
    function accept(bytes32 resource) external {
        if (heirOf[resource] != msg.sender) revert NotHeir();
        delete heirOf[resource];
        emit Transferred(resource, ownerOf[resource], msg.sender);
        ownerOf[resource] = msg.sender;
    }

    function claim(bytes32 salt) internal returns (bytes32 resource) {
        resource = resourceOf(msg.sender, salt);
        if (ownerOf[resource] != address(0)) revert AlreadyCreated();
        ownerOf[resource] = msg.sender;
        emit Created(resource, msg.sender);
    }

    function mustExist(bytes32 resource) internal view {
        if (ownerOf[resource] == address(0)) revert NoSuchResource();
    }

    function judge(bytes calldata resource, address caller, bytes calldata args) internal view override {
        require(ownerOf[bytes32(resource)] != address(0), "no such resource");
        judge(bytes32(resource), caller, args);
    }

    /// Reverts unless the caller may have the keys of a resource that exists.
    function judge(bytes32 resource, address caller, bytes calldata args) internal view virtual;
}
