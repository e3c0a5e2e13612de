// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// BLS12-381 signatures on the EIP-2537 precompiles: keys in G1, signatures in G2, the suite
/// BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_ (spec encoding 8).
///
/// Points are what the precompiles take: a field element is 64 bytes big-endian (16 zero bytes, then 48), G1 is x | y in
/// 128 bytes, G2 is x.c0 | x.c1 | y.c0 | y.c1 in 256. Infinity is all zeros. Functions work on memory addresses, because the
/// points of one check lie side by side in the input of the pairing. A precompile that is not there answers with
/// nothing, so every call also tests the size of the answer.
library BLS {
    uint256 internal constant G1_SIZE = 128;
    uint256 internal constant G2_SIZE = 256;
    /// One pair of points, of G1 and G2.
    uint256 internal constant PAIR_SIZE = 384;

    uint256 private constant G1ADD = 0x0b;
    uint256 private constant G1MSM = 0x0c;
    uint256 private constant G2ADD = 0x0d;
    uint256 private constant PAIRING = 0x0f;
    uint256 private constant MAP_FP2_TO_G2 = 0x11;
    uint256 private constant SHA256 = 0x02;
    uint256 private constant MODEXP = 0x05;

    // The field's modulus p, and (p-1)/2, above which y counts as the larger root.
    uint256 private constant P_HI = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 private constant P_LO = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;
    uint256 private constant HALF_HI = 0x0d0088f51cbff34d258dd3db21a5d66b;
    uint256 private constant HALF_LO = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;

    // The generator of G1, and y of its negative.
    uint256 private constant G_X_HI = 0x17f1d3a73197d7942695638c4fa9ac0f;
    uint256 private constant G_X_LO = 0xc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb;
    uint256 private constant NEG_G_Y_HI = 0x114d1d6855d545a8aa7d76c8cf2e21f2;
    uint256 private constant NEG_G_Y_LO = 0x67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca;

    // The domain separation tag (43 bytes) and its length, as hashed.
    bytes32 private constant TAG_HEAD = "BLS_SIG_BLS12381G2_XMD:SHA-256_S";
    bytes32 private constant TAG_TAIL = "SWU_RO_NUL_\x2b";

    error PrecompileFailed(uint256 precompile);

    /// Memory for `size` bytes, not cleared.
    function allocate(uint256 size) internal pure returns (uint256 p) {
        assembly ("memory-safe") {
            p := mload(0x40)
            mstore(0x40, add(p, and(add(size, 31), not(31))))
        }
    }

    /// Calls a precompile; false if it refuses its input or does not exist.
    function call(uint256 precompile, uint256 input, uint256 size, uint256 output, uint256 outputSize)
        internal
        view
        returns (bool ok)
    {
        assembly ("memory-safe") {
            ok := staticcall(gas(), precompile, input, size, output, outputSize)
            ok := and(ok, eq(returndatasize(), outputSize))
        }
    }

    function mustCall(uint256 precompile, uint256 input, uint256 size, uint256 output, uint256 outputSize)
        private
        view
    {
        if (!call(precompile, input, size, output, outputSize)) revert PrecompileFailed(precompile);
    }

    /// Whether the chain has the precompiles at all: infinity plus infinity gets an answer of the right size.
    function isAvailable() internal view returns (bool) {
        uint256 p = allocate(2 * G1_SIZE);
        assembly ("memory-safe") {
            calldatacopy(p, calldatasize(), 256)
        }
        return call(G1ADD, p, 2 * G1_SIZE, p, G1_SIZE);
    }

    /// Adds the G1 point at `sum + 128` to the one at `sum`. Both must be on the curve.
    function addG1(uint256 sum) internal view {
        mustCall(G1ADD, sum, 2 * G1_SIZE, sum, G1_SIZE);
    }

    /// Negates the G1 point at `p`.
    function negateG1(uint256 p) internal pure {
        assembly ("memory-safe") {
            let hi := mload(add(p, 64))
            let lo := mload(add(p, 96))
            if or(hi, lo) {
                mstore(add(p, 64), sub(sub(P_HI, hi), gt(lo, P_LO)))
                mstore(add(p, 96), sub(P_LO, lo))
            }
        }
    }

    /// Whether all `size` bytes at `p` are zero, which is how infinity is written; `size` a multiple of 32.
    function isInfinity(uint256 p, uint256 size) internal pure returns (bool zero) {
        assembly ("memory-safe") {
            let any := 0
            for { let end := add(p, size) } lt(p, end) { p := add(p, 32) } { any := or(any, mload(p)) }
            zero := iszero(any)
        }
    }

    /// Whether the point at `p` is in the subgroup of prime order; infinity is.
    function isInG1(uint256 p) internal view returns (bool) {
        uint256 input = allocate(G1_SIZE + 32);
        assembly ("memory-safe") {
            mcopy(input, p, G1_SIZE)
            mstore(add(input, G1_SIZE), 1)
        }
        return call(G1MSM, input, G1_SIZE + 32, input, G1_SIZE);
    }

    /// Writes the point x | y, 48 bytes each at `from`, in the layout of the precompiles at `to`.
    function pad(uint256 from, uint256 to) internal pure {
        assembly ("memory-safe") {
            mstore(to, 0)
            mstore(add(to, 64), 0)
            mcopy(add(to, 16), from, 48)
            mcopy(add(to, 80), add(from, 48), 48)
        }
    }

    /// The 48-byte form of the key x | y (96 bytes): x with the compression flag, and the flag of the larger root.
    function compress(bytes memory xy) internal pure returns (bytes32 head, bytes16 tail) {
        assembly ("memory-safe") {
            head := mload(add(xy, 32))
            tail := and(mload(add(xy, 64)), shl(128, not(0)))
            let hi := shr(128, mload(add(xy, 80)))
            let lo := mload(add(xy, 96))
            let larger := or(gt(hi, HALF_HI), and(eq(hi, HALF_HI), gt(lo, HALF_LO)))
            head := or(head, shl(248, or(0x80, shl(5, larger))))
        }
    }

    /// Hashes a message to G2 (RFC 9380, random oracle) and writes the point at `p`.
    function hashToG2(bytes memory message, uint256 p) internal view {
        uint256 u = expandMessage(message);
        reduce(u);
        uint256 points = allocate(2 * G2_SIZE);
        mustCall(MAP_FP2_TO_G2, u, 128, points, G2_SIZE);
        mustCall(MAP_FP2_TO_G2, u + 128, 128, points + G2_SIZE, G2_SIZE);
        mustCall(G2ADD, points, 2 * G2_SIZE, p, G2_SIZE);
    }

    /// expand_message_xmd with SHA-256 to 256 bytes: four field elements of 64 bytes, not yet reduced.
    function expandMessage(bytes memory message) private view returns (uint256 u) {
        bytes32 b0 = sha256(bytes.concat(bytes32(0), bytes32(0), message, hex"010000", TAG_HEAD, bytes12(TAG_TAIL)));
        u = allocate(256);
        uint256 block_ = allocate(96); // b0 ^ b(i-1) 32 | i 1 | tag 44
        bool ok = true;
        assembly ("memory-safe") {
            mstore(add(block_, 33), TAG_HEAD)
            mstore(add(block_, 65), TAG_TAIL)
            let previous := 0
            for { let i := 1 } lt(i, 9) { i := add(i, 1) } {
                mstore(block_, xor(b0, previous))
                mstore8(add(block_, 32), i)
                let to := add(u, mul(32, sub(i, 1)))
                ok := and(ok, staticcall(gas(), SHA256, block_, 77, to, 32))
                previous := mload(to)
            }
        }
        if (!ok) revert PrecompileFailed(SHA256);
    }

    /// Reduces the four 64-byte numbers at `u` modulo p, in place.
    function reduce(uint256 u) private view {
        uint256 input = allocate(256); // sizes 3 * 32 | base 64 | exponent 1 | modulus 64
        bool ok = true;
        assembly ("memory-safe") {
            mstore(input, 64)
            mstore(add(input, 32), 1)
            mstore(add(input, 64), 64)
            mstore8(add(input, 160), 1)
            mstore(add(input, 161), P_HI)
            mstore(add(input, 193), P_LO)
            for { let end := add(u, 256) } lt(u, end) { u := add(u, 64) } {
                mcopy(add(input, 96), u, 64)
                ok := and(ok, staticcall(gas(), MODEXP, input, 225, u, 64))
            }
        }
        if (!ok) revert PrecompileFailed(MODEXP);
    }

    /// Whether `signature` is the signature of `message` by the key at `key`. Neither key nor signature may be infinity,
    /// which the pairing alone would accept for every message; the pairing checks that both are in their subgroups.
    function verify(uint256 key, bytes memory message, bytes memory signature) internal view returns (bool) {
        if (signature.length != G2_SIZE) return false;
        uint256 pairs = allocate(2 * PAIR_SIZE); // key | H(message) | -generator | signature
        uint256 point = pairs + PAIR_SIZE + G1_SIZE;
        assembly ("memory-safe") {
            mcopy(point, add(signature, 32), G2_SIZE)
            mcopy(pairs, key, G1_SIZE)
            let g := add(pairs, PAIR_SIZE)
            mstore(g, G_X_HI)
            mstore(add(g, 32), G_X_LO)
            mstore(add(g, 64), NEG_G_Y_HI)
            mstore(add(g, 96), NEG_G_Y_LO)
        }
        if (isInfinity(pairs, G1_SIZE) || isInfinity(point, G2_SIZE)) return false;
        hashToG2(message, pairs + G1_SIZE);
        if (!call(PAIRING, pairs, 2 * PAIR_SIZE, pairs, 32)) return false;
        bool equal;
        assembly ("memory-safe") {
            equal := eq(mload(pairs), 1)
        }
        return equal;
    }
}
