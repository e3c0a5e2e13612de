// Package subscriptionpolicy is the generated binding of the contract SubscriptionPolicy: who has paid until a time reads.
package subscriptionpolicy
