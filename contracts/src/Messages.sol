// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// What nodes sign (spec encoding 8): type, version 0, application 3, epoch u32 little-endian, then the body.
library Messages {
    uint256 private constant PERMANENT_SIZE = 40;
    uint256 private constant DELETABLE_SIZE = 72;

    /// Not a message of the expected type, or about something else.
    error BadMessage();
    /// The message was signed in epoch `got`, the contract is in epoch `want`.
    error WrongEpoch(uint32 got, uint32 want);
    /// The message confirms the other persistence, or another deletable object.
    error PersistenceMismatch();

    /// The message that proves possession of a key: type 0 over the account and the 48-byte form of the key.
    function possession(uint32 epoch, bytes32 account, bytes32 keyHead, bytes16 keyTail)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(hex"000003", littleEndian(epoch), account, keyHead, keyTail);
    }

    /// Reverts unless `message` is a storage confirmation (type 1) of this blob in this epoch: of a permanent blob, or of
    /// the deletable object itself. No byte may follow.
    function requireConfirmation(bytes calldata message, uint32 epoch, bytes32 blobId, bytes32 objectId, bool deletable)
        internal
        pure
    {
        if (message.length < PERMANENT_SIZE || bytes3(message) != hex"010003") revert BadMessage();
        uint32 signed = littleEndian(uint32(bytes4(message[3:7])));
        if (signed != epoch) revert WrongEpoch(signed, epoch);
        if (bytes32(message[7:39]) != blobId) revert BadMessage();
        uint8 kind = uint8(message[39]);
        if (kind > 1 || message.length != (kind == 0 ? PERMANENT_SIZE : DELETABLE_SIZE)) revert BadMessage();
        if ((kind == 1) != deletable) revert PersistenceMismatch();
        if (deletable && bytes32(message[40:72]) != objectId) revert PersistenceMismatch();
    }

    function littleEndian(uint32 v) private pure returns (uint32) {
        v = ((v >> 8) & 0x00ff00ff) | ((v & 0x00ff00ff) << 8);
        return (v >> 16) | (v << 16);
    }
}
