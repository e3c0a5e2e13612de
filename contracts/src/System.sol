// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {Accounts} from "./Accounts.sol";
import {Blake2b} from "./Blake2b.sol";
import {Certs} from "./Certs.sol";
import {Epochs} from "./Epochs.sol";
import {CertificateErrors} from "./Errors.sol";
import {Messages} from "./Messages.sol";
import {Objects} from "./Objects.sol";
import {RedStuffMath} from "./RedStuffMath.sol";
import {Token} from "./Token.sol";

/// Storage for sale, and the blobs in it. A blob is registered, which pays for its encoded size in every epoch until its
/// end, and certified, which proves that a quorum of the committee holds it. The contract keeps the payments.
///
/// All prices and costs are FROST.
contract System is Objects, CertificateErrors, IERC20Errors, ReentrancyGuardTransient {
    using Accounts for Accounts.Ledger;

    struct Blob {
        bytes32 blobId;
        uint64 size; // bytes before encoding
        uint8 encodingType;
        bool deletable;
        uint32 registeredEpoch;
        uint32 certifiedEpoch; // 0 = not certified
        uint32 startEpoch;
        uint32 endEpoch; // the first epoch in which it is no longer stored
        uint64 storageSize; // bytes reserved
        address owner;
    }

    /// A blob as it is stored, three slots.
    struct Record {
        bytes32 blobId;
        // size u64 | encoding u8 | deletable u8 | registered u32 | certified u32 | start u32 | end u32, lowest bits first
        uint256 facts;
        // owner u160 | reserved bytes u64, lowest bits first
        uint256 holding;
    }

    /// @custom:storage-location erc7201:walrus.system
    struct State {
        Accounts.Ledger accounts;
        mapping(bytes32 objectId => Record) blobs;
    }

    // keccak256(abi.encode(uint256(keccak256("walrus.system")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STATE = 0xb6cd942f60cae10793ce855f009b64cbe0234a1b39d7ad7ee594451c763a8500;

    uint8 private constant RS2 = 1;
    uint256 private constant BLOB = 1; // kind of object
    uint256 private constant FROST = 1e9; // of the token's smallest unit

    uint256 private constant DELETABLE_AT = 72;
    uint256 private constant REGISTERED_AT = 80;
    uint256 private constant CERTIFIED_AT = 112;
    uint256 private constant START_AT = 144;
    uint256 private constant END_AT = 176;

    Token public immutable token;
    Epochs public immutable epochs;
    Certs public immutable certs;

    event BlobRegistered(
        bytes32 indexed blobId,
        bytes32 indexed objectId,
        uint32 indexed epoch,
        uint64 size,
        uint8 encodingType,
        uint32 endEpoch,
        bool deletable
    );
    event BlobCertified(
        bytes32 indexed blobId,
        bytes32 indexed objectId,
        uint32 indexed epoch,
        uint32 endEpoch,
        bool deletable,
        bool isExtension
    );

    /// The end must be after the current epoch and at most `max`; in epoch 0 nothing is for sale and `max` is 0.
    error EpochsOutOfRange(uint32 endEpoch, uint32 max);
    error CostAboveMax(uint64 cost, uint64 maxCost);
    error BlobTooLarge();
    error BlobIdMismatch();
    error UnsupportedEncoding();
    error NoSuchObject();
    error BlobExpired();

    constructor(Token token_, Epochs epochs_, Certs certs_) {
        token = token_;
        epochs = epochs_;
        certs = certs_;
    }

    /// Buys storage from the current epoch to `endEpoch` (exclusive) for a blob, registers the blob in it and gives it to
    /// `to`. The sender pays, and must have allowed this contract to take the cost.
    /// @param root the blob's Merkle root, from which the contract derives `blobId` again
    /// @param maxCost the most that may be charged
    function reserveAndRegister(
        bytes32 blobId,
        bytes32 root,
        uint64 size,
        uint8 encodingType,
        bool deletable,
        uint32 endEpoch,
        uint64 maxCost,
        address to
    ) external nonReentrant returns (bytes32 objectId) {
        if (encodingType != RS2) revert UnsupportedEncoding();
        if (Blake2b.blobId(encodingType, size, root) != blobId) revert BlobIdMismatch();
        (uint32 epoch, uint256 reserved, uint256 cost) = sell(size, endEpoch, maxCost);
        objectId = create(BLOB, to);
        Record storage r = store().blobs[objectId];
        r.blobId = blobId;
        r.facts = uint256(size) | (uint256(encodingType) << 64) | (uint256(deletable ? 1 : 0) << DELETABLE_AT)
            | (uint256(epoch) << REGISTERED_AT) | (uint256(epoch) << START_AT) | (uint256(endEpoch) << END_AT);
        r.holding = uint256(uint160(to)) | (reserved << 160);
        emit BlobRegistered(blobId, objectId, epoch, size, encodingType, endEpoch, deletable);
        token.transferFrom(msg.sender, address(this), cost * FROST);
    }

    /// Books storage for a blob of `size` bytes into the accounts of [epoch, endEpoch), and the fee for writing it into the
    /// current one.
    function sell(uint256 size, uint32 endEpoch, uint64 maxCost)
        private
        returns (uint32 epoch, uint256 reserved, uint256 cost)
    {
        uint256 nShards;
        uint256 ahead;
        uint256 storagePrice;
        uint256 writePrice;
        uint256 total;
        (epoch, nShards, ahead, storagePrice, writePrice, total) = epochs.terms();
        uint256 max = epoch == 0 ? 0 : epoch + ahead;
        if (endEpoch <= epoch || endEpoch > max) revert EpochsOutOfRange(endEpoch, uint32(max));
        if (size > RedStuffMath.maxBlobSize(nShards)) revert BlobTooLarge();
        reserved = RedStuffMath.encodedLength(size, nShards);
        uint256 units = RedStuffMath.units(reserved);
        uint256 each = units * storagePrice;
        uint256 fee = units * writePrice;
        cost = each * (endEpoch - epoch) + fee;
        if (cost > maxCost) revert CostAboveMax(saturate(cost), maxCost);
        store().accounts.book(epoch, endEpoch, reserved, each, fee, total);
    }

    function saturate(uint256 v) private pure returns (uint64) {
        return v > type(uint64).max ? type(uint64).max : uint64(v);
    }

    /// Certifies a blob: a quorum of the current committee confirmed that it stores it. Anyone may call; for a certified
    /// blob the call does nothing.
    /// @param signers bitmap of the members that signed, see Certs.verify
    /// @param signature the sum of their signatures in G2, 256 bytes
    /// @param message what they signed: the storage confirmation of this blob
    function certify(bytes32 objectId, bytes calldata signers, bytes calldata signature, bytes calldata message)
        external
    {
        Record storage r = store().blobs[objectId];
        uint256 facts = r.facts;
        if (facts == 0) revert NoSuchObject();
        if (uint32(facts >> CERTIFIED_AT) != 0) return;
        (uint32 epoch, uint16 nShards, address keys) = epochs.signers();
        uint32 endEpoch = uint32(facts >> END_AT);
        if (epoch >= endEpoch) revert BlobExpired();
        bytes32 blobId = r.blobId;
        bool deletable = uint8(facts >> DELETABLE_AT) != 0;
        Messages.requireConfirmation(message, epoch, blobId, objectId, deletable);
        certs.verify(keys, nShards, RedStuffMath.quorum(nShards), signers, signature, message);
        r.facts = facts | (uint256(epoch) << CERTIFIED_AT);
        emit BlobCertified(blobId, objectId, epoch, endEpoch, deletable, false);
    }

    function blob(bytes32 objectId) external view returns (Blob memory) {
        Record storage r = store().blobs[objectId];
        uint256 facts = r.facts;
        uint256 holding = r.holding;
        if (facts == 0) revert NoSuchObject();
        return Blob({
            blobId: r.blobId,
            size: uint64(facts),
            encodingType: uint8(facts >> 64),
            deletable: uint8(facts >> DELETABLE_AT) != 0,
            registeredEpoch: uint32(facts >> REGISTERED_AT),
            certifiedEpoch: uint32(facts >> CERTIFIED_AT),
            startEpoch: uint32(facts >> START_AT),
            endEpoch: uint32(facts >> END_AT),
            storageSize: uint64(holding >> 160),
            owner: address(uint160(holding))
        });
    }

    /// Encoded bytes sold and for sale in an epoch. The total is today's, for every epoch.
    function capacity(uint32 epoch) external view returns (uint64 used, uint64 total) {
        (used,) = store().accounts.account(epoch);
        (,,,,, total) = epochs.terms();
    }

    /// FROST paid for an epoch that the nodes have not received.
    function rewards(uint32 epoch) external view returns (uint64 paid) {
        (, paid) = store().accounts.account(epoch);
    }

    function holder(bytes32 objectId) internal view override returns (address) {
        return address(uint160(store().blobs[objectId].holding));
    }

    function setHolder(bytes32 objectId, address to) internal override {
        Record storage r = store().blobs[objectId];
        r.holding = (r.holding & ~uint256(type(uint160).max)) | uint160(to);
    }

    function store() private pure returns (State storage s) {
        assembly ("memory-safe") {
            s.slot := STATE
        }
    }
}
