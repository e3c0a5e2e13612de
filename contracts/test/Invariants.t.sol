// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Accounts} from "../src/Accounts.sol";
import {Epochs} from "../src/Epochs.sol";
import {CertificateErrors} from "../src/Errors.sol";
import {RedStuffMath} from "../src/RedStuffMath.sol";
import {System} from "../src/System.sol";
import {World} from "./World.sol";

/// What users do in any order: buy, certify, give away, let time pass. It keeps what it did, for the invariants.
contract Users is World {
    uint256 private constant USERS = 4;
    uint32 private constant MAX_EPOCH = 40;

    bytes32[] public objects;
    uint256 public initialSupply;
    uint32 public epoch = 1;
    uint256 public refusedForCapacity;
    mapping(bytes32 => uint32) public certifiedAt;

    constructor() {
        // So small that sales are refused for lack of capacity.
        deployAt(20 << 20);
        initialSupply = token.totalSupply();
        for (uint256 i = 0; i < USERS; i++) {
            token.transfer(user(i), 1e6 ether);
            vm.prank(user(i));
            token.approve(address(system), type(uint256).max);
        }
    }

    function deployAt(uint64 capacity) private {
        deploy(Epochs.Config(10, 3600, 53, STORAGE_PRICE, WRITE_PRICE, capacity));
        for (uint256 i = 1; i <= 4; i++) {
            enroll(i);
        }
        epochs.genesis(evenly(10, 4));
    }

    function user(uint256 i) private pure returns (address) {
        return address(uint160(0x9000 + (i % USERS)));
    }

    function buy(uint256 who, uint64 size, bool deletable, uint32 length, uint256 to) external {
        size = uint64(within(size, 0, RedStuffMath.maxBlobSize(10)));
        length = uint32(within(length, 1, 12));
        bytes32 root = keccak256(abi.encode(objects.length));
        bytes32 id = blobIdOf(root, size);
        vm.prank(user(who));
        try system.reserveAndRegister(id, root, size, 1, deletable, epoch + length, NO_LIMIT, user(to)) returns (
            bytes32 objectId
        ) {
            objects.push(objectId);
        } catch (bytes memory why) {
            equal(bytes32(bytes4(why)), bytes32(Accounts.CapacityExceeded.selector), "why a sale is refused");
            refusedForCapacity++;
        }
    }

    function certify(uint256 which, uint256 bits) external {
        if (objects.length == 0) return;
        bytes32 objectId = objects[which % objects.length];
        System.Blob memory b = system.blob(objectId);
        bytes memory message = b.deletable ? confirmation(b.blobId, epoch, objectId) : confirmation(b.blobId, epoch);
        bits = bits & 0xf | 1;
        (bytes memory signers, bytes memory signature) = sign(bits, message);
        try system.certify(objectId, signers, signature, message) {
            if (certifiedAt[objectId] == 0) certifiedAt[objectId] = epoch;
        } catch (bytes memory why) {
            bytes4 selector = bytes4(why);
            check(selector == CertificateErrors.NoQuorum.selector || selector == System.BlobExpired.selector, "why not");
        }
    }

    function give(uint256 which, uint256 to) external {
        if (objects.length == 0) return;
        uint256 id = uint256(objects[which % objects.length]);
        address owner = system.ownerOf(id);
        vm.prank(owner);
        system.transferFrom(owner, user(to), id);
    }

    function pass() external {
        if (epoch < MAX_EPOCH) setEpoch(++epoch);
    }

    function checkAll() external view {
        uint256 paid;
        for (uint32 e = 0; e <= MAX_EPOCH + 14; e++) {
            uint256 covered;
            for (uint256 i = 0; i < objects.length; i++) {
                System.Blob memory b = system.blob(objects[i]);
                if (b.startEpoch <= e && e < b.endEpoch) covered += b.storageSize;
            }
            (uint64 used, uint64 total) = system.capacity(e);
            equal(used, covered, "used = sum of the live reservations");
            check(used <= total, "used <= total");
            paid += system.rewards(e);
        }
        equal(token.balanceOf(address(system)), paid * 1e9, "tokens held = rewards of all epochs");
        equal(token.totalSupply(), initialSupply, "supply");
        uint256 balances;
        for (uint256 i = 0; i < USERS; i++) {
            balances += system.balanceOf(user(i));
        }
        equal(balances, objects.length, "balances = objects");
        for (uint256 i = 0; i < objects.length; i++) {
            System.Blob memory b = system.blob(objects[i]);
            equal(b.certifiedEpoch, certifiedAt[objects[i]], "certified stays certified");
            check(b.certifiedEpoch == 0 || b.certifiedEpoch < b.endEpoch, "certified while it lived");
            equal(b.storageSize, RedStuffMath.encodedLength(b.size, 10), "storage = encoded length");
            equal(b.owner, system.ownerOf(uint256(objects[i])), "owner");
        }
    }
}

/// Invariants 1, 2, 6, 7 and 16 of spec control-plane B11, as far as the contracts exist.
contract InvariantsTest is World {
    Users private users;

    function setUp() public {
        users = new Users();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(users);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](4);
        selectors[0] = Users.buy.selector;
        selectors[1] = Users.certify.selector;
        selectors[2] = Users.give.selector;
        selectors[3] = Users.pass.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(users), selectors);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function invariant_accountsAddUp() public view {
        users.checkAll();
    }

    /// The random runs above mean something: with the same actions, sales, refusals and certificates do occur.
    function test_actionsHappen() public {
        for (uint256 i = 0; i < 12; i++) {
            users.buy(i, 1_800_000, i % 2 == 0, 3, i);
        }
        check(users.refusedForCapacity() > 0, "nothing refused");
        users.certify(0, 0xf);
        check(users.certifiedAt(users.objects(0)) == 1, "not certified");
        users.certify(1, 0x1);
        check(users.certifiedAt(users.objects(1)) == 0, "certified by one of four");
        users.pass();
        users.give(0, 3);
        users.checkAll();
    }
}
