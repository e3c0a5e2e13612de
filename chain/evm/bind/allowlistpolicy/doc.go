// Package allowlistpolicy is the generated binding of the contract AllowListPolicy: members of a list read.
package allowlistpolicy
