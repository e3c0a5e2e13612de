package access

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
)

// AllowList is a policy of kind allow-list.
type AllowList struct{ Owned }

// OpenAllowList returns the policy at an address, which is not checked.
func OpenAllowList(w Account, policy walrus.Address) *AllowList {
	return &AllowList{Owned{contract{w, policy, allowListABI.UnpackError}}}
}

// Create creates a list of the account's. The account is a member only if it is named.
func (p *AllowList) Create(ctx context.Context, salt [32]byte, members ...walrus.Address) (Resource, error) {
	return p.create(ctx, salt, allowListABI.PackCreate(salt, addresses(members)))
}

// Grant adds members.
func (p *AllowList) Grant(ctx context.Context, list Resource, members ...walrus.Address) error {
	return p.do(ctx, "add members", allowListABI.PackAdd(list, addresses(members)))
}

// Revoke removes members. Keys that they have already fetched stay theirs.
func (p *AllowList) Revoke(ctx context.Context, list Resource, members ...walrus.Address) error {
	return p.do(ctx, "remove members", allowListABI.PackRemove(list, addresses(members)))
}

// IsMember reports whether an account is on a list.
func (p *AllowList) IsMember(ctx context.Context, list Resource, a walrus.Address) (bool, error) {
	return view1(ctx, &p.contract, "membership", allowListABI.PackIsMember(list, common.Address(a)), allowListABI.UnpackIsMember)
}

// Threshold is a policy of kind threshold.
type Threshold struct{ Owned }

// OpenThreshold returns the policy at an address, which is not checked.
func OpenThreshold(w Account, policy walrus.Address) *Threshold {
	return &Threshold{Owned{contract{w, policy, thresholdABI.UnpackError}}}
}

// Create creates a resource that whoever has the votes of enough of the approvers reads: 1 to all of them, at most
// 255. Neither approvers nor number change.
func (p *Threshold) Create(ctx context.Context, salt [32]byte, approvers []walrus.Address, needed uint8) (Resource, error) {
	return p.create(ctx, salt, thresholdABI.PackCreate(salt, addresses(approvers), needed))
}

// Vote gives the account's vote to a reader, or takes it back.
func (p *Threshold) Vote(ctx context.Context, r Resource, reader walrus.Address, inFavour bool) error {
	return p.do(ctx, "vote", thresholdABI.PackVote(r, common.Address(reader), inFavour))
}

// Votes returns how many approvers are for a reader.
func (p *Threshold) Votes(ctx context.Context, r Resource, reader walrus.Address) (uint8, error) {
	return view1(ctx, &p.contract, "votes", thresholdABI.PackVotes(r, common.Address(reader)), thresholdABI.UnpackVotes)
}
