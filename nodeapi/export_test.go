package nodeapi

// RouteCount returns the number of routes of a handler.
func RouteCount(h *Handler) int { return len(h.routes()) }
