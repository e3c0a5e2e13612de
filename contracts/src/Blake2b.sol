// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// BLAKE2b-256 of short inputs by the BLAKE2F precompile (EIP-152): one compression, so one call.
library Blake2b {
    /// The blob ID (spec encoding 5.3): the hash of `encodingType u8 | size u64 little-endian | root`.
    function blobId(uint8 encodingType, uint64 size, bytes32 root) internal view returns (bytes32 id) {
        assembly ("memory-safe") {
            // Input of the precompile: rounds u32 | state 64 | block 128 | offset 16 | final 1 = 213 bytes.
            let p := mload(0x40)
            mstore(p, 0)
            mstore(add(p, 3), shl(248, 12)) // rounds = 12
            // The initial state, words little-endian, the first xored with 0x01010020 (32 bytes out, no key).
            mstore(add(p, 4), 0x28c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5)
            mstore(add(p, 36), 0xd182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b)
            // The block: 41 bytes of input, then zeros.
            let b := add(p, 68)
            mstore(add(b, 32), 0)
            mstore(add(b, 64), 0)
            mstore(add(b, 96), 0)
            // size, byte-swapped into little-endian order
            let v := size
            v := or(shr(8, and(v, 0xff00ff00ff00ff00)), shl(8, and(v, 0x00ff00ff00ff00ff)))
            v := or(shr(16, and(v, 0xffff0000ffff0000)), shl(16, and(v, 0x0000ffff0000ffff)))
            v := or(shr(32, v), shl(32, and(v, 0xffffffff)))
            mstore(b, or(shl(248, encodingType), shl(184, v)))
            mstore(add(b, 9), root)
            // offset = 41, little-endian u128; then the final flag
            mstore(add(b, 128), shl(248, 41))
            mstore8(add(b, 144), 1)
            if iszero(staticcall(gas(), 9, p, 213, p, 64)) { revert(0, 0) }
            if iszero(eq(returndatasize(), 64)) { revert(0, 0) }
            id := mload(p)
        }
    }
}
