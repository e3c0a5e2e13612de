// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// Points of G2 of BLS12-381 as public keys: 256 bytes as the precompiles of EIP-2537 take them (x.c0 | x.c1 | y.c0 | y.c1, each
/// 64 bytes big-endian), and the compressed form, 96 bytes, that everybody else uses.
library G2 {
    uint256 private constant MSM = 0x0e;
    /// Ample: one multiplication costs 22,500 in Prague.
    uint256 private constant MSM_GAS = 200_000;

    // (p-1)/2, above which y counts as the larger root.
    uint256 private constant HALF_HI = 0x0d0088f51cbff34d258dd3db21a5d66b;
    uint256 private constant HALF_LO = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;

    /// Whether `point` is in the group of prime order and not the identity.
    function isKey(bytes calldata point) internal view returns (bool) {
        if (point.length != 256) return false;
        // A multiplication by 1: the precompile refuses coordinates out of range and points outside the group.
        // When it refuses, all its gas is gone.
        bytes memory input = bytes.concat(point, bytes32(uint256(1)));
        (bool ok, bytes memory same) = address(uint160(MSM)).staticcall{gas: MSM_GAS}(input);
        return ok && same.length == 256 && keccak256(same) == keccak256(point) && !isZero(point);
    }

    /// The compressed form of a point that isKey: x.c1 | x.c0 with flags in the top bits.
    function compress(bytes calldata point) internal pure returns (bytes memory out) {
        out = bytes.concat(point[80:128], point[16:64]);
        bool larger = isZero(point[192:256]) ? isLarger(point[128:192]) : isLarger(point[192:256]);
        out[0] |= larger ? bytes1(0xa0) : bytes1(0x80);
    }

    function isLarger(bytes calldata y) private pure returns (bool) {
        uint256 hi = uint256(bytes32(y[:32]));
        return hi > HALF_HI || (hi == HALF_HI && uint256(bytes32(y[32:])) > HALF_LO);
    }

    function isZero(bytes calldata words) private pure returns (bool) {
        uint256 any;
        for (uint256 i = 0; i < words.length; i += 32) {
            any |= uint256(bytes32(words[i:i + 32]));
        }
        return any == 0;
    }
}
