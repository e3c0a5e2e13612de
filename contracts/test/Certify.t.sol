// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {CertificateErrors} from "../src/Errors.sol";
import {Messages} from "../src/Messages.sol";
import {System} from "../src/System.sol";
import {Signer} from "./Signer.sol";
import {World} from "./World.sol";

/// Certifying registered blobs: 10 nodes with 10 of 100 shards each, so 7 are a quorum.
contract CertifyTest is World {
    bytes32 private constant ROOT = keccak256("root");
    uint64 private constant SIZE = 1_000_003;
    uint256 private constant QUORUM = 0x3f8; // members 3 to 9

    bytes32 private blobId;
    bytes32 private permanent;
    bytes32 private deletable;

    function setUp() public {
        network(100, 10);
        blobId = blobIdOf(ROOT, SIZE);
        permanent = register(ROOT, SIZE, false, 3);
        deletable = register(ROOT, SIZE, true, 3);
    }

    function certifies(bytes32 objectId, uint256 bits, bytes memory message) private {
        (bytes memory signers, bytes memory signature) = sign(bits, message);
        system.certify(objectId, signers, signature, message);
    }

    function refused(bytes4 selector, bytes32 objectId, uint256 bits, bytes memory message) private {
        (bytes memory signers, bytes memory signature) = sign(bits, message);
        vm.expectRevert(selector);
        system.certify(objectId, signers, signature, message);
    }

    function test_permanent() public {
        (bytes memory signers, bytes memory signature) = sign(QUORUM, confirmation(blobId, 1));
        vm.expectEmit(address(system));
        emit System.BlobCertified(blobId, permanent, 1, 3, false, false);
        system.certify(permanent, signers, signature, confirmation(blobId, 1));
        equal(system.blob(permanent).certifiedEpoch, 1, "certified");
        equal(system.blob(deletable).certifiedEpoch, 0, "the other object");
    }

    function test_deletable() public {
        (bytes memory signers, bytes memory signature) = sign(QUORUM, confirmation(blobId, 1, deletable));
        vm.expectEmit(address(system));
        emit System.BlobCertified(blobId, deletable, 1, 3, true, false);
        system.certify(deletable, signers, signature, confirmation(blobId, 1, deletable));
        System.Blob memory b = system.blob(deletable);
        equal(b.certifiedEpoch, 1, "certified");
        // The rest of the record is as before.
        equal(b.blobId, blobId, "blob ID");
        equal(b.size, SIZE, "size");
        check(b.deletable, "deletable");
        equal(b.registeredEpoch, 1, "registered");
        equal(b.startEpoch, 1, "start");
        equal(b.endEpoch, 3, "end");
        equal(b.owner, address(this), "owner");
    }

    function test_anyoneMayCertify() public {
        (bytes memory signers, bytes memory signature) = sign(QUORUM, confirmation(blobId, 1));
        vm.prank(address(0xb0b));
        system.certify(permanent, signers, signature, confirmation(blobId, 1));
        equal(system.blob(permanent).certifiedEpoch, 1, "certified");
    }

    /// The second time nothing happens, whatever comes with it, so a resent transaction does not fail.
    function test_twice() public {
        certifies(permanent, QUORUM, confirmation(blobId, 1));
        vm.recordLogs();
        certifies(permanent, QUORUM, confirmation(blobId, 1));
        system.certify(permanent, "", "", "");
        setEpoch(2);
        certifies(permanent, QUORUM, confirmation(blobId, 2));
        setEpoch(3);
        certifies(permanent, QUORUM, confirmation(blobId, 1));
        equal(vm.getRecordedLogs().length, 0, "events");
        equal(system.blob(permanent).certifiedEpoch, 1, "first certified");
    }

    function test_weight() public {
        refused(CertificateErrors.NoQuorum.selector, permanent, 0x3f0, confirmation(blobId, 1));
        refused(CertificateErrors.NoQuorum.selector, permanent, 1, confirmation(blobId, 1));
        certifies(permanent, QUORUM, confirmation(blobId, 1));
        certifies(deletable, 0x3ff, confirmation(blobId, 1, deletable));
    }

    /// Weight is shards, not heads: three of four signers lack a quorum, one of four has it.
    function test_weightIsShards() public {
        deploy(100);
        for (uint256 i = 1; i <= 4; i++) {
            enroll(i);
        }
        uint16[] memory weights = new uint16[](4);
        (weights[0], weights[1], weights[2], weights[3]) = (67, 11, 11, 11);
        epochs.genesis(weights);
        permanent = register(ROOT, SIZE, false, 3);
        refused(CertificateErrors.NoQuorum.selector, permanent, 0xe, confirmation(blobId, 1));
        certifies(permanent, 0x1, confirmation(blobId, 1));
    }

    function test_bitmap() public {
        bytes memory message = confirmation(blobId, 1);
        (bytes memory signers, bytes memory signature) = sign(QUORUM, message);
        vm.expectRevert(CertificateErrors.BadBitmap.selector);
        system.certify(permanent, bytes.concat(signers, hex"00"), signature, message);
        for (uint256 bit = 10; bit < 16; bit++) {
            vm.expectRevert(CertificateErrors.BadBitmap.selector);
            system.certify(permanent, bitmap(QUORUM | (1 << bit)), signature, message);
        }
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        system.certify(permanent, bitmap(0x3fc), signature, message);
        vm.expectRevert(CertificateErrors.NoQuorum.selector);
        system.certify(permanent, "", signature, message);
    }

    function test_signature() public {
        bytes memory message = confirmation(blobId, 1);
        (bytes memory signers, bytes memory signature) = sign(QUORUM, confirmation(blobId, 2));
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        system.certify(permanent, signers, signature, message);
        vm.expectRevert(CertificateErrors.BadSignature.selector);
        system.certify(permanent, signers, Signer.INFINITY_SIGNATURE, message);
    }

    function test_message() public {
        bytes memory good = confirmation(blobId, 1);
        bytes4 bad = Messages.BadMessage.selector;
        refused(bad, permanent, QUORUM, bytes.concat(good, hex"00"));
        refused(bad, permanent, QUORUM, bytes.concat(good, permanent));
        refused(bad, permanent, QUORUM, "");
        bytes memory short = good;
        assembly {
            mstore(short, 39)
        }
        refused(bad, permanent, QUORUM, short);
        refused(bad, permanent, QUORUM, confirmation(blobIdOf(ROOT, SIZE + 1), 1));
        for (uint256 i = 0; i < 3; i++) {
            bytes memory other = confirmation(blobId, 1);
            other[i] ^= 0x01;
            refused(bad, permanent, QUORUM, other);
        }
        bytes memory kind = confirmation(blobId, 1);
        kind[39] = 0x02;
        refused(bad, permanent, QUORUM, kind);
        refused(bad, permanent, QUORUM, bytes.concat(kind, permanent));
        refused(bad, deletable, QUORUM, bytes.concat(confirmation(blobId, 1, deletable), hex"00"));
        bytes memory cut = confirmation(blobId, 1, deletable);
        assembly {
            mstore(cut, 71)
        }
        refused(bad, deletable, QUORUM, cut);
    }

    function test_persistence() public {
        bytes4 mismatch = Messages.PersistenceMismatch.selector;
        refused(mismatch, permanent, QUORUM, confirmation(blobId, 1, permanent));
        refused(mismatch, deletable, QUORUM, confirmation(blobId, 1));
    }

    /// A confirmation of one deletable object is none of another with the same blob.
    function test_otherObject() public {
        bytes32 second = register(ROOT, SIZE, true, 3);
        refused(Messages.PersistenceMismatch.selector, second, QUORUM, confirmation(blobId, 1, deletable));
        certifies(second, QUORUM, confirmation(blobId, 1, second));
    }

    function refusedAsOf(uint32 got, uint32 want) private {
        (bytes memory signers, bytes memory signature) = sign(QUORUM, confirmation(blobId, got));
        vm.expectRevert(abi.encodeWithSelector(Messages.WrongEpoch.selector, got, want));
        system.certify(permanent, signers, signature, confirmation(blobId, got));
    }

    function test_otherEpoch() public {
        refusedAsOf(0, 1);
        refusedAsOf(2, 1);
        refusedAsOf(1 << 24, 1);
        setEpoch(2);
        refusedAsOf(1, 2);
        certifies(permanent, QUORUM, confirmation(blobId, 2));
        equal(system.blob(permanent).certifiedEpoch, 2, "certified");
        equal(system.blob(permanent).registeredEpoch, 1, "registered");
    }

    function test_expired() public {
        setEpoch(2);
        certifies(deletable, QUORUM, confirmation(blobId, 2, deletable));
        setEpoch(3);
        refused(System.BlobExpired.selector, permanent, QUORUM, confirmation(blobId, 3));
    }

    /// Any single flipped bit of what comes with the call makes it fail.
    function testFuzz_flippedBit(uint256 where) public {
        bytes memory message = confirmation(blobId, 1, deletable);
        (bytes memory signers, bytes memory signature) = sign(QUORUM, message);
        uint256 i = within(where, 0, 8 * (signers.length + signature.length + message.length) - 1);
        bytes1 bit = bytes1(uint8(1 << (i % 8)));
        i /= 8;
        if (i < signers.length) signers[i] ^= bit;
        else if (i < signers.length + signature.length) signature[i - signers.length] ^= bit;
        else message[i - signers.length - signature.length] ^= bit;
        vm.expectRevert();
        system.certify(deletable, signers, signature, message);
    }
}
