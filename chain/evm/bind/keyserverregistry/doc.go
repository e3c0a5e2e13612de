// Package keyserverregistry is the generated binding of the contract KeyServerRegistry: key servers, where each answers and its public key.
package keyserverregistry
