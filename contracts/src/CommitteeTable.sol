// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BLS} from "./BLS.sol";

/// A committee kept as the code of two contracts, which costs far less to read than storage:
///
///     keys    00 | total key x 48 y 48 | for each member: x 48 | y 48 | weight u16
///     shards  00 | for each member: node index u32 | for each shard: position of its owner u8
///
/// Members ascend by node index; numbers are big-endian. The zero byte keeps anyone from calling the code.
library CommitteeTable {
    uint256 internal constant HEADER_SIZE = 97;
    uint256 internal constant MEMBER_SIZE = 98;
    /// As many members as fit into the code of one contract.
    uint256 internal constant MAX_MEMBERS = 249;

    error StoreFailed();

    /// Members of the table at `keys`; 0 if there is none.
    function members(address keys) internal view returns (uint256) {
        uint256 size = keys.code.length;
        return size < HEADER_SIZE ? 0 : (size - HEADER_SIZE) / MEMBER_SIZE;
    }

    /// Reads the table of `n` members into memory and returns the address of its first byte.
    function load(address keys, uint256 n) internal view returns (uint256 p) {
        uint256 size = HEADER_SIZE + n * MEMBER_SIZE;
        p = BLS.allocate(size);
        assembly ("memory-safe") {
            extcodecopy(keys, p, 0, size)
        }
    }

    /// Writes the total key of the loaded table as a point at `to`.
    function totalKey(uint256 table, uint256 to) internal pure {
        BLS.pad(table + 1, to);
    }

    /// Writes the key of member `i` of the loaded table as a point at `to` and returns the member's weight.
    function member(uint256 table, uint256 i, uint256 to) internal pure returns (uint256 weight) {
        uint256 entry = table + HEADER_SIZE + i * MEMBER_SIZE;
        BLS.pad(entry, to);
        assembly ("memory-safe") {
            weight := shr(240, mload(add(entry, 96)))
        }
    }

    /// Makes the table of keys (96 bytes each) and weights, with the sum of the keys in front.
    function encodeKeys(bytes[] memory keys, uint16[] memory weights) internal view returns (bytes memory table) {
        table = new bytes(HEADER_SIZE + keys.length * MEMBER_SIZE);
        uint256 sum = BLS.allocate(2 * BLS.G1_SIZE);
        uint256 p;
        assembly ("memory-safe") {
            p := add(table, 32)
            calldatacopy(sum, calldatasize(), 128)
        }
        for (uint256 i = 0; i < keys.length; i++) {
            bytes memory key = keys[i];
            uint256 weight = weights[i];
            uint256 entry = p + HEADER_SIZE + i * MEMBER_SIZE;
            assembly ("memory-safe") {
                mcopy(entry, add(key, 32), 96)
                mstore8(add(entry, 96), shr(8, weight))
                mstore8(add(entry, 97), weight)
            }
            BLS.pad(entry, sum + BLS.G1_SIZE);
            BLS.addG1(sum);
        }
        assembly ("memory-safe") {
            mcopy(add(p, 1), add(sum, 16), 48)
            mcopy(add(p, 49), add(sum, 80), 48)
        }
    }

    /// Makes the table of shard owners: consecutive ranges, in member order.
    function encodeShards(uint32[] memory nodes, uint16[] memory weights, uint256 nShards)
        internal
        pure
        returns (bytes memory table)
    {
        table = new bytes(1 + nodes.length * 4 + nShards);
        uint256 p;
        assembly ("memory-safe") {
            p := add(table, 33)
        }
        for (uint256 i = 0; i < nodes.length; i++) {
            uint256 node = nodes[i];
            assembly ("memory-safe") {
                mstore8(p, shr(24, node))
                mstore8(add(p, 1), shr(16, node))
                mstore8(add(p, 2), shr(8, node))
                mstore8(add(p, 3), node)
            }
            p += 4;
        }
        for (uint256 i = 0; i < nodes.length; i++) {
            uint256 end = p + weights[i];
            assembly ("memory-safe") {
                for {} lt(p, end) { p := add(p, 1) } { mstore8(p, i) }
            }
        }
    }

    /// Makes a contract whose code is `data`, which must begin with a zero byte.
    function store(bytes memory data) internal returns (address p) {
        // PUSH2 size, DUP1, PUSH1 10, RETURNDATASIZE, CODECOPY, RETURNDATASIZE, RETURN: returns what follows it.
        bytes memory creation = bytes.concat(hex"61", bytes2(uint16(data.length)), hex"80600a3d393df3", data);
        assembly ("memory-safe") {
            p := create(0, add(creation, 32), mload(creation))
        }
        if (p == address(0)) revert StoreFailed();
    }
}
