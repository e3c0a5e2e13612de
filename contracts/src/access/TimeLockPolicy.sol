// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Freshness} from "./IAccessPolicy.sol";
import {PolicyBase} from "./PolicyBase.sol";

/// Everybody reads from a moment on: the resource is that moment, in seconds of chain time, 8 bytes big-endian.
contract TimeLockPolicy is PolicyBase {
    constructor() PolicyBase(8) {}

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("time-lock", false, Freshness.FINALIZED);
    }

    function judge(bytes calldata opens, address, bytes calldata) internal view override {
        require(block.timestamp >= uint64(bytes8(opens)), "not open yet");
    }
}
