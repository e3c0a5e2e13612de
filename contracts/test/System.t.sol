// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {Accounts} from "../src/Accounts.sol";
import {Epochs} from "../src/Epochs.sol";
import {System} from "../src/System.sol";
import {RedStuffMath} from "../src/RedStuffMath.sol";
import {World} from "./World.sol";

/// Buying storage and registering blobs.
contract SystemTest is World {
    address private constant ALICE = address(0xa11ce);
    bytes32 private constant ROOT = keccak256("root");

    function setUp() public {
        network(100, 4);
    }

    function objectIdOf(uint256 counter) private view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(system), uint256(1), counter));
    }

    /// The example of spec evm-profile 7: 1,000,003 bytes at 100 shards for two epochs cost 1,100,000 FROST.
    function test_registers() public {
        uint64 size = 1_000_003;
        bytes32 id = blobIdOf(ROOT, size);
        uint256 before = token.balanceOf(address(this));
        vm.expectEmit(address(system));
        emit IERC721.Transfer(address(0), ALICE, uint256(objectIdOf(1)));
        vm.expectEmit(address(system));
        emit System.BlobRegistered(id, objectIdOf(1), 1, size, 1, 3, true);
        bytes32 objectId = system.reserveAndRegister(id, ROOT, size, 1, true, 3, 1_100_000, ALICE);
        equal(objectId, objectIdOf(1), "object ID");
        equal(before - token.balanceOf(address(this)), 1_100_000e9, "paid");
        equal(token.balanceOf(address(system)), 1_100_000e9, "received");

        System.Blob memory b = system.blob(objectId);
        equal(b.blobId, id, "blob ID");
        equal(b.size, size, "size");
        equal(b.encodingType, 1, "encoding");
        check(b.deletable, "deletable");
        equal(b.registeredEpoch, 1, "registered");
        equal(b.certifiedEpoch, 0, "certified");
        equal(b.startEpoch, 1, "start");
        equal(b.endEpoch, 3, "end");
        equal(b.storageSize, 5_087_200, "storage");
        equal(b.owner, ALICE, "owner");
        equal(system.ownerOf(uint256(objectId)), ALICE, "token's owner");

        equal(system.rewards(1), 5 * 100_000 + 5 * 20_000, "reward of the first epoch, with the fee for writing");
        equal(system.rewards(2), 5 * 100_000, "reward of the second");
        equal(system.rewards(3), 0, "reward of the third");
        for (uint32 e = 0; e < 5; e++) {
            (uint64 used, uint64 total) = system.capacity(e);
            equal(used, e == 1 || e == 2 ? 5_087_200 : 0, "used");
            equal(total, CAPACITY, "total");
        }
        check(!system.blob(register(ROOT, size, false, 2)).deletable, "permanent");
        equal(system.blob(objectIdOf(2)).registeredEpoch, 1, "second object");
    }

    /// The same object of a network on another chain has another ID.
    function test_objectIdNamesTheChain() public {
        vm.chainId(7);
        bytes32 want = keccak256(abi.encode(uint256(7), address(system), uint256(1), uint256(1)));
        equal(register(ROOT, 1, true, 2), want, "object ID");
    }

    function test_noSuchObject() public {
        vm.expectRevert(System.NoSuchObject.selector);
        system.blob(objectIdOf(1));
        vm.expectRevert(System.NoSuchObject.selector);
        system.certify(objectIdOf(1), "", "", "");
    }

    function test_nothingIsSoldBeforeEpochOne() public {
        deploy(100);
        bytes32 id = blobIdOf(ROOT, 1);
        vm.expectRevert(abi.encodeWithSelector(System.EpochsOutOfRange.selector, 1, 0));
        system.reserveAndRegister(id, ROOT, 1, 1, false, 1, NO_LIMIT, ALICE);
    }

    function test_epochsOutOfRange() public {
        bytes32 id = blobIdOf(ROOT, 1);
        uint32[4] memory ends = [uint32(0), 1, 55, type(uint32).max];
        for (uint256 i = 0; i < ends.length; i++) {
            vm.expectRevert(abi.encodeWithSelector(System.EpochsOutOfRange.selector, ends[i], 54));
            system.reserveAndRegister(id, ROOT, 1, 1, false, ends[i], NO_LIMIT, ALICE);
        }
        register(ROOT, 1, false, 2);
        register(ROOT, 1, false, 54);
        setEpoch(2);
        register(ROOT, 1, false, 55);
    }

    function test_blobIdMismatch() public {
        bytes32 id = blobIdOf(ROOT, 1);
        vm.expectRevert(System.BlobIdMismatch.selector);
        system.reserveAndRegister(id, ROOT, 2, 1, false, 2, NO_LIMIT, ALICE);
        vm.expectRevert(System.BlobIdMismatch.selector);
        system.reserveAndRegister(id, id, 1, 1, false, 2, NO_LIMIT, ALICE);
        vm.expectRevert(System.BlobIdMismatch.selector);
        system.reserveAndRegister(ROOT, ROOT, 1, 1, false, 2, NO_LIMIT, ALICE);
    }

    function test_unsupportedEncoding() public {
        bytes32 id = blobIdOf(ROOT, 1);
        vm.expectRevert(System.UnsupportedEncoding.selector);
        system.reserveAndRegister(id, ROOT, 1, 0, false, 2, NO_LIMIT, ALICE);
        vm.expectRevert(System.UnsupportedEncoding.selector);
        system.reserveAndRegister(id, ROOT, 1, 2, false, 2, NO_LIMIT, ALICE);
    }

    function test_blobTooLarge() public {
        uint64 largest = uint64(RedStuffMath.maxBlobSize(100));
        register(ROOT, largest, false, 2);
        uint64[3] memory sizes = [largest + 1, 1 << 63, type(uint64).max];
        for (uint256 i = 0; i < sizes.length; i++) {
            bytes32 id = blobIdOf(ROOT, sizes[i]);
            vm.expectRevert(System.BlobTooLarge.selector);
            system.reserveAndRegister(id, ROOT, sizes[i], 1, false, 2, NO_LIMIT, ALICE);
        }
    }

    function test_costAboveMax() public {
        bytes32 id = blobIdOf(ROOT, 1_000_003);
        vm.expectRevert(abi.encodeWithSelector(System.CostAboveMax.selector, 1_100_000, 1_099_999));
        system.reserveAndRegister(id, ROOT, 1_000_003, 1, false, 3, 1_099_999, ALICE);
        system.reserveAndRegister(id, ROOT, 1_000_003, 1, false, 3, 1_100_000, ALICE);
    }

    /// A cost beyond 64 bits is above every limit; it never wraps around to a small one.
    function test_costBeyondAllTokens() public {
        deploy(Epochs.Config(100, 3600, 53, type(uint64).max, type(uint64).max, CAPACITY));
        enroll(1);
        epochs.genesis(evenly(100, 1));
        bytes32 id = blobIdOf(ROOT, 1);
        vm.expectRevert(abi.encodeWithSelector(System.CostAboveMax.selector, type(uint64).max, type(uint64).max));
        system.reserveAndRegister(id, ROOT, 1, 1, false, 3, NO_LIMIT, ALICE);
    }

    function test_capacityExceeded() public {
        uint64 each = uint64(RedStuffMath.encodedLength(1, 100));
        deploy(Epochs.Config(100, 3600, 53, 1, 1, 2 * each + 5));
        enroll(1);
        epochs.genesis(evenly(100, 1));
        register(ROOT, 1, false, 2);
        register(ROOT, 1, false, 4);
        bytes32 id = blobIdOf(ROOT, 1);
        vm.expectRevert(abi.encodeWithSelector(Accounts.CapacityExceeded.selector, 1, 5));
        system.reserveAndRegister(id, ROOT, 1, 1, false, 3, NO_LIMIT, ALICE);
        setEpoch(2);
        register(ROOT, 1, false, 3);
        vm.expectRevert(abi.encodeWithSelector(Accounts.CapacityExceeded.selector, 2, 5));
        system.reserveAndRegister(id, ROOT, 1, 1, false, 5, NO_LIMIT, ALICE);
        setEpoch(3);
        register(ROOT, 1, false, 5);
    }

    function test_payment() public {
        bytes32 id = blobIdOf(ROOT, 1);
        uint256 cost = 120_000e9;
        vm.prank(ALICE);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(system), 0, cost)
        );
        system.reserveAndRegister(id, ROOT, 1, 1, false, 2, NO_LIMIT, ALICE);
        vm.prank(ALICE);
        token.approve(address(system), cost);
        token.transfer(ALICE, cost - 1);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ALICE, cost - 1, cost));
        system.reserveAndRegister(id, ROOT, 1, 1, false, 2, NO_LIMIT, ALICE);
        equal(system.balanceOf(ALICE), 0, "objects of a refused registration");
        equal(system.rewards(1), 0, "rewards of a refused registration");
        token.transfer(ALICE, 1);
        vm.prank(ALICE);
        system.reserveAndRegister(id, ROOT, 1, 1, false, 2, NO_LIMIT, ALICE);
        equal(token.balanceOf(ALICE), 0, "spent");
    }

    function test_ownerZero() public {
        bytes32 id = blobIdOf(ROOT, 1);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        system.reserveAndRegister(id, ROOT, 1, 1, false, 2, NO_LIMIT, address(0));
    }

    /// Two blobs after one another: each epoch's account grows by exactly what was bought in it.
    function testFuzz_accounts(uint64 size1, uint64 size2, uint32 end1, uint32 end2, uint32 start) public {
        size1 = uint64(within(size1, 0, RedStuffMath.maxBlobSize(100)));
        size2 = uint64(within(size2, 0, RedStuffMath.maxBlobSize(100)));
        start = uint32(within(start, 1, 4));
        end1 = uint32(within(end1, 2, 54));
        end2 = uint32(within(end2, start + 1, start + 53));
        register(ROOT, size1, false, end1);
        setEpoch(start);
        register(ROOT, size2, false, end2);
        uint256 length1 = RedStuffMath.encodedLength(size1, 100);
        uint256 length2 = RedStuffMath.encodedLength(size2, 100);
        uint256 sum;
        for (uint32 e = 0; e < 60; e++) {
            bool in1 = e >= 1 && e < end1;
            bool in2 = e >= start && e < end2;
            (uint64 used,) = system.capacity(e);
            equal(used, (in1 ? length1 : 0) + (in2 ? length2 : 0), "used");
            uint256 reward = (in1 ? RedStuffMath.units(length1) * STORAGE_PRICE : 0)
                + (in2 ? RedStuffMath.units(length2) * STORAGE_PRICE : 0);
            if (e == 1) reward += RedStuffMath.units(length1) * WRITE_PRICE;
            if (e == start) reward += RedStuffMath.units(length2) * WRITE_PRICE;
            equal(system.rewards(e), reward, "reward");
            sum += reward;
        }
        equal(token.balanceOf(address(system)), sum * 1e9, "tokens held");
    }
}
