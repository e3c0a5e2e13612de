// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// Sizes of the erasure code as they are priced (spec control-plane A1). `n` is the number of shards.
library RedStuffMath {
    /// The unit of prices.
    uint256 internal constant UNIT = 1 << 20;
    /// A symbol has at most this many bytes.
    uint256 internal constant MAX_SYMBOL = 65534;

    /// Source symbols of the primary (k) and the secondary (K) code: n - 2f and n - f, with f = (n-1)/3.
    function sourceSymbols(uint256 n) internal pure returns (uint256 k, uint256 bigK) {
        uint256 f = (n - 1) / 3;
        return (n - 2 * f, n - f);
    }

    /// The size in bytes of the largest blob.
    function maxBlobSize(uint256 n) internal pure returns (uint256) {
        (uint256 k, uint256 bigK) = sourceSymbols(n);
        return k * bigK * MAX_SYMBOL;
    }

    /// What all shards together store for a blob of `size` bytes: slivers and the metadata of each shard.
    /// `size` must not be above maxBlobSize(n).
    function encodedLength(uint256 size, uint256 n) internal pure returns (uint256) {
        (uint256 k, uint256 bigK) = sourceSymbols(n);
        uint256 symbols = k * bigK;
        uint256 symbol = size == 0 ? 1 : (size + symbols - 1) / symbols;
        symbol += symbol & 1;
        return n * ((k + bigK) * symbol + n * 64 + 32);
    }

    /// Units charged for `length` bytes, rounded up.
    function units(uint256 length) internal pure returns (uint256) {
        return (length + UNIT - 1) / UNIT;
    }

    /// The shards whose holders make a quorum: the least weight w with 3w >= 2n + 1.
    function quorum(uint256 n) internal pure returns (uint256) {
        return 2 * n / 3 + 1;
    }
}
