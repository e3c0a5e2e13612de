// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KeyServerRegistry} from "../../src/access/KeyServerRegistry.sol";
import {Signer} from "../Signer.sol";
import {PolicyTest} from "./PolicyTest.sol";

contract KeyServersTest is PolicyTest {
    bytes private constant GENERATOR =
        hex"00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb80000000000000000000000000000000013e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e000000000000000000000000000000000ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801000000000000000000000000000000000606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be";

    KeyServerRegistry private registry = new KeyServerRegistry();

    function pointOf(uint256 secret) private view returns (bytes memory) {
        return call(0x0e, bytes.concat(GENERATOR, bytes32(secret)), 256);
    }

    function call(uint256 precompile, bytes memory input, uint256 size) private view returns (bytes memory answer) {
        bool ok;
        (ok, answer) = address(uint160(precompile)).staticcall(input);
        check(ok && answer.length == size, "precompile");
    }

    function enter() private returns (uint64) {
        return registry.register("server", "https://keys.example", pointOf(7));
    }

    function test_register() public {
        equal(enter(), 1, "serial");
        equal(enter(), 2, "next serial");
        KeyServerRegistry.Server memory s = registry.server(1);
        equal(s.owner, address(this), "owner");
        equal(bytes(s.url), "https://keys.example", "url");
        equal(s.publicKey, Signer.compressG2(pointOf(7)), "key");
        equal(s.version, 0, "version");
        bytes32 id = keccak256(abi.encodePacked("KS1", uint64(block.chainid), address(registry), uint64(2)));
        equal(registry.serverId(2), id, "server id");
        vm.expectRevert(KeyServerRegistry.NoSuchServer.selector);
        registry.server(3);
        vm.expectRevert(KeyServerRegistry.NoSuchServer.selector);
        registry.server(0);
    }

    function test_knownKey() public {
        registry.register("g", "https://g", GENERATOR);
        equal(
            registry.server(1).publicKey,
            hex"93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8",
            "generator"
        );
    }

    function testFuzz_compression(uint256 secret) public {
        vm.assume(secret % Signer.ORDER != 0);
        registry.register("s", "https://s", pointOf(secret));
        equal(registry.server(1).publicKey, Signer.compressG2(pointOf(secret)), "key");
    }

    function test_badKeys() public {
        bytes memory off = pointOf(7);
        off[255] ^= 0x01;
        bytes memory outside = outsideOfGroup();
        bytes[5] memory bad = [new bytes(256), off, outside, new bytes(0), bytes.concat(pointOf(7), hex"00")];
        for (uint256 i = 0; i < bad.length; i++) {
            vm.expectRevert(KeyServerRegistry.BadPublicKey.selector);
            registry.register("s", "https://s", bad[i]);
        }
        equal(registry.count(), 0, "count");
    }

    /// A point of the curve outside the group: x = 2, which has a root.
    function outsideOfGroup() private view returns (bytes memory point) {
        // y² = x³ + 4(1+u) at x = 2: y² = 12 + 4u.
        point = bytes.concat(
            bytes32(0), bytes32(uint256(2)), bytes32(0), bytes32(0), OUTSIDE_Y
        );
        // It is on the curve: adding infinity gives it back.
        equal(call(0x0d, bytes.concat(point, new bytes(256)), 256), point, "on the curve");
    }

    bytes private constant OUTSIDE_Y = hex"0000000000000000000000000000000018c6b864ae17dc9da64203ffefb966306425a7bc6aeb7c75247438372716284a4173830420cd476ba1a365b95bfcec3800000000000000000000000000000000172e93db764a8400a7d5071b6b6f5de0da2f0f4a063119abca014006b7c40a2cfe291a1924e65db0d6d0fcfbf3bf3d5c";

    function test_texts() public {
        bytes memory key = pointOf(7);
        vm.expectRevert(KeyServerRegistry.BadText.selector);
        registry.register("", "https://s", key);
        vm.expectRevert(KeyServerRegistry.BadText.selector);
        registry.register("s", "", key);
        vm.expectRevert(KeyServerRegistry.BadText.selector);
        registry.register(string(new bytes(101)), "https://s", key);
        vm.expectRevert(KeyServerRegistry.BadText.selector);
        registry.register("s", string(new bytes(513)), key);
    }

    function test_changes() public {
        enter();
        registry.setUrl(1, "https://other");
        equal(bytes(registry.server(1).url), "https://other", "url");
        registry.retire(1, true);
        check(registry.server(1).retired, "retired");
        vm.prank(EVE);
        vm.expectRevert(KeyServerRegistry.NotOwner.selector);
        registry.setUrl(1, "https://eve");
        vm.prank(EVE);
        vm.expectRevert(KeyServerRegistry.NotOwner.selector);
        registry.retire(1, false);
        vm.prank(EVE);
        vm.expectRevert(KeyServerRegistry.NotOwner.selector);
        registry.offer(1, EVE);
        vm.expectRevert(KeyServerRegistry.NoSuchServer.selector);
        registry.setUrl(2, "https://none");
        registry.offer(1, BOB);
        vm.prank(EVE);
        vm.expectRevert(KeyServerRegistry.NotHeir.selector);
        registry.accept(1);
        vm.prank(BOB);
        registry.accept(1);
        equal(registry.server(1).owner, BOB, "next owner");
        equal(registry.server(1).publicKey, Signer.compressG2(pointOf(7)), "the key stays");
        vm.expectRevert(KeyServerRegistry.NotOwner.selector);
        registry.setUrl(1, "https://other");
    }

    function committee(uint256 n)
        private
        view
        returns (KeyServerRegistry.Member[] memory members, bytes[] memory points)
    {
        members = new KeyServerRegistry.Member[](n);
        points = new bytes[](n);
        for (uint256 i = 0; i < n; i++) {
            points[i] = pointOf(100 + i);
            members[i] = KeyServerRegistry.Member("m", "https://m", Signer.compressG2(points[i]), uint16(i));
        }
    }

    function test_committee() public {
        (KeyServerRegistry.Member[] memory members, bytes[] memory points) = committee(3);
        uint64 serial = registry.registerCommittee("c", pointOf(9), 2, members, points);
        KeyServerRegistry.Server memory s = registry.server(serial);
        equal(s.version, 1, "version");
        equal(s.threshold, 2, "threshold");
        equal(registry.membersOf(serial).length, 3, "members");
        vm.prank(EVE);
        vm.expectRevert(KeyServerRegistry.NotOwner.selector);
        registry.setCommittee(serial, 2, members, points);
        (members, points) = committee(4);
        registry.setCommittee(serial, 3, members, points);
        s = registry.server(serial);
        equal(s.version, 2, "version");
        equal(registry.membersOf(serial)[3].partialKey, Signer.compressG2(points[3]), "member");
        equal(s.publicKey, Signer.compressG2(pointOf(9)), "the key stays");
        vm.expectRevert(KeyServerRegistry.IsCommittee.selector);
        registry.setUrl(serial, "https://x");
        vm.expectRevert(KeyServerRegistry.IsCommittee.selector);
        registry.offer(serial, EVE);
        uint64 single = enter();
        vm.expectRevert(KeyServerRegistry.NoCommittee.selector);
        registry.setCommittee(single, 2, members, points);
    }

    function test_badCommittees() public {
        (KeyServerRegistry.Member[] memory members, bytes[] memory points) = committee(3);
        bytes memory key = pointOf(9);
        uint16[3] memory thresholds = [uint16(0), 1, 4];
        for (uint256 i = 0; i < 3; i++) {
            vm.expectRevert(KeyServerRegistry.BadMembers.selector);
            registry.registerCommittee("c", key, thresholds[i], members, points);
        }
        members[1].partyId = 0;
        vm.expectRevert(KeyServerRegistry.BadMembers.selector);
        registry.registerCommittee("c", key, 2, members, points);
        members[1].partyId = 1;
        points[2] = pointOf(5);
        vm.expectRevert(KeyServerRegistry.BadPublicKey.selector);
        registry.registerCommittee("c", key, 2, members, points);
        vm.expectRevert(KeyServerRegistry.BadMembers.selector);
        registry.registerCommittee("c", key, 2, members, new bytes[](2));
    }
}
