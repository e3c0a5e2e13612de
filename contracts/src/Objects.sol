// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {ERC721Utils} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Utils.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// ERC-721 over objects whose owner is part of their own record, which saves each object a slot. The inheriting contract
/// keeps the owners; balances and approvals are kept here. The token id is the object ID as a number.
///
/// Making an object never calls its owner. Only safeTransferFrom does, as the standard demands, and as its last act.
abstract contract Objects is IERC721, IERC721Metadata, IERC721Errors {
    /// @custom:storage-location erc7201:walrus.objects
    struct ObjectState {
        mapping(address owner => uint256) balances;
        mapping(uint256 tokenId => address) approvals;
        mapping(address owner => mapping(address operator => bool)) operators;
        mapping(uint256 kind => uint256) counters;
    }

    // keccak256(abi.encode(uint256(keccak256("walrus.objects")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STATE = 0x426b0622b61300b1874ec7ec0f2abe54d624e9ecb25db5b40c8129410e9c0400;

    /// The owner in the object's record; zero if there is no such object.
    function holder(bytes32 objectId) internal view virtual returns (address);

    /// Writes the owner into the record of an object that exists.
    function setHolder(bytes32 objectId, address to) internal virtual;

    /// Takes the next object ID of a kind and announces the object as `to`'s. The caller writes the record.
    function create(uint256 kind, address to) internal returns (bytes32 objectId) {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        ObjectState storage s = objectState();
        uint256 counter = ++s.counters[kind];
        objectId = keccak256(abi.encode(block.chainid, address(this), kind, counter));
        unchecked {
            s.balances[to]++;
        }
        emit Transfer(address(0), to, uint256(objectId));
    }

    function name() external pure returns (string memory) {
        return "Walrus";
    }

    function symbol() external pure returns (string memory) {
        return "WALOBJ";
    }

    /// Empty: what an object is, its record says.
    function tokenURI(uint256 tokenId) external view returns (string memory) {
        ownerOf(tokenId);
        return "";
    }

    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(IERC721).interfaceId
            || interfaceId == type(IERC721Metadata).interfaceId;
    }

    function balanceOf(address owner) external view returns (uint256) {
        if (owner == address(0)) revert ERC721InvalidOwner(owner);
        return objectState().balances[owner];
    }

    function ownerOf(uint256 tokenId) public view returns (address owner) {
        owner = holder(bytes32(tokenId));
        if (owner == address(0)) revert ERC721NonexistentToken(tokenId);
    }

    function approve(address to, uint256 tokenId) external {
        address owner = ownerOf(tokenId);
        if (msg.sender != owner && !objectState().operators[owner][msg.sender]) {
            revert ERC721InvalidApprover(msg.sender);
        }
        objectState().approvals[tokenId] = to;
        emit Approval(owner, to, tokenId);
    }

    function getApproved(uint256 tokenId) external view returns (address) {
        ownerOf(tokenId);
        return objectState().approvals[tokenId];
    }

    function setApprovalForAll(address operator, bool approved) external {
        if (operator == address(0)) revert ERC721InvalidOperator(operator);
        objectState().operators[msg.sender][operator] = approved;
        emit ApprovalForAll(msg.sender, operator, approved);
    }

    function isApprovedForAll(address owner, address operator) external view returns (bool) {
        return objectState().operators[owner][operator];
    }

    function transferFrom(address from, address to, uint256 tokenId) public {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        address owner = ownerOf(tokenId);
        if (owner != from) revert ERC721IncorrectOwner(from, tokenId, owner);
        if (!mayMove(owner, msg.sender, tokenId)) revert ERC721InsufficientApproval(msg.sender, tokenId);
        ObjectState storage s = objectState();
        delete s.approvals[tokenId];
        unchecked {
            s.balances[from]--;
            s.balances[to]++;
        }
        setHolder(bytes32(tokenId), to);
        emit Transfer(from, to, tokenId);
    }

    function safeTransferFrom(address from, address to, uint256 tokenId) external {
        safeTransferFrom(from, to, tokenId, "");
    }

    function safeTransferFrom(address from, address to, uint256 tokenId, bytes memory data) public {
        transferFrom(from, to, tokenId);
        ERC721Utils.checkOnERC721Received(msg.sender, from, to, tokenId, data);
    }

    /// Whether `spender` is the owner or has the owner's approval for the object or for all.
    function mayMove(address owner, address spender, uint256 tokenId) internal view returns (bool) {
        ObjectState storage s = objectState();
        return spender == owner || s.operators[owner][spender] || s.approvals[tokenId] == spender;
    }

    function objectState() private pure returns (ObjectState storage s) {
        assembly ("memory-safe") {
            s.slot := STATE
        }
    }
}
