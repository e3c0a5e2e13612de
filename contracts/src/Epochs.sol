// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {CommitteeTable} from "./CommitteeTable.sol";
import {AccessErrors, NodeErrors} from "./Errors.sol";
import {Registry} from "./Registry.sol";

/// The epoch machine: the current epoch and its state, the committees, prices and capacity. Epoch 0 is the time before the
/// first committee, in which nothing can be bought.
contract Epochs is AccessErrors, NodeErrors {
    uint8 private constant DONE = 1;

    uint256 private constant MIN_SHARDS = 4;
    uint256 private constant MAX_SHARDS = 1000;
    uint256 private constant MAX_EPOCHS_AHEAD = 256;

    /// What is fixed at deployment, and the first prices.
    struct Config {
        uint16 nShards;
        uint64 epochSeconds;
        uint32 maxEpochsAhead;
        uint64 storagePrice; // FROST per MiB and epoch
        uint64 writePrice; // FROST per MiB
        uint64 capacity; // encoded bytes, whole system
    }

    struct Committee {
        address keys;
        address shards;
    }

    /// @custom:storage-location erc7201:walrus.epochs
    struct State {
        uint32 epoch;
        uint8 state;
        uint64 since;
        uint16 syncWeight;
        uint16 nShards;
        uint32 maxEpochsAhead;
        uint64 epochSeconds;
        uint64 storagePrice;
        uint64 writePrice;
        uint64 capacity;
        mapping(uint32 epoch => Committee) committees;
    }

    // keccak256(abi.encode(uint256(keccak256("walrus.epochs")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STATE = 0x7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c00;

    Registry public immutable registry;
    address public immutable deployer;

    event CommitteeStored(uint32 indexed epoch, address keys, address shards);
    event EpochChangeStart(uint32 indexed epoch);
    event EpochChangeDone(uint32 indexed epoch);

    error BadConfig();
    /// The weights do not sum to the shards, or name too many nodes.
    error BadWeights();

    constructor(Registry registry_, Config memory config) {
        if (config.nShards < MIN_SHARDS || config.nShards > MAX_SHARDS) revert BadConfig();
        if (config.epochSeconds == 0) revert BadConfig();
        if (config.maxEpochsAhead == 0 || config.maxEpochsAhead > MAX_EPOCHS_AHEAD) revert BadConfig();
        registry = registry_;
        deployer = msg.sender;
        State storage s = store();
        s.state = DONE;
        s.since = uint64(block.timestamp);
        s.nShards = config.nShards;
        s.epochSeconds = config.epochSeconds;
        s.maxEpochsAhead = config.maxEpochsAhead;
        s.storagePrice = config.storagePrice;
        s.writePrice = config.writePrice;
        s.capacity = config.capacity;
    }

    /// Makes the first committee and begins epoch 1. By the deployer, once.
    /// @param weights the shards of node i+1; they sum to the number of shards. A node without shards is no member.
    function genesis(uint16[] calldata weights) external {
        State storage s = store();
        if (msg.sender != deployer) revert NotDeployer();
        if (s.epoch != 0) revert WrongState(s.state);
        Committee memory c = storeCommittee(weights, s.nShards);
        s.committees[1] = c;
        s.epoch = 1;
        s.since = uint64(block.timestamp);
        s.syncWeight = s.nShards;
        emit CommitteeStored(1, c.keys, c.shards);
        emit EpochChangeStart(1);
        emit EpochChangeDone(1);
    }

    /// Writes the tables of a committee in which node i+1 has weights[i] shards, in consecutive ranges.
    function storeCommittee(uint16[] calldata weights, uint256 nShards) private returns (Committee memory) {
        uint256 n;
        uint256 sum;
        for (uint256 i = 0; i < weights.length; i++) {
            if (weights[i] != 0) n++;
            sum += weights[i];
        }
        if (sum != nShards || n > CommitteeTable.MAX_MEMBERS) revert BadWeights();
        bytes[] memory keys = new bytes[](n);
        uint32[] memory nodes = new uint32[](n);
        uint16[] memory shares = new uint16[](n);
        uint256 k;
        for (uint256 i = 0; i < weights.length; i++) {
            if (weights[i] == 0) continue;
            nodes[k] = uint32(i + 1);
            keys[k] = registry.keyOf(uint32(i + 1));
            shares[k] = weights[i];
            k++;
        }
        return Committee(
            CommitteeTable.store(CommitteeTable.encodeKeys(keys, shares)),
            CommitteeTable.store(CommitteeTable.encodeShards(nodes, shares, nShards))
        );
    }

    /// The epoch and its state: 0 sync, 1 done, 2 parameters selected, 3 selecting.
    /// `since` is when the epoch's sync was done, or when the epoch began while it is not.
    function current() external view returns (uint32 epoch, uint8 state, uint64 since, uint16 syncWeight) {
        State storage s = store();
        return (s.epoch, s.state, s.since, s.syncWeight);
    }

    function params() external view returns (uint16 nShards, uint64 epochSeconds, uint32 maxEpochsAhead) {
        State storage s = store();
        return (s.nShards, s.epochSeconds, s.maxEpochsAhead);
    }

    /// In FROST per MiB: for storage in one epoch, and for a write.
    function prices() external view returns (uint64 storagePrice, uint64 writePrice) {
        State storage s = store();
        return (s.storagePrice, s.writePrice);
    }

    /// The tables of a committee (layout: CommitteeTable); zero unless `epoch` is the previous, the current, or the next
    /// once it is selected.
    function committee(uint32 epoch) external view returns (address keys, address shards) {
        State storage s = store();
        if (uint256(epoch) + 1 < s.epoch) return (address(0), address(0));
        Committee storage c = s.committees[epoch];
        return (c.keys, c.shards);
    }

    /// All that a sale depends on.
    function terms()
        external
        view
        returns (
            uint32 epoch,
            uint16 nShards,
            uint32 maxEpochsAhead,
            uint64 storagePrice,
            uint64 writePrice,
            uint64 capacity
        )
    {
        State storage s = store();
        return (s.epoch, s.nShards, s.maxEpochsAhead, s.storagePrice, s.writePrice, s.capacity);
    }

    /// The committee whose signatures count at present.
    function signers() external view returns (uint32 epoch, uint16 nShards, address keys) {
        State storage s = store();
        epoch = s.epoch;
        return (epoch, s.nShards, s.committees[epoch].keys);
    }

    function store() private pure returns (State storage s) {
        assembly ("memory-safe") {
            s.slot := STATE
        }
    }
}
