package node

import (
	"sync"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// peers keeps one client for each member, made anew when its address or key changed.
type peers struct {
	n   *Node
	own walrus.PublicKey

	mu   sync.Mutex // guards what is below
	dial map[walrus.NodeIndex]peer
}

type peer struct {
	address string
	key     walrus.NetworkKey
	service nodeapi.Service
}

func newPeers(n *Node) *peers {
	return &peers{n: n, own: n.deps.ProtocolKey.PublicKey().Bytes(), dial: map[walrus.NodeIndex]peer{}}
}

// service returns the service of the member; for the node itself, the node.
func (p *peers) service(m *walrus.Member) nodeapi.Service {
	if m.PublicKey == p.own {
		return p.n
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	known, ok := p.dial[m.Node]
	if ok && known.address == m.NetworkAddress && known.key == m.NetworkKey {
		return known.service
	}
	closeIdle(known.service)
	known = peer{m.NetworkAddress, m.NetworkKey, p.connect(m)}
	p.dial[m.Node] = known
	return known.service
}

func (p *peers) connect(m *walrus.Member) nodeapi.Service {
	if p.n.deps.Dial != nil {
		return p.n.deps.Dial(m)
	}
	return nodeapi.Dial(m.NetworkAddress, m.NetworkKey, nodeapi.ClientOptions{
		NShards: p.n.n, ConnectTimeout: secs(p.n.config.Recovery.NodeConnectSecs),
	})
}

// close lets go of idle connections.
func (p *peers) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, known := range p.dial {
		closeIdle(known.service)
	}
}

func closeIdle(s nodeapi.Service) {
	if c, ok := s.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

var _ nodeapi.Service = (*Node)(nil)
