package access

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
)

// Resource names what a policy with owners governs. It is what an identity begins with (seal.NewIdentity).
type Resource [32]byte

// TimeLockResource returns the resource that a policy of kind time-lock opens at a moment, rounded up to seconds. Moments
// before 1970 are open.
func TimeLockResource(opens time.Time) []byte {
	seconds := opens.Unix()
	if opens.Nanosecond() > 0 {
		seconds++
	}
	return binary.BigEndian.AppendUint64(nil, uint64(max(seconds, 0)))
}

// NFTResource returns the resource that a policy of kind nft-gate opens for the owner of an ERC-721 token.
func NFTResource(collection walrus.Address, tokenID [32]byte) []byte {
	return append(collection[:], tokenID[:]...)
}

// TokenResource returns the resource that a policy of kind token-gate opens for holders of at least that much of a
// token, in its smallest unit; 1 to 2^256 − 1.
func TokenResource(token walrus.Address, least *big.Int) ([]byte, error) {
	if least.Sign() <= 0 || least.BitLen() > 256 {
		return nil, fmt.Errorf("least balance %v is not of 1 to 2^256 − 1", least)
	}
	return append(token[:], least.FillBytes(make([]byte, 32))...), nil
}

// Owned is a policy whose resources have owners. A resource follows from its first owner and a salt of the owner's
// choice, so data can be encrypted before it is created.
type Owned struct{ contract }

// OpenOwned returns a policy of any kind whose resources have owners, for what these have in common.
func OpenOwned(w Account, policy walrus.Address) *Owned {
	return &Owned{contract{w, policy, ownerABI.UnpackError}}
}

// ResourceOf returns the resource that an account creates with a salt.
func (o *Owned) ResourceOf(ctx context.Context, owner walrus.Address, salt [32]byte) (Resource, error) {
	r, err := view1(ctx, &o.contract, "resource of a salt", ownerABI.PackResourceOf(common.Address(owner), salt), ownerABI.UnpackResourceOf)
	return r, err
}

// OwnerOf returns the owner of a resource; the zero address if nobody created it.
func (o *Owned) OwnerOf(ctx context.Context, r Resource) (walrus.Address, error) {
	a, err := view1(ctx, &o.contract, "owner of a resource", ownerABI.PackOwnerOf(r), ownerABI.UnpackOwnerOf)
	return walrus.Address(a), err
}

// Offer offers a resource to another account; the zero address takes an offer back.
func (o *Owned) Offer(ctx context.Context, r Resource, heir walrus.Address) error {
	return o.do(ctx, "offer a resource", ownerABI.PackOffer(r, common.Address(heir)))
}

// Accept takes over a resource that was offered to the account.
func (o *Owned) Accept(ctx context.Context, r Resource) error {
	return o.do(ctx, "accept a resource", ownerABI.PackAccept(r))
}

// create creates a resource by a call and returns it.
func (o *Owned) create(ctx context.Context, salt [32]byte, call []byte) (Resource, error) {
	r, err := o.ResourceOf(ctx, o.account.Address(), salt)
	if err != nil {
		return Resource{}, err
	}
	return r, o.do(ctx, "create a resource", call)
}

// OwnerPolicy is a policy of kind owner.
type OwnerPolicy struct{ Owned }

// OpenOwnerPolicy returns the policy at an address, which is not checked.
func OpenOwnerPolicy(w Account, policy walrus.Address) *OwnerPolicy {
	return &OwnerPolicy{*OpenOwned(w, policy)}
}

// Create creates a resource that the account reads.
func (p *OwnerPolicy) Create(ctx context.Context, salt [32]byte) (Resource, error) {
	return p.create(ctx, salt, ownerABI.PackCreate(salt))
}
