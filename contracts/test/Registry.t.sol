// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BLS} from "../src/BLS.sol";
import {Epochs} from "../src/Epochs.sol";
import {AccessErrors, KeyErrors, NodeErrors} from "../src/Errors.sol";
import {Messages} from "../src/Messages.sol";
import {Registry} from "../src/Registry.sol";
import {Signer} from "./Signer.sol";
import {World} from "./World.sol";

contract RegistryTest is World {
    address private constant ALICE = address(0xa11ce);
    address private constant BOB = address(0xb0b);
    uint256 private constant SECRET = 0x5ec4e7;

    bytes private key;

    function setUp() public {
        deploy(10);
        key = Signer.publicKey(SECRET);
    }

    function registerAs(address operator, bytes memory publicKey, bytes memory proof) private returns (uint32) {
        vm.prank(operator);
        return registry.registerNode("alice", "alice.example:9185", networkKey(), "{}", publicKey, proof, 500, 1, 2, 3);
    }

    function prove(address operator, uint32 epoch) private view returns (bytes memory) {
        return Signer.sign(SECRET, possession(key, operator, epoch));
    }

    function test_registers() public {
        bytes memory proof = prove(ALICE, 0);
        vm.expectEmit(address(registry));
        emit Registry.NodeRegistered(1, ALICE, "alice", "alice.example:9185", networkKey(), key, "{}");
        equal(registerAs(ALICE, key, proof), 1, "index");
        equal(registry.nodeCount(), 1, "count");
        equal(registry.nodeOf(ALICE), 1, "index of the operator");
        equal(registry.nodeOf(BOB), 0, "index of a stranger");
        Registry.Node memory n = registry.node(1);
        equal(n.operator, ALICE, "operator");
        equal(bytes(n.name), "alice", "name");
        equal(bytes(n.networkAddress), "alice.example:9185", "address");
        equal(n.networkKey, networkKey(), "network key");
        equal(n.publicKey, key, "public key");
        equal(n.nextPublicKey.length, 0, "next public key");
        equal(n.commissionBp, 500, "commission");
        equal(n.storagePrice, 1, "storage price");
        equal(n.writePrice, 2, "write price");
        equal(n.capacity, 3, "capacity");
        equal(registry.keyOf(1), key, "key");
        vm.expectRevert(abi.encodeWithSelector(NodeErrors.NoSuchNode.selector, 2));
        registry.node(2);
        vm.expectRevert(abi.encodeWithSelector(NodeErrors.NoSuchNode.selector, 0));
        registry.keyOf(0);
    }

    /// The account in the proof is what clients compute (spec evm-profile 1).
    function test_account() public {
        vm.chainId(7);
        bytes32 want = keccak256(abi.encode(uint256(7), address(registry), ALICE));
        equal(registry.accountOf(ALICE), want, "account");
    }

    function testFuzz_anyKey(uint256 secretKey) public {
        secretKey = within(secretKey, 1, Signer.ORDER - 1);
        key = Signer.publicKey(secretKey);
        equal(registerAs(ALICE, key, Signer.sign(secretKey, possession(key, ALICE, 0))), 1, "index");
    }

    function test_oneNodeForAnOperator() public {
        registerAs(ALICE, key, prove(ALICE, 0));
        bytes memory proof = prove(ALICE, 0);
        vm.expectRevert(abi.encodeWithSelector(Registry.AlreadyRegistered.selector, 1));
        registerAs(ALICE, key, proof);
    }

    function refused(bytes4 selector, bytes memory publicKey, bytes memory proof) private {
        vm.prank(ALICE);
        vm.expectRevert(selector);
        registry.registerNode("alice", "alice:1", networkKey(), "", publicKey, proof, 0, 1, 2, 3);
    }

    function test_proofOfAnotherOperator() public {
        refused(KeyErrors.BadProofOfPossession.selector, key, prove(BOB, 0));
    }

    function test_proofForAnotherRegistry() public {
        Registry mine = registry;
        deploy(10);
        bytes memory proof = prove(ALICE, 0);
        registry = mine;
        refused(KeyErrors.BadProofOfPossession.selector, key, proof);
    }

    function test_proofForAnotherChain() public {
        bytes32 account = keccak256(abi.encode(block.chainid + 1, address(registry), ALICE));
        (bytes32 head, bytes16 tail) = BLS.compress(key);
        bytes memory proof = Signer.sign(SECRET, Messages.possession(0, account, head, tail));
        refused(KeyErrors.BadProofOfPossession.selector, key, proof);
    }

    function test_proofOfAnotherEpoch() public {
        network(10, 1);
        refused(KeyErrors.BadProofOfPossession.selector, key, prove(ALICE, 0));
        refused(KeyErrors.BadProofOfPossession.selector, key, prove(ALICE, 2));
        equal(registerAs(ALICE, key, prove(ALICE, 1)), 2, "with the epoch's own");
    }

    function test_proofByAnotherKey() public {
        refused(KeyErrors.BadProofOfPossession.selector, key, Signer.sign(SECRET + 1, possession(key, ALICE, 0)));
    }

    /// The key of an attacker who hides that it is another's negative: it cannot prove possession.
    function test_rogueKey() public {
        bytes memory rogue = Signer.publicKey(Signer.ORDER - SECRET);
        refused(KeyErrors.BadProofOfPossession.selector, rogue, prove(ALICE, 0));
    }

    function test_infinity() public {
        refused(KeyErrors.BadProofOfPossession.selector, key, Signer.INFINITY_SIGNATURE);
        refused(KeyErrors.BadKey.selector, new bytes(96), Signer.INFINITY_SIGNATURE);
    }

    function test_keyOutsideSubgroup() public {
        bytes memory outside =
            hex"0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000040a989badd40d6212b33cffc3f3763e9bc760f988c9926b26da9dd85e928483446346b8ed00e1de5d5ea93e354abe706c";
        refused(KeyErrors.BadKey.selector, outside, prove(ALICE, 0));
    }

    function test_keyOffTheCurve() public {
        bytes memory proof = prove(ALICE, 0);
        key[95] ^= 0x01;
        refused(KeyErrors.BadKey.selector, key, proof);
    }

    /// x + p stands for the same x: only the reduced form is a key.
    function test_keyNotReduced() public {
        bytes memory proof = prove(ALICE, 0);
        uint256 carry;
        bytes memory p =
            hex"1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";
        for (uint256 i = 48; i > 0; i--) {
            carry += uint256(uint8(key[i - 1])) + uint8(p[i - 1]);
            key[i - 1] = bytes1(uint8(carry));
            carry >>= 8;
        }
        equal(carry, 0, "x + p fits into 48 bytes");
        refused(KeyErrors.BadKey.selector, key, proof);
    }

    function test_keyOfWrongLength() public {
        bytes memory proof = prove(ALICE, 0);
        refused(KeyErrors.BadKey.selector, bytes.concat(key, hex"00"), proof);
        refused(KeyErrors.BadKey.selector, "", proof);
    }

    function test_lengths() public {
        bytes memory proof = prove(ALICE, 0);
        vm.expectRevert(Registry.NameTooLong.selector);
        registry.registerNode(string(new bytes(101)), "", networkKey(), "", key, proof, 0, 1, 2, 3);
        vm.expectRevert(Registry.AddressTooLong.selector);
        registry.registerNode("", string(new bytes(260)), networkKey(), "", key, proof, 0, 1, 2, 3);
        vm.expectRevert(Registry.CommissionTooHigh.selector);
        registry.registerNode("", "", networkKey(), "", key, proof, 10_001, 1, 2, 3);
        vm.expectRevert(Registry.BadNetworkKey.selector);
        registry.registerNode("", "", bytes.concat(networkKey(), hex"00"), "", key, proof, 0, 1, 2, 3);
        vm.expectRevert(Registry.BadNetworkKey.selector);
        registry.registerNode("", "", bytes.concat(hex"04", bytes32(0)), "", key, proof, 0, 1, 2, 3);
        vm.prank(ALICE);
        registry.registerNode(
            string(new bytes(100)), string(new bytes(259)), networkKey(), "", key, proof, 10_000, 1, 2, 3
        );
    }

    function test_deployerRegistersOthersBeforeGenesisOnly() public {
        bytes memory proof = prove(ALICE, 0);
        vm.prank(BOB);
        vm.expectRevert(AccessErrors.NotDeployer.selector);
        registry.registerNodeFor(ALICE, "", "", networkKey(), "", key, proof, 0, 1, 2, 3);
        equal(enroll(1), 1, "before genesis");
        epochs.genesis(evenly(10, 1));
        proof = prove(ALICE, 1);
        vm.expectRevert(abi.encodeWithSelector(AccessErrors.WrongState.selector, 1));
        registry.registerNodeFor(ALICE, "", "", networkKey(), "", key, proof, 0, 1, 2, 3);
    }

    function test_epochsAreSetOnceByTheDeployer() public {
        Registry fresh = new Registry(certs);
        vm.prank(BOB);
        vm.expectRevert(AccessErrors.NotDeployer.selector);
        fresh.setEpochs(epochs);
        vm.expectRevert();
        fresh.registerNode("", "", networkKey(), "", key, "", 0, 1, 2, 3);
        fresh.setEpochs(epochs);
        vm.expectRevert(Registry.AlreadySet.selector);
        fresh.setEpochs(Epochs(address(1)));
        equal(address(fresh.epochs()), address(epochs), "epochs");
    }
}
