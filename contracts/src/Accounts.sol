// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// What is sold for each epoch: encoded bytes, and the FROST paid for them. One slot holds two epochs,
///
///     used u64 | rewards u64 | used u64 | rewards u64      lowest bits first, the even epoch first
///
/// so that a lease touches half as many slots as it has epochs. Nothing is ever given back before an epoch has passed.
library Accounts {
    struct Ledger {
        mapping(uint256 pair => uint256) slots; // by epoch / 2
    }

    uint256 private constant MASK = type(uint64).max;

    /// A sale would use more of an epoch than the `free` bytes that are left.
    error CapacityExceeded(uint32 epoch, uint64 free);

    /// Books `used` bytes and `reward` FROST into each epoch of [from, to), and `extra` FROST more into the first.
    /// @param total bytes that an epoch may use
    function book(
        Ledger storage ledger,
        uint256 from,
        uint256 to,
        uint256 used,
        uint256 reward,
        uint256 extra,
        uint256 total
    ) internal {
        reward += extra;
        while (from < to) {
            uint256 pair = from >> 1;
            uint256 slot = ledger.slots[pair];
            if (from & 1 == 0) {
                slot = add(slot, 0, from, used, reward, total);
                reward -= extra;
                extra = 0;
                from++;
            }
            if (from < to && from >> 1 == pair) {
                slot = add(slot, 128, from, used, reward, total);
                reward -= extra;
                extra = 0;
                from++;
            }
            ledger.slots[pair] = slot;
        }
    }

    /// The slot with one of its accounts (0 or 128 bits up) raised.
    function add(uint256 slot, uint256 shift, uint256 epoch, uint256 used, uint256 reward, uint256 total)
        private
        pure
        returns (uint256)
    {
        uint256 before = (slot >> shift) & MASK;
        uint256 free = before < total ? total - before : 0;
        if (used > free) revert CapacityExceeded(uint32(epoch), uint64(free));
        uint256 rewards = ((slot >> (shift + 64)) & MASK) + reward;
        // Rewards are covered by tokens held, and 2^64 FROST are more than all tokens: this cannot happen.
        assert(rewards <= MASK);
        return (slot & ~(((MASK << 64) | MASK) << shift)) | (((rewards << 64) | (before + used)) << shift);
    }

    /// The bytes sold and the FROST paid for an epoch.
    function account(Ledger storage ledger, uint256 epoch) internal view returns (uint64 used, uint64 rewards) {
        uint256 both = ledger.slots[epoch >> 1] >> ((epoch & 1) * 128);
        return (uint64(both), uint64(both >> 64));
    }
}
