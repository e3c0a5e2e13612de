// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

import {Token} from "../src/Token.sol";
import {Test} from "./Test.sol";

contract TokenTest is Test {
    uint256 private constant KEY = 0xa11ce;
    address private constant SPENDER = address(0x5);
    uint256 private constant DEADLINE = 2_000_000_000;

    Token private token;

    function setUp() public {
        token = new Token(vm.addr(KEY));
        vm.warp(1_700_000_000);
    }

    function test_supply() public view {
        equal(token.totalSupply(), 5_000_000_000e18, "supply");
        equal(token.balanceOf(vm.addr(KEY)), 5_000_000_000e18, "balance");
        equal(token.decimals(), 18, "decimals");
        equal(bytes(token.symbol()), "WAL", "symbol");
    }

    function test_burning() public {
        vm.prank(vm.addr(KEY));
        token.burn(1);
        equal(token.totalSupply(), 5_000_000_000e18 - 1, "supply");
    }

    function permit(uint256 value, uint256 nonce) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 what = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 message = keccak256(abi.encode(what, vm.addr(KEY), SPENDER, value, nonce, DEADLINE));
        return vm.sign(KEY, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), message)));
    }

    function test_permit() public {
        (uint8 v, bytes32 r, bytes32 s) = permit(77, 0);
        token.permit(vm.addr(KEY), SPENDER, 77, DEADLINE, v, r, s);
        equal(token.allowance(vm.addr(KEY), SPENDER), 77, "allowance");
        vm.expectRevert();
        token.permit(vm.addr(KEY), SPENDER, 77, DEADLINE, v, r, s);
        (v, r, s) = permit(78, 1);
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, DEADLINE));
        token.permit(vm.addr(KEY), SPENDER, 78, DEADLINE, v, r, s);
    }
}
