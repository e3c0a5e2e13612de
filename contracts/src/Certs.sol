// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {BLS} from "./BLS.sol";
import {CommitteeTable} from "./CommitteeTable.sol";
import {CertificateErrors, KeyErrors} from "./Errors.sol";

/// Verifies what committees and nodes sign. It holds no state and trusts nobody: whoever asks names the committee table,
/// and is to take it from `Epochs`. Every contract that accepts certificates asks here.
contract Certs is CertificateErrors, KeyErrors {
    /// The chain lacks the BLS12-381 precompiles of EIP-2537 (Prague).
    error ChainTooOld();

    /// Fails on a chain whose precompiles do not give the known answer of a signature check.
    constructor() {
        if (!BLS.isAvailable() || !knownAnswer()) revert ChainTooOld();
    }

    /// Verifies that members of the committee at `keys` with at least `required` of its `nShards` shards signed `message`.
    /// @param signers bit i, least significant first in byte i/8, stands for the member at position i; bytes may be
    ///        missing at the end, bits beyond the committee must be 0
    /// @param signature the sum of the signatures, 256 bytes
    /// @return weight the signers' shards
    function verify(
        address keys,
        uint256 nShards,
        uint256 required,
        bytes calldata signers,
        bytes calldata signature,
        bytes calldata message
    ) external view returns (uint256 weight) {
        uint256 n = CommitteeTable.members(keys);
        uint256 signed = bitmap(signers, n);
        uint256 sum;
        (sum, weight) = aggregate(CommitteeTable.load(keys, n), n, signed, nShards);
        if (weight < required) revert NoQuorum();
        if (!BLS.verify(sum, message, signature)) revert BadSignature();
    }

    /// Verifies a key (x 48 | y 48), and that `proof` is its signature of `message`.
    function verifyPossession(bytes calldata publicKey, bytes calldata proof, bytes calldata message) external view {
        if (publicKey.length != 96) revert BadKey();
        uint256 key = point(publicKey);
        if (BLS.isInfinity(key, BLS.G1_SIZE) || !BLS.isInG1(key)) revert BadKey();
        if (!BLS.verify(key, message, proof)) revert BadProofOfPossession();
    }

    /// Checks a signature made by an independent library (spec control-plane D7: the first key, its message).
    function knownAnswer() private view returns (bool) {
        bytes memory key =
            hex"17b96ad5ffe5410354ab0f406223d7239a2d2dddbe2f7a068a9d2faf2934499a10bcf583b669b14ff4081d18e25056d303dee11f518744951c3d02bea43147feda1a5020d1e8c2fbd5a45912e120e21409cc4787c3bbb08c7262e7cd756794bd";
        bytes memory signature =
            hex"0000000000000000000000000000000018cab3f92170e66710300b86fda9da271bdcc48bf1f4264ed6b77635336372a6d94a8e62256bc2a1acf832308f8ffbe100000000000000000000000000000000013a0d50741bbb65fc6b827b9dbc838e84f5dde434202c89be8d1c10cfb14656ea734675d1279ac5b2d33f469fb4b9270000000000000000000000000000000012b65680241d2d6aab6991185b802e5d0bd4117a791e91bb25893f62c77e54090f4f0380caf5d39634fc08e40f3816450000000000000000000000000000000010d1f5182277f8a88171b5b3d5163e621cf7f19c3875d7130c8db482913ad7d5a5d007e10cec79e7346da1a3e634fad5";
        bytes memory message = hex"01000307000000000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00";
        return BLS.verify(point(key), message, signature);
    }

    /// The key x 48 | y 48 as a point.
    function point(bytes memory key) private pure returns (uint256 p) {
        p = BLS.allocate(BLS.G1_SIZE);
        uint256 from;
        assembly ("memory-safe") {
            from := add(key, 32)
        }
        BLS.pad(from, p);
    }

    /// The bitmap as a number whose bit i stands for member i.
    function bitmap(bytes calldata signers, uint256 n) private pure returns (uint256 bits) {
        if (signers.length > (n + 7) / 8) revert BadBitmap();
        bits = littleEndian(uint256(bytes32(signers)));
        if (bits >> n != 0) revert BadBitmap();
    }

    /// Reverses the bytes of a word.
    function littleEndian(uint256 v) private pure returns (uint256) {
        uint256 m = 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
        v = ((v >> 8) & m) | ((v & m) << 8);
        m = 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
        v = ((v >> 16) & m) | ((v & m) << 16);
        m = 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff;
        v = ((v >> 32) & m) | ((v & m) << 32);
        m = 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff;
        v = ((v >> 64) & m) | ((v & m) << 64);
        return (v >> 128) | (v << 128);
    }

    /// The sum of the signers' keys, and their weight: added up, or the total less the others, whichever is shorter.
    function aggregate(uint256 table, uint256 n, uint256 signed, uint256 nShards)
        private
        view
        returns (uint256 sum, uint256 weight)
    {
        uint256 others = signed ^ ((1 << n) - 1);
        sum = BLS.allocate(2 * BLS.G1_SIZE); // the sum and the point to add
        assembly ("memory-safe") {
            calldatacopy(sum, calldatasize(), 128) // infinity
        }
        if (popCount(signed) < popCount(others)) return (sum, addMembers(table, signed, sum));
        weight = nShards - addMembers(table, others, sum);
        BLS.negateG1(sum);
        CommitteeTable.totalKey(table, sum + BLS.G1_SIZE);
        BLS.addG1(sum);
    }

    /// Adds the keys of the members whose bits are set to `sum`, and returns their weight.
    function addMembers(uint256 table, uint256 bits, uint256 sum) private view returns (uint256 weight) {
        unchecked {
            while (bits != 0) {
                weight += CommitteeTable.member(table, Math.log2(bits & (~bits + 1)), sum + BLS.G1_SIZE);
                BLS.addG1(sum);
                bits &= bits - 1;
            }
        }
    }

    /// The number of set bits.
    function popCount(uint256 v) private pure returns (uint256) {
        unchecked {
            v -= (v >> 1) & (type(uint256).max / 3);
            v = (v & (type(uint256).max / 5)) + ((v >> 2) & (type(uint256).max / 5));
            v = (v + (v >> 4)) & (type(uint256).max / 17);
            // The bytes hold up to 8 each; n is at most 249, so their sum fits into the top byte.
            return (v * (type(uint256).max / 255)) >> 248;
        }
    }
}
