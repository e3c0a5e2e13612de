// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BLS} from "../src/BLS.sol";

/// BLS keys and signatures made in the EVM: multiplications by the MSM precompiles, which the contracts themselves do not
/// use for this. Hashing to the curve is shared with the contracts, and held to vectors of other libraries in BLS.t.sol.
library Signer {
    /// The order of the groups.
    uint256 internal constant ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;

    bytes private constant GENERATOR =
        hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1";

    bytes internal constant INFINITY_SIGNATURE =
        hex"00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000";

    /// The secret key of the i-th node, as in the certificate vector of spec control-plane D7.
    function secret(uint256 i) internal pure returns (uint256) {
        return 1000003 * i;
    }

    /// x 48 | y 48
    function publicKey(uint256 secretKey) internal view returns (bytes memory key) {
        bytes memory point = call(0x0c, bytes.concat(GENERATOR, bytes32(secretKey)), 128);
        key = new bytes(96);
        assembly ("memory-safe") {
            mcopy(add(key, 32), add(point, 48), 48)
            mcopy(add(key, 80), add(point, 112), 48)
        }
    }

    /// The signature as a point of G2, 256 bytes. The sum of several keys gives the sum of their signatures.
    function sign(uint256 secretKey, bytes memory message) internal view returns (bytes memory) {
        bytes memory point = new bytes(256);
        uint256 p;
        assembly ("memory-safe") {
            p := add(point, 32)
        }
        BLS.hashToG2(message, p);
        return call(0x0e, bytes.concat(point, bytes32(secretKey)), 256);
    }

    function call(uint256 precompile, bytes memory input, uint256 size) private view returns (bytes memory answer) {
        bool ok;
        (ok, answer) = address(uint160(precompile)).staticcall(input);
        require(ok && answer.length == size, "precompile");
    }

    /// The 96-byte form of a point of G2, as other libraries write it.
    function compressG2(bytes memory point) internal pure returns (bytes memory out) {
        bytes memory half = // (p-1)/2
            hex"0d0088f51cbff34d258dd3db21a5d66bb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555";
        bytes memory y1 = element(point, 3);
        bool isZero = keccak256(y1) == keccak256(new bytes(48));
        bool larger = isZero ? above(element(point, 2), half) : above(y1, half);
        out = bytes.concat(element(point, 1), element(point, 0));
        out[0] |= larger ? bytes1(0xa0) : bytes1(0x80);
    }

    function element(bytes memory point, uint256 i) private pure returns (bytes memory out) {
        out = new bytes(48);
        assembly ("memory-safe") {
            mcopy(add(out, 32), add(add(point, 48), mul(i, 64)), 48)
        }
    }

    function above(bytes memory a, bytes memory b) private pure returns (bool) {
        for (uint256 i = 0; i < 48; i++) {
            if (a[i] != b[i]) return a[i] > b[i];
        }
        return false;
    }
}
