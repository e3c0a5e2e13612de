// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Blake2b} from "../src/Blake2b.sol";
import {RedStuffMath} from "../src/RedStuffMath.sol";
import {Test} from "./Test.sol";

/// Sizes and IDs of blobs, against the vectors of the official implementation and of spec control-plane D1.
contract CodeTest is Test {
    function encodes(uint256 n, uint256 size, uint256 length, uint256 units) private pure {
        equal(RedStuffMath.encodedLength(size, n), length, "encoded length");
        equal(RedStuffMath.units(length), units, "units");
    }

    function test_tableOfEncodedLengths() public pure {
        encodes(10, 0, 6_940, 1);
        encodes(10, 1, 6_940, 1);
        encodes(10, 2_800, 17_720, 1);
        encodes(10, 1_000_000, 3_935_480, 4);
        encodes(100, 1, 663_400, 1);
        encodes(100, 1_000_000, 5_087_200, 5);
        encodes(1000, 0, 66_034_000, 63);
        encodes(1000, 1, 66_034_000, 63);
        encodes(1000, 1_000_000, 70_038_000, 67);
        encodes(1000, 1_000_000_000, 4_558_522_000, 4_348);
        encodes(1000, 1_073_741_824, 4_888_852_000, 4_663);
        equal(RedStuffMath.maxBlobSize(1000), 14_599_533_452, "largest blob");
    }

    function test_officialVectors() public view {
        string memory json = vm.readFile("testdata/blobs.json");
        uint256[] memory shards = vm.parseJsonUintArray(json, ".configs.nShards");
        uint256[] memory largest = vm.parseJsonUintArray(json, ".configs.maxBlobSize");
        check(shards.length > 10, "configurations in the vectors");
        for (uint256 i = 0; i < shards.length; i++) {
            equal(RedStuffMath.maxBlobSize(shards[i]), largest[i], "largest blob");
        }
        shards = vm.parseJsonUintArray(json, ".blobs.nShards");
        uint256[] memory sizes = vm.parseJsonUintArray(json, ".blobs.size");
        uint256[] memory lengths = vm.parseJsonUintArray(json, ".blobs.encodedLength");
        uint256[] memory units = vm.parseJsonUintArray(json, ".blobs.units");
        bytes32[] memory roots = vm.parseJsonBytes32Array(json, ".blobs.root");
        bytes32[] memory ids = vm.parseJsonBytes32Array(json, ".blobs.blobId");
        check(shards.length > 100, "blobs in the vectors");
        for (uint256 i = 0; i < shards.length; i++) {
            encodes(shards[i], sizes[i], lengths[i], units[i]);
            equal(Blake2b.blobId(1, uint64(sizes[i]), roots[i]), ids[i], "blob ID");
        }
    }

    /// Every byte of the input counts, the high ones of the size too.
    function testFuzz_blobIdDependsOnAll(uint8 encodingType, uint64 size, bytes32 root, uint256 where) public view {
        bytes32 id = Blake2b.blobId(encodingType, size, root);
        where = within(where, 0, 8 + 64 + 256 - 1);
        if (where < 8) encodingType ^= uint8(1 << where);
        else if (where < 72) size ^= uint64(1 << (where - 8));
        else root ^= bytes32(1 << (where - 72));
        check(Blake2b.blobId(encodingType, size, root) != id, "same ID");
    }

    function testFuzz_quorum(uint256 n) public pure {
        n = within(n, 1, 1000);
        uint256 w = RedStuffMath.quorum(n);
        check(3 * w >= 2 * n + 1, "enough");
        check(3 * (w - 1) < 2 * n + 1, "no more than needed");
    }
}
