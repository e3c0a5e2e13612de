// Package rulespolicy is the generated binding of the contract RulesPolicy: other policies decide, and which may change.
package rulespolicy
