// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BLS} from "../src/BLS.sol";
import {Signer} from "./Signer.sol";
import {Test} from "./Test.sol";

/// Holds keys, hashing and signatures to vectors made by other libraries.
contract BLSTest is Test {
    function compressed(bytes memory key) private pure returns (bytes memory) {
        (bytes32 head, bytes16 tail) = BLS.compress(key);
        return bytes.concat(head, tail);
    }

    function hash(bytes memory message) private view returns (bytes memory point) {
        point = new bytes(256);
        uint256 p;
        assembly ("memory-safe") {
            p := add(point, 32)
        }
        BLS.hashToG2(message, p);
    }

    function test_hashesAsTheCertificateVector() public view {
        bytes memory message = hex"01000307000000000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00";
        equal(
            Signer.compressG2(hash(message)),
            hex"ad1bb0612c24eb2dcdb117b996940bda1c3f160f80fd728cc82beaeb4b64a151dff121574283ded5732157229a3ba29816d1c240677c7999075db548d20d61097691b44f08a29c84403aa1b8101014627dfc7ae7a23359a5ff53c61bf4f9ab6c",
            "H(message)"
        );
        equal(
            compressed(Signer.publicKey(Signer.secret(1))),
            hex"97b96ad5ffe5410354ab0f406223d7239a2d2dddbe2f7a068a9d2faf2934499a10bcf583b669b14ff4081d18e25056d3",
            "first key"
        );
        equal(
            Signer.compressG2(Signer.sign(Signer.secret(1) + Signer.secret(2) + Signer.secret(4), message)),
            hex"963773a0a30534a89da90f1e3ba8be2e09160d197b1edb9504c7002914d57335174ffb84b5b588eb62b8433949459b75067c250e8cade325bcb542d367b95eeba370df9dac5aeefbc9234ab6c328cddb70302e3c3ec653cd69d6057ad4d34bcc",
            "aggregate of members 0, 1, 3"
        );
    }

    function test_compressesAndSignsAsTheOfficialVectors() public view {
        string memory json = vm.readFile("testdata/bls.json");
        bytes32[] memory secrets = vm.parseJsonBytes32Array(json, ".secretKeys");
        bytes[] memory keys = vm.parseJsonBytesArray(json, ".publicKeys");
        bytes[] memory messages = vm.parseJsonBytesArray(json, ".messages");
        equal(secrets.length, 5, "keys in the vectors");
        equal(messages.length, 5, "messages in the vectors");
        for (uint256 i = 0; i < secrets.length; i++) {
            equal(compressed(Signer.publicKey(uint256(secrets[i]))), keys[i], "public key");
        }
        for (uint256 m = 0; m < messages.length; m++) {
            string memory path = string.concat(".signatures[", vm.toString(m), "]");
            bytes[] memory signatures = vm.parseJsonBytesArray(json, path);
            for (uint256 i = 0; i < secrets.length; i++) {
                bytes memory signature = Signer.sign(uint256(secrets[i]), messages[m]);
                equal(Signer.compressG2(signature), signatures[i], "signature");
            }
        }
    }

    /// A key and its negative have the same x, so exactly one of them carries the flag of the larger root.
    function testFuzz_compressionTellsAKeyFromItsNegative(uint256 secretKey) public view {
        secretKey = within(secretKey, 1, Signer.ORDER - 1);
        (bytes32 a,) = BLS.compress(Signer.publicKey(secretKey));
        (bytes32 b,) = BLS.compress(Signer.publicKey(Signer.ORDER - secretKey));
        equal(uint256(a ^ b), 0x20 << 248, "difference");
    }

    /// The larger root is above (p-1)/2, to the last bit.
    function test_compressionAtTheMiddle() public pure {
        bytes memory key = bytes.concat(
            new bytes(48),
            hex"0d0088f51cbff34d258dd3db21a5d66bb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555"
        );
        (bytes32 head,) = BLS.compress(key);
        equal(uint8(head[0]), 0x80, "(p-1)/2");
        key[95] = 0x56;
        (head,) = BLS.compress(key);
        equal(uint8(head[0]), 0xa0, "(p+1)/2");
    }

    function testFuzz_negation(uint256 secretKey) public view {
        secretKey = within(secretKey, 1, Signer.ORDER - 1);
        bytes memory key = Signer.publicKey(secretKey);
        uint256 sum = BLS.allocate(256);
        uint256 from;
        assembly ("memory-safe") {
            from := add(key, 32)
        }
        BLS.pad(from, sum);
        BLS.pad(from, sum + 128);
        BLS.negateG1(sum);
        BLS.addG1(sum);
        check(BLS.isInfinity(sum, 128), "a point and its negative sum to infinity");
        BLS.negateG1(sum);
        check(BLS.isInfinity(sum, 128), "infinity is its own negative");
    }

    /// The pairing by itself refuses a key outside the subgroup, so even without the check at registration no such key
    /// could ever certify anything.
    function test_pairingRefusesKeyOutsideSubgroup() public view {
        bytes memory key =
            hex"0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000040a989badd40d6212b33cffc3f3763e9bc760f988c9926b26da9dd85e928483446346b8ed00e1de5d5ea93e354abe706c";
        uint256 point = BLS.allocate(128);
        uint256 from;
        assembly ("memory-safe") {
            from := add(key, 32)
        }
        BLS.pad(from, point);
        check(!BLS.isInG1(point), "not in the subgroup");
        uint256 sum = BLS.allocate(256);
        BLS.pad(from, sum);
        BLS.pad(from, sum + 128);
        BLS.addG1(sum); // reverts for a point off the curve: the key is on it
        check(!BLS.verify(point, "message", Signer.sign(1, "message")), "verifies");
    }

    function testFuzz_hashingDiffers(bytes memory a, bytes memory b) public view {
        vm.assume(keccak256(a) != keccak256(b));
        check(keccak256(hash(a)) != keccak256(hash(b)), "same point for two messages");
    }
}
