// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Freshness} from "./IAccessPolicy.sol";
import {Paid} from "./Paid.sol";

/// A market of data: whoever was paid for once reads an item for ever. Its owner is the seller and sets the price; the seller
/// itself reads too.
contract MarketPolicy is Paid {
    struct Offer {
        uint64 price; // FROST
        bool open; // it is for sale
    }

    mapping(bytes32 item => Offer) public offerOf;
    mapping(bytes32 item => mapping(address reader => bool)) public isPaid;

    event OfferSet(bytes32 indexed item, uint64 price, bool open);
    event Bought(bytes32 indexed item, address indexed reader, address indexed seller, uint64 price);

    error AlreadyPaid();

    constructor(IERC20 token) Paid(token) {}

    function create(bytes32 salt, uint64 price) external returns (bytes32 item) {
        item = claim(salt);
        set(item, Offer(price, true));
    }

    /// Changes the price for readers to come, or ends the sale. Who has paid keeps reading.
    function setOffer(bytes32 item, uint64 price, bool open) external onlyOwner(item) {
        set(item, Offer(price, open));
    }

    /// Pays the seller for a reader. Anyone may pay.
    /// @param maxPrice the most that the sender wants to pay, FROST
    function buy(bytes32 item, address reader, uint64 maxPrice) external {
        mustExist(item);
        Offer memory terms = offerOf[item];
        if (!terms.open) revert NotForSale();
        if (isPaid[item][reader]) revert AlreadyPaid();
        isPaid[item][reader] = true;
        emit Bought(item, reader, ownerOf[item], terms.price);
        pay(item, terms.price, maxPrice);
    }

    function policyInfo() external pure override returns (string memory, bool, uint8) {
        return ("market", false, Freshness.BOTH);
    }

    function set(bytes32 item, Offer memory terms) private {
        offerOf[item] = terms;
        emit OfferSet(item, terms.price, terms.open);
    }

    function judge(bytes32 item, address caller, bytes calldata) internal view override {
        require(isPaid[item][caller] || caller == ownerOf[item], "not paid");
    }
}
