// Package plan holds the protocol decisions of a storage node: what an event of the chain changes in its bookkeeping,
// and what has to be done about it.
//
// The one idea: bookkeeping is a pure function of the ordered event log (storage-node.md I3). [Apply] takes the rows that
// an event touches and the event, and returns the rows after it and the reaction due. No clock, no disk, no question of
// what data the node holds. So two nodes at the same event index hold the same bookkeeping, and replaying an event is the
// caller's comparison of two indices.
//
// Values of this package are plain data; nothing here is shared or concurrent.
package plan
