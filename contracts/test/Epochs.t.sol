// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BLS} from "../src/BLS.sol";
import {CommitteeTable} from "../src/CommitteeTable.sol";
import {Epochs} from "../src/Epochs.sol";
import {AccessErrors, NodeErrors} from "../src/Errors.sol";
import {Signer} from "./Signer.sol";
import {Vm} from "./Test.sol";
import {World} from "./World.sol";

contract EpochsTest is World {
    /// From Osaka on no transaction may use more (EIP-7825).
    uint256 private constant MAX_TX_GAS = 1 << 24;

    function slice(bytes memory b, uint256 from, uint256 size) private pure returns (bytes memory out) {
        out = new bytes(size);
        for (uint256 i = 0; i < size; i++) {
            out[i] = b[from + i];
        }
    }

    function number(bytes memory b, uint256 from, uint256 size) private pure returns (uint256 v) {
        for (uint256 i = 0; i < size; i++) {
            v = (v << 8) | uint8(b[from + i]);
        }
    }

    /// The sum of keys (96 bytes each) whose members start at offset 97, added up one by one.
    function sum(bytes memory table, uint256 n) private view returns (bytes memory key) {
        uint256 acc = BLS.allocate(256);
        assembly ("memory-safe") {
            calldatacopy(acc, calldatasize(), 128)
        }
        for (uint256 i = 0; i < n; i++) {
            uint256 from;
            assembly ("memory-safe") {
                from := add(add(table, 129), mul(i, 98))
            }
            BLS.pad(from, acc + 128);
            BLS.addG1(acc);
        }
        key = new bytes(96);
        assembly ("memory-safe") {
            mcopy(add(key, 32), add(acc, 16), 48)
            mcopy(add(key, 80), add(acc, 80), 48)
        }
    }

    /// Reads both tables as a client does, and checks them against the weights by node.
    function checkTables(uint16 nShards, uint16[] memory weights) private view {
        (address keysAt, address shardsAt) = epochs.committee(1);
        bytes memory keys = keysAt.code;
        bytes memory shards = shardsAt.code;
        uint256 n = (keys.length - 97) / 98;
        equal(keys.length, 97 + 98 * n, "size of the keys");
        equal(shards.length, 1 + 4 * n + nShards, "size of the shards");
        equal(uint8(keys[0]), 0, "first byte of the keys");
        equal(uint8(shards[0]), 0, "first byte of the shards");
        equal(slice(keys, 1, 96), sum(keys, n), "total key");
        uint256 member;
        uint256 shard;
        for (uint256 i = 0; i < weights.length; i++) {
            if (weights[i] == 0) continue;
            equal(number(shards, 1 + 4 * member, 4), i + 1, "node of the member");
            equal(slice(keys, 97 + 98 * member, 96), registry.keyOf(uint32(i + 1)), "key of the member");
            equal(number(keys, 97 + 98 * member + 96, 2), weights[i], "weight of the member");
            for (uint256 k = 0; k < weights[i]; k++) {
                equal(uint8(shards[1 + 4 * n + shard++]), member, "owner of the shard");
            }
            member++;
        }
        equal(member, n, "members");
        equal(shard, nShards, "shards");
    }

    function genesisOf(uint16 nShards, uint256 m) private returns (uint256 gas) {
        deploy(nShards);
        for (uint256 i = 1; i <= m; i++) {
            enroll(i);
        }
        uint16[] memory weights = evenly(nShards, m);
        epochs.genesis(weights);
        gas = vm.lastCallGas().gasTotalUsed;
        checkTables(nShards, weights);
    }

    function test_genesisOfSmallNetworks() public {
        genesisOf(4, 1);
        genesisOf(4, 4);
        genesisOf(7, 4);
        genesisOf(100, 10);
    }

    function test_genesisOfLargeNetworks() public {
        check(genesisOf(1000, 100) < MAX_TX_GAS / 2, "gas of 100 nodes");
        check(genesisOf(1000, 249) < MAX_TX_GAS, "gas of 249 nodes, the most there can be");
    }

    function test_genesisOfTooManyNodes() public {
        deploy(1000);
        for (uint256 i = 1; i <= 250; i++) {
            enroll(i);
        }
        vm.expectRevert(Epochs.BadWeights.selector);
        epochs.genesis(evenly(1000, 250));
    }

    /// More nodes than shards: those without a shard are no members.
    function test_nodesWithoutShardsAreNoMembers() public {
        genesisOf(4, 10);
        deploy(10);
        for (uint256 i = 1; i <= 4; i++) {
            enroll(i);
        }
        uint16[] memory weights = new uint16[](4);
        (weights[1], weights[3]) = (7, 3);
        epochs.genesis(weights);
        checkTables(10, weights);
    }

    function testFuzz_genesis(uint256 seed) public {
        uint16 nShards = uint16(within(seed, 4, 60));
        uint256 m = within(seed >> 16, 1, 12);
        deploy(nShards);
        uint16[] memory weights = new uint16[](m);
        for (uint256 i = 0; i < m; i++) {
            enroll(i + 1);
        }
        for (uint256 s = 0; s < nShards; s++) {
            weights[uint256(keccak256(abi.encode(seed, s))) % m]++;
        }
        epochs.genesis(weights);
        checkTables(nShards, weights);
    }

    function test_genesisAnnouncesEpochOne() public {
        deploy(10);
        enroll(1);
        (uint32 epoch, uint8 state, uint64 since, uint16 syncWeight) = epochs.current();
        equal(epoch, 0, "epoch before");
        equal(syncWeight, 0, "weight before");
        vm.warp(1_700_000_000);
        vm.recordLogs();
        epochs.genesis(evenly(10, 1));
        (address keys, address shards) = epochs.committee(1);
        (Event memory a, Event memory b, Event memory c) = threeLogs();
        equal(a.topic, Epochs.CommitteeStored.selector, "first event");
        equal(a.data, abi.encode(keys, shards), "its tables");
        equal(b.topic, Epochs.EpochChangeStart.selector, "second event");
        equal(c.topic, Epochs.EpochChangeDone.selector, "third event");
        equal(a.epoch + b.epoch + c.epoch, 3, "epochs in the events");
        (epoch, state, since, syncWeight) = epochs.current();
        equal(epoch, 1, "epoch");
        equal(state, 1, "state");
        equal(since, 1_700_000_000, "since");
        equal(syncWeight, 10, "weight");
    }

    struct Event {
        bytes32 topic;
        uint256 epoch;
        bytes data;
    }

    function threeLogs() private returns (Event memory, Event memory, Event memory) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        equal(logs.length, 3, "events");
        return (short(logs[0]), short(logs[1]), short(logs[2]));
    }

    function short(Vm.Log memory l) private view returns (Event memory) {
        equal(l.emitter, address(epochs), "emitter");
        equal(l.topics.length, 2, "topics");
        return Event(l.topics[0], uint256(l.topics[1]), l.data);
    }

    function test_genesisOnceByTheDeployer() public {
        deploy(10);
        enroll(1);
        vm.prank(operatorOf(1));
        vm.expectRevert(AccessErrors.NotDeployer.selector);
        epochs.genesis(evenly(10, 1));
        epochs.genesis(evenly(10, 1));
        vm.expectRevert(abi.encodeWithSelector(AccessErrors.WrongState.selector, 1));
        epochs.genesis(evenly(10, 1));
    }

    function test_badWeights() public {
        deploy(10);
        enroll(1);
        vm.expectRevert(Epochs.BadWeights.selector);
        epochs.genesis(evenly(9, 1));
        vm.expectRevert(Epochs.BadWeights.selector);
        epochs.genesis(evenly(11, 1));
        vm.expectRevert(Epochs.BadWeights.selector);
        epochs.genesis(new uint16[](0));
        vm.expectRevert(abi.encodeWithSelector(NodeErrors.NoSuchNode.selector, 2));
        epochs.genesis(evenly(10, 2));
    }

    function test_committeesInView() public {
        network(10, 2);
        (address keys, address shards) = epochs.committee(1);
        check(keys != address(0) && shards != address(0), "current");
        (keys, shards) = epochs.committee(0);
        check(keys == address(0) && shards == address(0), "there was none");
        (keys, shards) = epochs.committee(2);
        check(keys == address(0) && shards == address(0), "not selected");
        setEpoch(2);
        (keys,) = epochs.committee(1);
        check(keys != address(0), "previous");
        setEpoch(3);
        (keys,) = epochs.committee(1);
        check(keys == address(0), "older");
    }

    function test_parameters() public {
        deploy(Epochs.Config(100, 1209600, 53, 7, 8, 9));
        (uint16 nShards, uint64 epochSeconds, uint32 maxEpochsAhead) = epochs.params();
        equal(nShards, 100, "shards");
        equal(epochSeconds, 1209600, "seconds");
        equal(maxEpochsAhead, 53, "epochs ahead");
        (uint64 storagePrice, uint64 writePrice) = epochs.prices();
        equal(storagePrice, 7, "storage price");
        equal(writePrice, 8, "write price");
        (,,,,, uint64 capacity) = epochs.terms();
        equal(capacity, 9, "capacity");
    }

    function refusesConfig(uint16 nShards, uint64 epochSeconds, uint32 ahead) private {
        vm.expectRevert(Epochs.BadConfig.selector);
        new Epochs(registry, Epochs.Config(nShards, epochSeconds, ahead, 1, 1, 1));
    }

    function test_badConfig() public {
        refusesConfig(3, 1, 1);
        refusesConfig(1001, 1, 1);
        refusesConfig(4, 0, 1);
        refusesConfig(4, 1, 0);
        refusesConfig(4, 1, 257);
        new Epochs(registry, Epochs.Config(4, 1, 1, 0, 0, 0));
        new Epochs(registry, Epochs.Config(1000, 1, 256, 0, 0, 0));
    }

    /// The slot of the state is the one of ERC-7201, so that the state survives behind a proxy.
    function test_stateIsNamespaced() public {
        deploy(10);
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("walrus.epochs")) - 1)) & ~bytes32(uint256(0xff));
        check(vm.load(address(epochs), slot) != 0, "state of Epochs");
        equal(vm.load(address(epochs), 0), 0, "slot 0 of Epochs");
        slot = keccak256(abi.encode(uint256(keccak256("walrus.registry")) - 1)) & ~bytes32(uint256(0xff));
        check(vm.load(address(registry), slot) != 0, "state of Registry");
        equal(vm.load(address(registry), 0), 0, "slot 0 of Registry");
    }
}
