// Package marketpolicy is the generated binding of the contract MarketPolicy: who has paid the seller reads.
package marketpolicy
