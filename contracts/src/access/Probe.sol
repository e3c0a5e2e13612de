// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessPolicy} from "./IAccessPolicy.sol";

/// Asks a policy many questions, and a smart wallet about a signature, in one eth_call without a target: its creation code is
/// never deployed (spec access-control B.4). Each question is a static call with gas of its own, and at most MAX_DATA
/// bytes of an answer are kept, so a hostile policy spoils its own answer and nothing else.
contract Probe {
    struct Question {
        bytes innerId;
        bytes args;
    }

    /// What became of a question.
    enum Status {
        NotAsked, // too little gas was left
        Approved, // exactly the magic value
        NoMagic, // any other answer of at most MAX_DATA bytes
        Reverted, // `data` has the beginning of the reason
        NoCode, // nothing lives at the policy's address
        Exhausted, // it used up its gas, or tried to write, which costs all of the gas too
        TooLong // an answer above MAX_DATA bytes
    }

    struct Answer {
        Status status;
        uint32 gasUsed;
        bytes data;
    }

    /// A signature that the user's account, if it is a contract, is asked about (ERC-1271). Without a signature nothing is.
    struct Signed {
        bytes32 digest;
        bytes signature;
        address factory; // not zero: makes the account if it does not exist (ERC-6492)
        bytes factoryData;
    }

    /// What lives at the user's address.
    enum Account {
        Empty,
        Contract,
        Delegated // an ordinary account that runs the code of a contract (EIP-7702)
    }

    struct Result {
        uint256 number;
        uint256 timestamp;
        uint256 chainId;
        bytes32 codeHash; // of the policy; zero if there is no code
        Account account; // before the factory was called
        Status signature; // NoCode if nobody could be asked
        Answer[] answers;
    }

    uint256 private constant MAX_DATA = 256;
    uint256 private constant DESIGNATOR = 0xef0100;
    bytes4 private constant VALID_SIGNATURE = 0x1626ba7e;
    /// Left over for the return of the answers: 200 gas a byte, and the memory.
    uint256 private constant RESERVE = 4_000_000;

    /// @param gasEach of a question
    /// @param gasWallet of a call of the account, and of one of the factory
    /// @param writable lets policies write to a state that is thrown away, to tell why they fail; the answer decides nothing
    constructor(
        IAccessPolicy policy,
        address user,
        Question[] memory questions,
        Signed memory signed,
        uint256 gasEach,
        uint256 gasWallet,
        bool writable
    ) {
        Result memory r = Result(
            block.number,
            block.timestamp,
            block.chainid,
            address(policy).code.length == 0 ? bytes32(0) : address(policy).codehash,
            kindOf(user),
            Status.NoCode,
            new Answer[](questions.length)
        );
        bool wallet = signed.signature.length > 0;
        uint256 reserve = RESERVE + (wallet ? 2 * gasWallet : 0);
        for (uint256 i = 0; i < questions.length; i++) {
            bytes memory q = abi.encodeCall(IAccessPolicy.approve, (questions[i].innerId, user, questions[i].args));
            r.answers[i] = ask(address(policy), q, gasEach, reserve, IAccessPolicy.approve.selector, writable);
        }
        if (wallet) r.signature = check(user, r.account, signed, gasWallet);
        bytes memory out = abi.encode(r);
        assembly {
            return(add(out, 32), mload(out))
        }
    }

    /// Comes last: the factory writes. It is not called for an account that exists, whatever the signature says.
    function check(address user, Account account, Signed memory signed, uint256 gasWallet) private returns (Status) {
        if (account == Account.Empty && signed.factory != address(0)) {
            ask(signed.factory, signed.factoryData, gasWallet, RESERVE + gasWallet, 0, true);
        }
        bytes memory q = abi.encodeWithSelector(VALID_SIGNATURE, signed.digest, signed.signature);
        return ask(user, q, gasWallet, RESERVE, VALID_SIGNATURE, false).status;
    }

    function kindOf(address user) private view returns (Account) {
        uint256 size = user.code.length;
        if (size == 0) return Account.Empty;
        uint256 head;
        assembly ("memory-safe") {
            mstore(0, 0)
            extcodecopy(user, 0, 0, 3)
            head := shr(232, mload(0))
        }
        return size == 23 && head == DESIGNATOR ? Account.Delegated : Account.Contract;
    }

    function ask(address target, bytes memory question, uint256 cap, uint256 reserve, bytes4 magic, bool writable)
        private
        returns (Answer memory a)
    {
        if (target.code.length == 0) {
            a.status = Status.NoCode;
            return a;
        }
        // A call gets at most 63/64 of what is there.
        if (gasleft() < reserve + cap + cap / 63 + 10_000) return a;
        bool ok;
        uint256 size;
        uint256 used = gasleft();
        assembly ("memory-safe") {
            switch writable
            case 0 { ok := staticcall(cap, target, add(question, 32), mload(question), 0, 0) }
            default { ok := call(cap, target, 0, add(question, 32), mload(question), 0, 0) }
            size := returndatasize()
        }
        used -= gasleft();
        a.gasUsed = uint32(used);
        a.data = new bytes(size > MAX_DATA ? MAX_DATA : size);
        bytes memory data = a.data;
        assembly ("memory-safe") {
            returndatacopy(add(data, 32), 0, mload(data))
        }
        if (ok && size > MAX_DATA) a.status = Status.TooLong;
        else if (ok) a.status = size == 32 && bytes32(data) == bytes32(magic) ? Status.Approved : Status.NoMagic;
        else a.status = size == 0 && used >= cap ? Status.Exhausted : Status.Reverted;
    }
}
