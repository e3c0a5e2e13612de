// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Certs} from "../src/Certs.sol";
import {CommitteeTable} from "../src/CommitteeTable.sol";
import {CertificateErrors} from "../src/Errors.sol";
import {Signer} from "./Signer.sol";
import {World} from "./World.sol";

/// Certificates against committee tables.
contract CertsTest is World {
    bytes private constant MESSAGE =
        hex"01000307000000000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00";
    // Aggregate of members 0, 1, 3 of the vector in spec control-plane D7, decompressed.
    bytes private constant AGGREGATE =
        hex"00000000000000000000000000000000067c250e8cade325bcb542d367b95eeba370df9dac5aeefbc9234ab6c328cddb70302e3c3ec653cd69d6057ad4d34bcc00000000000000000000000000000000163773a0a30534a89da90f1e3ba8be2e09160d197b1edb9504c7002914d57335174ffb84b5b588eb62b8433949459b7500000000000000000000000000000000028489d34b33e60b1c979f56f40ae83b47a7da1ceea341f1ad53a8eb00f7c43193bc039886d1aa04f6ed43ca05333c40000000000000000000000000000000000bc7ca9142ee2c819c585c29cb5fa5df9f06c09dc68fa1edfca87f1f05d09cb787c586748fe8650d778b4eb860f66aa8";
    // On the curve of G2, outside the subgroup.
    bytes private constant OUTSIDE =
        hex"00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000018c6b864ae17dc9da64203ffefb966306425a7bc6aeb7c75247438372716284a4173830420cd476ba1a365b95bfcec3800000000000000000000000000000000172e93db764a8400a7d5071b6b6f5de0da2f0f4a063119abca014006b7c40a2cfe291a1924e65db0d6d0fcfbf3bf3d5c";

    address private keys;

    function setUp() public {
        certs = new Certs();
        keys = table(four());
    }

    function four() private pure returns (uint16[] memory weights) {
        weights = new uint16[](4);
        (weights[0], weights[1], weights[2], weights[3]) = (300, 300, 300, 100);
    }

    function table(uint16[] memory weights) private returns (address) {
        bytes[] memory publicKeys = new bytes[](weights.length);
        for (uint256 i = 0; i < weights.length; i++) {
            publicKeys[i] = Signer.publicKey(Signer.secret(i + 1));
        }
        return CommitteeTable.store(CommitteeTable.encodeKeys(publicKeys, weights));
    }

    function verify(bytes memory signers, bytes memory signature, bytes memory message) private view returns (uint256) {
        return certs.verify(keys, 1000, 667, signers, signature, message);
    }

    function test_vector() public {
        equal(verify(hex"0b", AGGREGATE, MESSAGE), 700, "weight");
        vm.expectRevert(CertificateErrors.NoQuorum.selector);
        verify(hex"03", AGGREGATE, MESSAGE);
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        verify(hex"07", AGGREGATE, MESSAGE);
        vm.expectRevert(CertificateErrors.BadBitmap.selector);
        verify(hex"1b", AGGREGATE, MESSAGE);
        vm.expectRevert(CertificateErrors.BadBitmap.selector);
        verify(hex"0b00", AGGREGATE, MESSAGE);
    }

    function test_officialAggregates() public {
        string memory json = vm.readFile("testdata/bls.json");
        bytes32[] memory secrets = vm.parseJsonBytes32Array(json, ".secretKeys");
        bytes[] memory messages = vm.parseJsonBytesArray(json, ".certificates.message");
        bytes[] memory bitmaps = vm.parseJsonBytesArray(json, ".certificates.bitmap");
        bytes[] memory signatures = vm.parseJsonBytesArray(json, ".certificates.signature");
        bytes[] memory publicKeys = new bytes[](5);
        uint16[] memory weights = new uint16[](5);
        for (uint256 i = 0; i < 5; i++) {
            (publicKeys[i], weights[i]) = (Signer.publicKey(uint256(secrets[i])), 1);
        }
        address committee = CommitteeTable.store(CommitteeTable.encodeKeys(publicKeys, weights));
        equal(messages.length, 3, "certificates in the vectors");
        for (uint256 c = 0; c < messages.length; c++) {
            uint256 sum;
            uint256 weight;
            for (uint256 i = 0; i < 5; i++) {
                if ((uint8(bitmaps[c][0]) >> i) & 1 == 0) continue;
                sum = addmod(sum, uint256(secrets[i]), Signer.ORDER);
                weight++;
            }
            bytes memory signature = Signer.sign(sum, messages[c]);
            equal(Signer.compressG2(signature), signatures[c], "aggregate");
            equal(certs.verify(committee, 5, 1, bitmaps[c], signature, messages[c]), weight, "weight");
        }
    }

    /// Random committees up to the largest, and random signers: few, so that their keys are added up, and many, so that the
    /// others' are taken from the total.
    function testFuzz_anySubset(uint256 seed, uint256 bits) public {
        uint256 n = within(seed, 1, CommitteeTable.MAX_MEMBERS);
        bits &= all(n);
        if (seed & (1 << 100) != 0) bits &= uint256(keccak256(abi.encode(bits, 1)));
        if (seed & (1 << 101) != 0) bits |= uint256(keccak256(abi.encode(bits, 2))) & all(n);
        vm.assume(bits != 0);
        uint16[] memory weights = new uint16[](n);
        uint256 total;
        uint256 signed;
        for (uint256 i = 0; i < n; i++) {
            weights[i] = uint16(uint256(keccak256(abi.encode(seed, i))) % 9 + 1);
            total += weights[i];
            if ((bits >> i) & 1 == 1) signed += weights[i];
        }
        keys = table(weights);
        (bytes memory signers, bytes memory signature) = sign(bits, MESSAGE);
        equal(certs.verify(keys, total, signed, signers, signature, MESSAGE), signed, "weight");
        vm.expectRevert(CertificateErrors.NoQuorum.selector);
        certs.verify(keys, total, signed + 1, signers, signature, MESSAGE);
    }

    /// Any single flipped bit makes a certificate invalid.
    function testFuzz_flippedBit(uint256 where) public {
        bytes memory signers = hex"0b";
        bytes memory signature = AGGREGATE;
        bytes memory message = MESSAGE;
        uint256 i = within(where, 0, 8 * (1 + signature.length + message.length) - 1);
        bytes1 bit = bytes1(uint8(1 << (i % 8)));
        i /= 8;
        if (i == 0) signers[0] ^= bit;
        else if (i <= signature.length) signature[i - 1] ^= bit;
        else message[i - 1 - signature.length] ^= bit;
        vm.expectRevert();
        verify(signers, signature, message);
    }

    function test_malformedSignatures() public {
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        verify(hex"0b", Signer.INFINITY_SIGNATURE, MESSAGE);
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        verify(hex"0b", OUTSIDE, MESSAGE);
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        verify(hex"0b", bytes.concat(AGGREGATE, hex"00"), MESSAGE);
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        verify(hex"0b", "", MESSAGE);
    }

    /// A key and its negative sum to infinity, for which the infinity "signature" would fit every message.
    function test_keysThatSumToInfinity() public {
        bytes[] memory publicKeys = new bytes[](2);
        publicKeys[0] = Signer.publicKey(5);
        publicKeys[1] = Signer.publicKey(Signer.ORDER - 5);
        uint16[] memory weights = new uint16[](2);
        (weights[0], weights[1]) = (2, 2);
        address committee = CommitteeTable.store(CommitteeTable.encodeKeys(publicKeys, weights));
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        certs.verify(committee, 4, 3, hex"03", Signer.INFINITY_SIGNATURE, MESSAGE);
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        certs.verify(committee, 4, 3, hex"03", AGGREGATE, MESSAGE);
        equal(certs.verify(committee, 4, 2, hex"01", Signer.sign(5, MESSAGE), MESSAGE), 2, "one of them");
    }

    function test_shortBitmap() public {
        keys = table(evenly(1000, 100));
        (bytes memory signers, bytes memory signature) = sign(all(68), MESSAGE);
        equal(signers.length, 9, "bytes for 68 of 100");
        equal(verify(signers, signature, MESSAGE), 680, "weight");
        equal(verify(bytes.concat(signers, hex"00000000"), signature, MESSAGE), 680, "weight, all 13 bytes");
        vm.expectRevert(CertificateErrors.BadBitmap.selector);
        verify(bytes.concat(signers, hex"0000000000"), signature, MESSAGE);
        vm.expectRevert(CertificateErrors.BadBitmap.selector);
        verify(bytes.concat(signers, hex"00000010"), signature, MESSAGE);
    }

    function test_noCommittee() public {
        vm.expectRevert(CertificateErrors.NoQuorum.selector);
        certs.verify(address(0), 0, 1, "", AGGREGATE, MESSAGE);
        vm.expectRevert(CertificateErrors.BadBitmap.selector);
        certs.verify(address(0), 0, 1, hex"01", AGGREGATE, MESSAGE);
        vm.expectRevert(CertificateErrors.NoQuorum.selector);
        verify("", AGGREGATE, MESSAGE);
    }

    /// A chain without the precompiles answers a call to their addresses with nothing.
    function test_refusesOldChain() public {
        vm.mockCall(address(0x0b), "", "");
        vm.expectRevert(Certs.ChainTooOld.selector);
        new Certs();
        vm.clearMockedCalls();
        vm.mockCall(address(0x0f), "", abi.encode(0));
        vm.expectRevert(Certs.ChainTooOld.selector);
        new Certs();
        vm.clearMockedCalls();
        new Certs();
    }
}
