// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {World} from "./World.sol";

/// Gas of whole transactions, against the table in gas.json: within 2 %, and below the limits of the design. To write the
/// table anew: WRITE_GAS=true forge test --match-contract GasTest
contract GasTest is World {
    uint256 private constant MAX_TX_GAS = 1 << 24; // EIP-7825

    string[] private names;
    uint256[] private figures;

    function record(string memory name, uint256 limit) private {
        uint256 gas = vm.lastCallGas().gasTotalUsed;
        check(gas <= limit, string.concat(name, " costs ", vm.toString(gas)));
        names.push(name);
        figures.push(gas);
    }

    function buy(uint256 i, uint32 endEpoch) private returns (bytes32 id, bytes32 objectId) {
        bytes32 root = keccak256(abi.encode(i));
        id = blobIdOf(root, 1_000_003);
        objectId = system.reserveAndRegister(id, root, 1_000_003, 1, i % 2 == 1, endEpoch, 1 << 40, address(this));
    }

    function certify(uint256 bits, bytes32 objectId, bytes memory message) private {
        (bytes memory signers, bytes memory signature) = sign(bits, message);
        system.certify(objectId, signers, signature, message);
    }

    /// The committee's lowest `missing` members do not sign.
    function certified(uint256 missing, bool deletable) private {
        (bytes32 id, bytes32 objectId) = buy(1000 + 2 * missing + (deletable ? 1 : 0), 3);
        bytes memory message = deletable ? confirmation(id, 1, objectId) : confirmation(id, 1);
        certify(all(100) ^ all(missing), objectId, message);
    }

    function test_gas() public {
        deploy(1000);
        enroll(1);
        enroll(2);
        record("registerNodeFor", 500_000);
        for (uint256 i = 3; i <= 100; i++) {
            enroll(i);
        }
        epochs.genesis(evenly(1000, 100));
        record("genesis, 100 nodes, 1000 shards", MAX_TX_GAS / 2);

        buy(0, 3);
        record("reserveAndRegister, 2 epochs, first of the network", 240_000);
        buy(1, 3);
        record("reserveAndRegister, 2 epochs", 165_000);
        buy(2, 2);
        record("reserveAndRegister, 1 epoch", 165_000);
        buy(3, 54);
        record("reserveAndRegister, 53 epochs, most of them fresh", 900_000);
        buy(4, 54);
        record("reserveAndRegister, 53 epochs", 320_000);

        certified(0, false);
        record("certify, 100 members, all signed", 240_000);
        certified(10, false);
        record("certify, 100 members, 10 not", 240_000);
        certified(10, true);
        record("certify, 100 members, 10 not, deletable", 240_000);
        certified(33, false);
        record("certify, 100 members, 33 not", 260_000);
        (bytes32 id, bytes32 objectId) = buy(5, 3);
        certify(all(100), objectId, confirmation(id, 1, objectId));
        certify(all(100), objectId, confirmation(id, 1, objectId));
        record("certify again", 60_000);
        system.transferFrom(address(this), address(0xb0b), uint256(objectId));
        record("transferFrom", 70_000);

        if (vm.envOr("WRITE_GAS", false)) write();
        compare();
    }

    function write() private {
        string memory out = "{";
        for (uint256 i = 0; i < names.length; i++) {
            out = string.concat(out, i == 0 ? "\n" : ",\n", '  "', names[i], '": ', vm.toString(figures[i]));
        }
        vm.writeFile("gas.json", string.concat(out, "\n}\n"));
    }

    function compare() private view {
        string memory table = vm.readFile("gas.json");
        for (uint256 i = 0; i < names.length; i++) {
            uint256 want = vm.parseJsonUint(table, string.concat('["', names[i], '"]'));
            uint256 apart = figures[i] > want ? figures[i] - want : want - figures[i];
            if (apart * 50 > want) revert NotEqual(names[i], figures[i], want);
        }
    }
}
