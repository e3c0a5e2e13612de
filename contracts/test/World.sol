// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BLS} from "../src/BLS.sol";
import {Blake2b} from "../src/Blake2b.sol";
import {Certs} from "../src/Certs.sol";
import {Epochs} from "../src/Epochs.sol";
import {Messages} from "../src/Messages.sol";
import {Registry} from "../src/Registry.sol";
import {System} from "../src/System.sol";
import {Token} from "../src/Token.sol";
import {Signer} from "./Signer.sol";
import {Test} from "./Test.sol";

/// A deployed network of m nodes, whose i-th (from 1) has operator operatorOf(i) and key Signer.secret(i). The test
/// contract is the deployer and holds all tokens.
abstract contract World is Test {
    uint64 internal constant STORAGE_PRICE = 100_000;
    uint64 internal constant WRITE_PRICE = 20_000;
    uint64 internal constant CAPACITY = 1 << 40;
    uint64 internal constant NO_LIMIT = type(uint64).max;

    Token internal token;
    Certs internal certs;
    Registry internal registry;
    Epochs internal epochs;
    System internal system;

    function deploy(uint16 nShards) internal {
        deploy(Epochs.Config(nShards, 3600, 53, STORAGE_PRICE, WRITE_PRICE, CAPACITY));
    }

    function deploy(Epochs.Config memory config) internal {
        token = new Token(address(this));
        certs = new Certs();
        registry = new Registry(certs);
        epochs = new Epochs(registry, config);
        registry.setEpochs(epochs);
        system = new System(token, epochs, certs);
        token.approve(address(system), type(uint256).max);
    }

    /// Deploys, registers m nodes and makes them the first committee, shards spread evenly.
    function network(uint16 nShards, uint256 m) internal {
        deploy(nShards);
        for (uint256 i = 1; i <= m; i++) {
            enroll(i);
        }
        epochs.genesis(evenly(nShards, m));
    }

    function operatorOf(uint256 i) internal pure returns (address) {
        return address(uint160(0x10000 + i));
    }

    function enroll(uint256 i) internal returns (uint32) {
        bytes memory key = Signer.publicKey(Signer.secret(i));
        bytes memory proof = Signer.sign(Signer.secret(i), possession(key, operatorOf(i), 0));
        return registry.registerNodeFor(
            operatorOf(i),
            "node",
            "127.0.0.1:9185",
            networkKey(),
            "",
            key,
            proof,
            0,
            STORAGE_PRICE,
            WRITE_PRICE,
            CAPACITY
        );
    }

    function networkKey() internal pure returns (bytes memory) {
        return bytes.concat(hex"02", keccak256("network key"));
    }

    /// The message that proves possession of a key to this registry.
    function possession(bytes memory key, address operator, uint32 epoch) internal view returns (bytes memory) {
        (bytes32 head, bytes16 tail) = BLS.compress(key);
        return Messages.possession(epoch, registry.accountOf(operator), head, tail);
    }

    function evenly(uint256 nShards, uint256 m) internal pure returns (uint16[] memory weights) {
        weights = new uint16[](m);
        for (uint256 i = 0; i < m; i++) {
            weights[i] = uint16(nShards / m + (i < nShards % m ? 1 : 0));
        }
    }

    /// Moves the epoch machine, which does not move yet by itself: epoch e with the committee of epoch 1.
    function setEpoch(uint32 e) internal {
        bytes32 base = 0x7ca8abfa3c96ba4896890b404ce0938a862fcdb8a0f3d9448b4b5bcf26543c00;
        uint256 first = uint256(vm.load(address(epochs), base));
        uint256 committees = uint256(base) + 2;
        vm.store(address(epochs), base, bytes32((first & ~uint256(type(uint32).max)) | e));
        for (uint256 i = 0; i < 2; i++) {
            bytes32 from = bytes32(uint256(keccak256(abi.encode(uint256(1), committees))) + i);
            bytes32 to = bytes32(uint256(keccak256(abi.encode(uint256(e), committees))) + i);
            vm.store(address(epochs), to, vm.load(address(epochs), from));
        }
        (uint32 epoch,,,) = epochs.current();
        equal(epoch, e, "epoch set");
    }

    function blobIdOf(bytes32 root, uint64 size) internal view returns (bytes32) {
        return Blake2b.blobId(1, size, root);
    }

    /// Registers a blob until endEpoch at no matter what cost.
    function register(bytes32 root, uint64 size, bool deletable, uint32 endEpoch) internal returns (bytes32) {
        bytes32 id = blobIdOf(root, size);
        return system.reserveAndRegister(id, root, size, 1, deletable, endEpoch, NO_LIMIT, address(this));
    }

    function confirmation(bytes32 blobId, uint32 epoch) internal pure returns (bytes memory) {
        return abi.encodePacked(hex"010003", little(epoch), blobId, hex"00");
    }

    function confirmation(bytes32 blobId, uint32 epoch, bytes32 objectId) internal pure returns (bytes memory) {
        return abi.encodePacked(hex"010003", little(epoch), blobId, hex"01", objectId);
    }

    function little(uint32 v) internal pure returns (bytes4) {
        return bytes4((v << 24) | ((v & 0xff00) << 8) | ((v >> 8) & 0xff00) | (v >> 24));
    }

    /// The signature of the members in `bits` (bit i = member i = node i+1), and their bitmap without zeros at its end.
    function sign(uint256 bits, bytes memory message)
        internal
        view
        returns (bytes memory signers, bytes memory signature)
    {
        uint256 sum;
        for (uint256 i = 0; i < 256; i++) {
            if ((bits >> i) & 1 == 1) sum += Signer.secret(i + 1);
        }
        return (bitmap(bits), Signer.sign(sum, message));
    }

    function bitmap(uint256 bits) internal pure returns (bytes memory signers) {
        while (bits != 0) {
            signers = bytes.concat(signers, bytes1(uint8(bits)));
            bits >>= 8;
        }
    }

    /// The lowest n bits.
    function all(uint256 n) internal pure returns (uint256) {
        return (1 << n) - 1;
    }
}
