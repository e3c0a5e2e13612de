// Package thresholdpolicy is the generated binding of the contract ThresholdPolicy: for whom enough approvers voted reads.
package thresholdpolicy
