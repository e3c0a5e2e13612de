// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {G2} from "./G2.sol";

/// The key servers: where each answers and its public key, which never changes. Anyone may register one, at no charge; that
/// the operator of a URL holds the key, the server itself proves (`GET /v1/service`). A server is known by its serial, from
/// 1, and is never deleted. A committee is one server whose members hold shares of the key; the contract that registered it
/// keeps its members up to date.
contract KeyServerRegistry {
    struct Server {
        address owner;
        bool retired; // clients should encrypt to it no more
        string name;
        string url; // empty for a committee
        bytes publicKey; // compressed, 96 bytes
        uint32 version; // of the members; 0 for a server that is no committee
        uint16 threshold; // shares that are needed; 0 for a server that is no committee
    }

    struct Member {
        string name;
        string url;
        bytes partialKey; // compressed, 96 bytes
        uint16 partyId; // ascending; its share is the polynomial's value at partyId + 1
    }

    uint256 private constant MAX_NAME = 100;
    uint256 private constant MAX_URL = 512;
    uint256 private constant MAX_MEMBERS = 100;

    uint64 public count;
    mapping(uint64 serial => Server) private servers;
    mapping(uint64 serial => Member[]) private members;
    /// Whom the owner offers a server to.
    mapping(uint64 serial => address) public heirOf;

    event Registered(uint64 indexed serial, address indexed owner, string name, string url, bytes publicKey);
    event UrlSet(uint64 indexed serial, string url);
    event Retired(uint64 indexed serial, bool retired);
    event Offered(uint64 indexed serial, address indexed heir);
    event Transferred(uint64 indexed serial, address indexed from, address indexed to);
    event CommitteeSet(uint64 indexed serial, uint32 version, uint16 threshold, Member[] members);

    error NoSuchServer();
    error NotOwner();
    error NotHeir();
    error BadText();
    error BadPublicKey();
    error BadMembers();
    error IsCommittee();
    error NoCommittee();

    modifier onlyOwner(uint64 serial) {
        if (serial == 0 || serial > count) revert NoSuchServer();
        if (servers[serial].owner != msg.sender) revert NotOwner();
        _;
    }

    /// Registers a server of the sender's.
    /// @param point the public key as the precompiles take it, 256 bytes; its compressed form is kept
    function register(string calldata name, string calldata url, bytes calldata point) external returns (uint64 serial) {
        if (bytes(url).length == 0) revert BadText();
        return enter(name, url, point);
    }

    /// Registers a committee, to be kept by the sender.
    /// @param points the members' partial public keys as the precompiles take them; `partialKey` of each is to be its
    ///        compressed form
    function registerCommittee(
        string calldata name,
        bytes calldata point,
        uint16 threshold,
        Member[] calldata set,
        bytes[] calldata points
    ) external returns (uint64 serial) {
        serial = enter(name, "", point);
        write(serial, threshold, set, points);
    }

    /// Replaces the members of a committee. The public key stays.
    function setCommittee(uint64 serial, uint16 threshold, Member[] calldata set, bytes[] calldata points)
        external
        onlyOwner(serial)
    {
        if (servers[serial].version == 0) revert NoCommittee();
        write(serial, threshold, set, points);
    }

    function setUrl(uint64 serial, string calldata url) external onlyOwner(serial) {
        if (servers[serial].version != 0) revert IsCommittee();
        if (bytes(url).length == 0 || bytes(url).length > MAX_URL) revert BadText();
        servers[serial].url = url;
        emit UrlSet(serial, url);
    }

    /// Marks a server as one to encrypt to no more, or takes that back. What is encrypted to it stays readable.
    function retire(uint64 serial, bool retired) external onlyOwner(serial) {
        servers[serial].retired = retired;
        emit Retired(serial, retired);
    }

    /// Offers a server; the zero address takes an offer back. Committees stay where they are.
    function offer(uint64 serial, address heir) external onlyOwner(serial) {
        if (servers[serial].version != 0) revert IsCommittee();
        heirOf[serial] = heir;
        emit Offered(serial, heir);
    }

    /// Takes over a server that was offered to the sender.
    function accept(uint64 serial) external {
        if (heirOf[serial] != msg.sender) revert NotHeir();
        delete heirOf[serial];
        emit Transferred(serial, servers[serial].owner, msg.sender);
        servers[serial].owner = msg.sender;
    }

    function server(uint64 serial) external view returns (Server memory) {
        if (serial == 0 || serial > count) revert NoSuchServer();
        return servers[serial];
    }

    function membersOf(uint64 serial) external view returns (Member[] memory) {
        return members[serial];
    }

    /// The name of a server in encrypted objects.
    function serverId(uint64 serial) external view returns (bytes32) {
        return keccak256(abi.encodePacked("KS1", uint64(block.chainid), address(this), serial));
    }

    function enter(string calldata name, string memory url, bytes calldata point) private returns (uint64 serial) {
        if (bytes(name).length == 0 || bytes(name).length > MAX_NAME || bytes(url).length > MAX_URL) revert BadText();
        if (!G2.isKey(point)) revert BadPublicKey();
        serial = ++count;
        Server storage s = servers[serial];
        (s.owner, s.name, s.url, s.publicKey) = (msg.sender, name, url, G2.compress(point));
        emit Registered(serial, msg.sender, name, url, s.publicKey);
    }

    function write(uint64 serial, uint16 threshold, Member[] calldata set, bytes[] calldata points) private {
        if (set.length > MAX_MEMBERS || points.length != set.length) revert BadMembers();
        if (threshold < 2 || threshold > set.length) revert BadMembers();
        delete members[serial];
        for (uint256 i = 0; i < set.length; i++) {
            if (i > 0 && set[i].partyId <= set[i - 1].partyId) revert BadMembers();
            if (bytes(set[i].name).length == 0 || bytes(set[i].name).length > MAX_NAME) revert BadText();
            if (bytes(set[i].url).length == 0 || bytes(set[i].url).length > MAX_URL) revert BadText();
            if (!G2.isKey(points[i]) || keccak256(G2.compress(points[i])) != keccak256(set[i].partialKey)) {
                revert BadPublicKey();
            }
            members[serial].push(set[i]);
        }
        servers[serial].threshold = threshold;
        emit CommitteeSet(serial, ++servers[serial].version, threshold, set);
    }
}
