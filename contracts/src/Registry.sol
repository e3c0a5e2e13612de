// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BLS} from "./BLS.sol";
import {Certs} from "./Certs.sol";
import {Epochs} from "./Epochs.sol";
import {AccessErrors, KeyErrors, NodeErrors} from "./Errors.sol";
import {Messages} from "./Messages.sol";

/// The storage nodes: who operates each, where it answers, its keys and its votes on prices and capacity. Anyone may
/// register one node for an account, at no charge. A node is known by its index, from 1.
contract Registry is AccessErrors, KeyErrors, NodeErrors {
    struct Node {
        address operator;
        string name;
        string networkAddress; // host:port
        bytes networkKey; // compressed P-256 point, 33 bytes
        bytes publicKey; // x 48 | y 48
        bytes nextPublicKey; // empty, or the key from the next selected committee on
        uint16 commissionBp;
        uint64 storagePrice; // vote, FROST per MiB and epoch
        uint64 writePrice; // vote, FROST per MiB
        uint64 capacity; // vote, bytes of the whole system
    }

    /// @custom:storage-location erc7201:walrus.registry
    struct State {
        Epochs epochs;
        uint32 count;
        mapping(uint32 index => Node) nodes;
        mapping(address operator => uint32) indexOf;
    }

    // keccak256(abi.encode(uint256(keccak256("walrus.registry")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STATE = 0x56349d8ab72e469556325142b07cadc98e3d622d96e929f1e2a0aab9b64fd300;

    uint256 private constant MAX_NAME = 100;
    uint256 private constant MAX_ADDRESS = 259;
    uint256 private constant MAX_COMMISSION_BP = 10_000;

    Certs public immutable certs;
    address public immutable deployer;

    /// @param metadata is for people and kept only here
    event NodeRegistered(
        uint32 indexed node,
        address indexed operator,
        string name,
        string networkAddress,
        bytes networkKey,
        bytes publicKey,
        string metadata
    );

    error NameTooLong();
    error AddressTooLong();
    error BadNetworkKey();
    error CommissionTooHigh();
    error AlreadyRegistered(uint32 node);
    error AlreadySet();

    constructor(Certs certs_) {
        certs = certs_;
        deployer = msg.sender;
    }

    /// Names the epoch machine, whose epoch a proof of possession is bound to. The deployer does this once; nobody can
    /// register before.
    function setEpochs(Epochs epochs_) external {
        if (msg.sender != deployer) revert NotDeployer();
        State storage s = store();
        if (address(s.epochs) != address(0)) revert AlreadySet();
        s.epochs = epochs_;
    }

    function epochs() external view returns (Epochs) {
        return store().epochs;
    }

    /// Registers a node whose operator is the sender.
    /// @param publicKey x 48 | y 48
    /// @param proof the key's signature, 256 bytes, of type 0 over `accountOf(operator)` and the key's 48-byte form
    /// @return index its index
    function registerNode(
        string calldata name,
        string calldata networkAddress,
        bytes calldata networkKey,
        string calldata metadata,
        bytes calldata publicKey,
        bytes calldata proof,
        uint16 commissionBp,
        uint64 storagePrice,
        uint64 writePrice,
        uint64 capacity
    ) external returns (uint32 index) {
        Node memory n = Node(
            msg.sender,
            name,
            networkAddress,
            networkKey,
            publicKey,
            "",
            commissionBp,
            storagePrice,
            writePrice,
            capacity
        );
        (uint32 epoch,,,) = store().epochs.current();
        return register(n, epoch, metadata, proof);
    }

    /// The same for another operator: by the deployer, before the first committee.
    function registerNodeFor(
        address operator,
        string calldata name,
        string calldata networkAddress,
        bytes calldata networkKey,
        string calldata metadata,
        bytes calldata publicKey,
        bytes calldata proof,
        uint16 commissionBp,
        uint64 storagePrice,
        uint64 writePrice,
        uint64 capacity
    ) external returns (uint32 index) {
        Node memory n = Node(
            operator, name, networkAddress, networkKey, publicKey, "", commissionBp, storagePrice, writePrice, capacity
        );
        if (msg.sender != deployer) revert NotDeployer();
        (uint32 epoch, uint8 epochState,,) = store().epochs.current();
        if (epoch != 0) revert WrongState(epochState);
        return register(n, epoch, metadata, proof);
    }

    function register(Node memory n, uint32 epoch, string calldata metadata, bytes calldata proof)
        private
        returns (uint32 index)
    {
        if (bytes(n.name).length > MAX_NAME) revert NameTooLong();
        if (bytes(n.networkAddress).length > MAX_ADDRESS) revert AddressTooLong();
        if (n.networkKey.length != 33 || uint8(n.networkKey[0]) & 0xfe != 2) revert BadNetworkKey();
        if (n.commissionBp > MAX_COMMISSION_BP) revert CommissionTooHigh();
        if (n.publicKey.length != 96) revert BadKey();
        State storage s = store();
        if (s.indexOf[n.operator] != 0) revert AlreadyRegistered(s.indexOf[n.operator]);
        (bytes32 head, bytes16 tail) = BLS.compress(n.publicKey);
        certs.verifyPossession(n.publicKey, proof, Messages.possession(epoch, accountOf(n.operator), head, tail));

        index = ++s.count;
        s.nodes[index] = n;
        s.indexOf[n.operator] = index;
        emit NodeRegistered(index, n.operator, n.name, n.networkAddress, n.networkKey, n.publicKey, metadata);
    }

    /// What a proof of possession names as its account: the operator, in this registry, on this chain.
    function accountOf(address operator) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), operator));
    }

    /// The number of nodes, which is also the highest index.
    function nodeCount() external view returns (uint32) {
        return store().count;
    }

    function node(uint32 index) external view returns (Node memory n) {
        n = store().nodes[index];
        if (n.operator == address(0)) revert NoSuchNode(index);
    }

    /// The key of a node, x 48 | y 48.
    function keyOf(uint32 index) external view returns (bytes memory key) {
        key = store().nodes[index].publicKey;
        if (key.length == 0) revert NoSuchNode(index);
    }

    /// The index of the node that an account operates; 0 if none.
    function nodeOf(address operator) external view returns (uint32) {
        return store().indexOf[operator];
    }

    function store() private pure returns (State storage s) {
        assembly ("memory-safe") {
            s.slot := STATE
        }
    }
}
