// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// WAL pays for storage. The whole supply exists from the first block: there is no way to mint, no owner, no hook on
/// transfer. One FROST, the unit of prices, is 10^9 of its smallest unit.
contract Token is ERC20, ERC20Burnable, ERC20Permit {
    uint256 public constant SUPPLY = 5_000_000_000 ether;

    /// @param holder gets the whole supply
    constructor(address holder) ERC20("Walrus", "WAL") ERC20Permit("Walrus") {
        _mint(holder, SUPPLY);
    }
}
