package seal

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa"
	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
)

type sessionVector struct {
	ChainID    string `json:"chain_id"`
	Policy     string
	PrivateKey hexBytes `json:"user_private_key"`
	User       string
	Namespace  hexBytes
	SessionKey hexBytes `json:"session_public_key"`
	Created    uint64   `json:"created_at_ms"`
	TTL        uint32   `json:"ttl_seconds"`
	Purpose    string
	EIP712     struct {
		DomainType    string   `json:"domain_type"`
		StructType    string   `json:"struct_type"`
		DomainName    string   `json:"domain_name"`
		DomainVersion string   `json:"domain_version"`
		Domain        hexBytes `json:"domain_separator"`
		StructHash    hexBytes `json:"struct_hash"`
		Digest        hexBytes
		Signature     hexBytes `json:"signature_rsv"`
	}
	EIP191 struct {
		Text      string
		Digest    hexBytes
		Signature hexBytes `json:"signature_rsv"`
	}
}

func officialSessions(t testing.TB) []sessionVector {
	t.Helper()
	var f struct{ Cases []sessionVector }
	vectors(t, "evm_session.json", &f)
	if len(f.Cases) != 2 {
		t.Fatal("the vector file does not hold what it should")
	}
	return f.Cases
}

func (v *sessionVector) authorization(t testing.TB) Authorization {
	t.Helper()
	chain, err := strconv.ParseUint(v.ChainID, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	policy, err := walrus.ParseAddress(v.Policy)
	if err != nil {
		t.Fatal(err)
	}
	user, err := walrus.ParseAddress(v.User)
	if err != nil {
		t.Fatal(err)
	}
	return Authorization{user, chain, policy, NewPolicyNamespace(chain, policy), [32]byte(v.SessionKey), v.Created, v.TTL, v.Purpose}
}

// walletSign signs as an externally owned account does, v being 27 or 28.
func walletSign(key []byte, digest [32]byte) []byte {
	compact := ecdsa.SignCompact(secp256k1.PrivKeyFromBytes(key), digest[:], false)
	return append(compact[1:], compact[0])
}

func TestOfficialAuthorizations(t *testing.T) {
	for _, v := range officialSessions(t) {
		a := v.authorization(t)
		if err := a.Validate(); err != nil {
			t.Error(err)
		}
		if a.Namespace != Namespace(v.Namespace) {
			t.Errorf("namespace %s", a.Namespace)
		}
		if chain, policy, ok := a.Namespace.Policy(); chain != a.ChainID || policy != a.Policy || !ok {
			t.Errorf("namespace names policy %s on chain %d", policy, chain)
		}
		if diff := cmp.Diff([]string{domainType, grantType, domainName, domainVersion},
			[]string{v.EIP712.DomainType, v.EIP712.StructType, v.EIP712.DomainName, v.EIP712.DomainVersion}); diff != "" {
			t.Error(diff)
		}
		if a.domainSeparator() != [32]byte(v.EIP712.Domain) || a.structHash() != [32]byte(v.EIP712.StructHash) ||
			a.TypedDataDigest() != [32]byte(v.EIP712.Digest) {
			t.Error("typed data digest differs")
		}
		if diff := cmp.Diff(v.EIP191.Text, a.PersonalText()); diff != "" || a.PersonalDigest() != [32]byte(v.EIP191.Digest) {
			t.Errorf("personal message differs: %s", diff)
		}
		for _, c := range []Certificate{{a, EIP712, v.EIP712.Signature}, {a, EIP191, v.EIP191.Signature}} {
			if err := c.VerifyExternallyOwned(); err != nil {
				t.Errorf("%v: %v", c.Scheme, err)
			}
			if got := walletSign(v.PrivateKey, c.Digest()); !bytes.Equal(got, c.Signature) {
				t.Errorf("%v: signed again %x, want %x", c.Scheme, got, c.Signature)
			}
		}
	}
}

func TestRecoverSignerRefuses(t *testing.T) {
	v := officialSessions(t)[0]
	a := v.authorization(t)
	good := Certificate{a, EIP712, v.EIP712.Signature}
	highS := func(b []byte) []byte { // the other signature that the curve's symmetry allows
		var s secp256k1.ModNScalar
		s.SetByteSlice(b[32:64])
		s.Negate().PutBytesUnchecked(b[32:64])
		b[64] = 27 + 28 - b[64]
		return b
	}
	for name, spoil := range map[string]func([]byte) []byte{
		"high s":       highS,
		"v 2":          func(b []byte) []byte { b[64] = 2; return b },
		"v 29":         func(b []byte) []byte { b[64] = 29; return b },
		"v 26":         func(b []byte) []byte { b[64] = 26; return b },
		"other v":      func(b []byte) []byte { b[64] = 27 + 28 - b[64]; return b },
		"r zero":       func(b []byte) []byte { clear(b[:32]); return b },
		"s zero":       func(b []byte) []byte { clear(b[32:64]); return b },
		"r above n":    func(b []byte) []byte { copy(b, bytes.Repeat([]byte{0xff}, 32)); return b },
		"short":        func(b []byte) []byte { return b[:64] },
		"long":         func(b []byte) []byte { return append(b, 0) },
		"empty":        func([]byte) []byte { return nil },
		"flipped bit":  func(b []byte) []byte { b[40] ^= 1; return b },
		"other scheme": func([]byte) []byte { return slices.Clone(v.EIP191.Signature) },
	} {
		c := good
		c.Signature = spoil(slices.Clone(good.Signature))
		if err := c.VerifyExternallyOwned(); !errors.Is(err, ErrInvalidSession) {
			t.Errorf("%s: %v", name, err)
		}
	}
	zeroBased := good
	zeroBased.Signature = slices.Clone(good.Signature)
	zeroBased.Signature[64] -= 27
	if err := zeroBased.VerifyExternallyOwned(); err != nil {
		t.Errorf("v from zero: %v", err)
	}
	for name, change := range map[string]func(*Authorization){
		"user": func(a *Authorization) { a.User[0]++ }, "chain": func(a *Authorization) { a.ChainID++ },
		"policy": func(a *Authorization) { a.Policy[0]++ }, "namespace": func(a *Authorization) { a.Namespace[31]++ },
		"session key": func(a *Authorization) { a.SessionKey[0]++ }, "time": func(a *Authorization) { a.Created++ },
		"duration": func(a *Authorization) { a.TTL++ }, "purpose": func(a *Authorization) { a.Purpose += "!" },
	} {
		c := good
		change(&c.Authorization)
		if err := c.VerifyExternallyOwned(); !errors.Is(err, ErrInvalidSession) {
			t.Errorf("other %s: %v", name, err)
		}
	}
}

func TestAuthorizationBounds(t *testing.T) {
	good := officialSessions(t)[0]
	for name, change := range map[string]func(*Authorization){
		"too short":          func(a *Authorization) { a.TTL = 59 },
		"too long":           func(a *Authorization) { a.TTL = 1801 },
		"far future":         func(a *Authorization) { a.Created = 1 << 60 },
		"no user":            func(a *Authorization) { a.User = walrus.Address{} },
		"long purpose":       func(a *Authorization) { a.Purpose = strings.Repeat("x", 257) },
		"line in purpose":    func(a *Authorization) { a.Purpose = "x\nvalid for: 9 s" },
		"purpose not UTF-8":  func(a *Authorization) { a.Purpose = "\xff" },
		"other policy":       func(a *Authorization) { a.Policy[3]++ },
		"other chain":        func(a *Authorization) { a.ChainID++ },
		"official namespace": func(a *Authorization) { a.Namespace = Namespace{1} },
		"unknown kind":       func(a *Authorization) { a.Namespace[3] = 3 },
	} {
		a := good.authorization(t)
		change(&a)
		if err := a.Validate(); !errors.Is(err, ErrInvalidSession) {
			t.Errorf("%s: %v", name, err)
		}
	}
	a := good.authorization(t) // 600 s
	start := time.UnixMilli(int64(a.Created))
	for after, ok := range map[time.Duration]bool{
		-31 * time.Second: false, -30 * time.Second: true, 0: true, 629 * time.Second: true, 630 * time.Second: false,
	} {
		if err := a.CheckTime(start.Add(after), MaxSessionTTL); (err == nil) != ok {
			t.Errorf("%v after creation: %v", after, err)
		}
	}
	if err := a.CheckTime(start, 599); !errors.Is(err, ErrInvalidSession) {
		t.Errorf("server with a lower bound: %v", err)
	}
}

func newTestSession(t testing.TB, scheme Scheme) *Session {
	t.Helper()
	v := officialSessions(t)[0]
	a := v.authorization(t)
	a.Created = uint64(time.Now().UnixMilli())
	s, err := NewSession(a, scheme, func(a Authorization) ([]byte, error) {
		c := Certificate{a, scheme, nil}
		return walletSign(v.PrivateKey, c.Digest()), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSessionRequest goes the way of a request: client, JSON, server, JSON, client.
func TestSessionRequest(t *testing.T) {
	for _, scheme := range []Scheme{EIP712, EIP191} {
		s := newTestSession(t, scheme)
		s, err := ImportSession(s.Export())
		if err != nil {
			t.Fatal(err)
		}
		c := s.Certificate()
		ids := []Identity{NewIdentity(c.Namespace, []byte("a")), NewIdentity(c.Namespace, []byte("b"))}
		ask := PolicyRequest{Kind: PolicyNamespace, ChainID: c.ChainID, Policy: c.Policy}
		for _, id := range ids {
			ask.Calls = append(ask.Calls, PolicyCall{Inner: id.Inner, Args: []byte{1, 2}})
		}
		ephemeral := NewEphemeralKey()
		request, err := s.Request(ask, ephemeral)
		if err != nil {
			t.Fatal(err)
		}
		body, err := json.Marshal(request)
		if err != nil {
			t.Fatal(err)
		}

		master := GenerateMasterKey()
		answer := serve(t, master, body)
		var response FetchResponse
		if err := json.Unmarshal(answer, &response); err != nil {
			t.Fatal(err)
		}
		keys, err := response.Unwrap(ephemeral, ids)
		if err != nil {
			t.Fatal(err)
		}
		for i, k := range keys {
			if err := master.PublicKey().VerifyDerived(ids[i], k); err != nil {
				t.Error(err)
			}
		}
		if _, err := response.Unwrap(ephemeral, ids[:1]); !errors.Is(err, ErrInvalidKey) {
			t.Errorf("a key too many: %v", err)
		}
		if _, err := response.Unwrap(ephemeral, []Identity{ids[0], {}}); !errors.Is(err, ErrInvalidKey) {
			t.Errorf("a key that was not asked for: %v", err)
		}
	}
}

// serve does what a key server whose policy approves everything does.
func serve(t *testing.T, master MasterKey, body []byte) []byte {
	t.Helper()
	r, ask, err := ParseFetchRequest(body, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(r.Certificate.CheckTime(time.Now(), MaxSessionTTL), r.Certificate.VerifyExternallyOwned(), r.VerifySession()); err != nil {
		t.Fatal(err)
	}
	to, err := ParseEncryptionKey(r.EncryptionKey[:])
	if err != nil {
		t.Fatal(err)
	}
	v, err := ParseVerificationKey(r.VerificationKey[:])
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Matches(to); err != nil {
		t.Fatal(err)
	}
	var response FetchResponse
	for _, call := range slices.Backward(ask.Calls) {
		id := Identity{ask.Namespace([32]byte{}), call.Inner}
		response.Keys = append(response.Keys, ResponseKey{id, to.Wrap(master.Derive(id))})
	}
	b, err := json.Marshal(response)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRequestRefuses(t *testing.T) {
	s := newTestSession(t, EIP712)
	c := s.Certificate()
	ask := PolicyRequest{Kind: PolicyNamespace, ChainID: c.ChainID, Policy: c.Policy, Calls: []PolicyCall{{Inner: []byte("a")}}}
	request, err := s.Request(ask, NewEphemeralKey())
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*FetchRequest){
		"other identity":       func(r *FetchRequest) { r.Request = append(slices.Clone(r.Request[:len(r.Request)-2]), 'b', 0) },
		"other encryption key": func(r *FetchRequest) { r.EncryptionKey = NewEphemeralKey().Encryption().Bytes() },
		"other verification":   func(r *FetchRequest) { r.VerificationKey = NewEphemeralKey().Verification().Bytes() },
		"other session":        func(r *FetchRequest) { r.Certificate = newTestSession(t, EIP712).Certificate() },
		"flipped bit":          func(r *FetchRequest) { r.Signature[9] ^= 1 },
	} {
		r := *request
		change(&r)
		if err := r.VerifySession(); !errors.Is(err, ErrInvalidSession) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ask.ChainID++
	if _, err := s.Request(ask, NewEphemeralKey()); !errors.Is(err, ErrInvalidSession) {
		t.Errorf("request for another chain: %v", err)
	}
	if err := NewEphemeralKey().Verification().Matches(NewEphemeralKey().Encryption()); !errors.Is(err, ErrInvalidKey) {
		t.Errorf("halves of two keys: %v", err)
	}
	good, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	for name, replace := range map[string][2]string{
		"scheme": {`"eip712"`, `"eip9"`}, "signature": {`"signature":"0x`, `"signature":"`}, "session key": {`"session_vk":"`, `"session_vk":"AAAA`},
		"encryption key": {`"enc_key":"`, `"enc_key":"AAAA`}, "ttl": {`"ttl_s":600`, `"ttl_s":4294967296`}, "request": {`"policy_request":"`, `"policy_request":"AAAA`},
	} {
		b := bytes.Replace(good, []byte(replace[0]), []byte(replace[1]), 1)
		if bytes.Equal(b, good) {
			t.Fatalf("%s: not spoilt", name)
		}
		if _, _, err := ParseFetchRequest(b, nil); !errors.Is(err, ErrInvalidRequest) && !errors.Is(err, ErrInvalidSession) {
			t.Errorf("%s: %v", name, err)
		}
	}
	pinned := *request
	if pinned.Request, err = (&PolicyRequest{Kind: PinnedNamespace, ChainID: 1, Calls: ask.Calls}).Bytes(); err != nil {
		t.Fatal(err)
	}
	if body, err := json.Marshal(pinned); err != nil {
		t.Fatal(err)
	} else if _, _, err := ParseFetchRequest(body, nil); !errors.Is(err, ErrInvalidRequest) {
		t.Errorf("pinned namespace: %v", err)
	} else if r, _, err := ParseFetchRequest(body, func(*PolicyRequest) ([32]byte, error) { return [32]byte{5}, nil }); err != nil ||
		r.Certificate.Namespace != NewPinnedNamespace(1, walrus.Address{}, [32]byte{5}) {
		t.Errorf("pinned namespace: %v", err)
	}
	if _, _, err := ParseFetchRequest(make([]byte, MaxRequestBody+1), nil); !errors.Is(err, ErrInvalidRequest) {
		t.Errorf("long body: %v", err)
	}
}

func TestPolicyRequest(t *testing.T) {
	p := PolicyRequest{PolicyNamespace, 0x7a69, walrus.Address{0xe7}, []PolicyCall{{[]byte("id"), []byte("args")}, {[]byte{}, []byte{}}}}
	b, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	want := "0101" + "697a000000000000" + "e7" + strings.Repeat("00", 19) + "02" + "026964" + "0461726773" + "0000"
	if got := hex.EncodeToString(b); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	back, err := ParsePolicyRequest(b)
	if diff := cmp.Diff(&p, back); diff != "" || err != nil {
		t.Error(diff, err)
	}
	for name, bad := range map[string]PolicyRequest{
		"no calls":       {PolicyNamespace, 1, walrus.Address{}, nil},
		"too many calls": {PolicyNamespace, 1, walrus.Address{}, make([]PolicyCall, 33)},
		"long inner ID":  {PolicyNamespace, 1, walrus.Address{}, []PolicyCall{{make([]byte, 513), nil}}},
		"long args":      {PolicyNamespace, 1, walrus.Address{}, []PolicyCall{{nil, make([]byte, 8193)}}},
		"unknown kind":   {3, 1, walrus.Address{}, make([]PolicyCall, 1)},
	} {
		if _, err := bad.Bytes(); !errors.Is(err, ErrInvalidRequest) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, bad := range map[string]string{
		"version": "02" + want[2:], "kind": "0103" + want[4:], "trailing": want + "00", "truncated": want[:len(want)-2], "empty": "",
		"more calls than bytes": want[:60] + "20",
	} {
		b, err := hex.DecodeString(bad)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParsePolicyRequest(b); !errors.Is(err, ErrInvalidRequest) {
			t.Errorf("%s: %v", name, err)
		}
	}
	pinned := PolicyRequest{Kind: PinnedNamespace, ChainID: 1}
	if n := pinned.Namespace([32]byte{1}); n == pinned.Namespace([32]byte{2}) || n[3] != 2 {
		t.Errorf("pinned namespace %s does not depend on the code", n)
	}
}

func TestSessionExpires(t *testing.T) {
	s := newTestSession(t, EIP712)
	c := s.Certificate()
	for before, want := range map[time.Duration]bool{11 * time.Second: false, 10 * time.Second: true, -time.Second: true} {
		if got := s.Expired(c.Expires().Add(-before)); got != want {
			t.Errorf("%v before the end: %v", before, got)
		}
	}
}

func TestImportSessionRefuses(t *testing.T) {
	good := newTestSession(t, EIP191).Export()
	for name, b := range map[string][]byte{
		"empty": nil, "truncated": good[:len(good)-1], "trailing": append(slices.Clone(good), 0), "magic": append([]byte("SES\x02"), good[4:]...),
	} {
		if _, err := ImportSession(b); !errors.Is(err, ErrInvalidSession) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOfficialPersonalMessages(t *testing.T) {
	var f struct {
		User struct {
			Seed    hexBytes `json:"secret_seed"`
			Address hexBytes
		}
		Messages []struct {
			Package     string   `json:"package_id"`
			Name        *string  `json:"mvr_name"`
			TTL         uint16   `json:"ttl_min"`
			Created     uint64   `json:"creation_time_ms"`
			SessionKey  hexBytes `json:"session_public_key"`
			Message     string
			Certificate *struct{ Signature []byte }
		} `json:"personal_messages"`
	}
	vectors(t, "session.json", &f)
	if len(f.Messages) != 4 {
		t.Fatal("the vector file does not hold what it should")
	}
	for _, v := range f.Messages {
		m := PersonalMessage{v.Package, [32]byte(v.SessionKey), v.Created, v.TTL}
		if v.Name != nil {
			m.Package = *v.Name
		}
		if diff := cmp.Diff(v.Message, m.Text()); diff != "" {
			t.Error(diff)
		}
		if v.Certificate == nil {
			continue
		}
		address, err := m.Verify(v.Certificate.Signature)
		if err != nil || !bytes.Equal(address[:], f.User.Address) {
			t.Errorf("signed by %x, %v", address, err)
		}
		digest, key := m.digest(), ed25519.NewKeyFromSeed(f.User.Seed)
		if !bytes.Equal(ed25519.Sign(key, digest[:]), v.Certificate.Signature[1:65]) {
			t.Error("signed again it differs")
		}
		m.TTL++
		if _, err := m.Verify(v.Certificate.Signature); !errors.Is(err, ErrInvalidSession) {
			t.Errorf("other message: %v", err)
		}
		other := slices.Clone(v.Certificate.Signature)
		other[0] = 1
		if _, err := m.Verify(other); !errors.Is(err, ErrInvalidSession) {
			t.Errorf("other kind of signature: %v", err)
		}
	}
}

func TestOfficialRequest(t *testing.T) {
	var f struct {
		Session struct{ Seed hexBytes } `json:"session_key"`
		Request struct {
			PTB          hexBytes `json:"ptb_bytes"`
			Secret       hexBytes `json:"enc_key_secret"`
			Encryption   hexBytes `json:"enc_key_pk_g1"`
			Verification hexBytes `json:"enc_verification_key_g2"`
			Signed       hexBytes `json:"signed_bytes"`
			Signature    []byte   `json:"request_signature_base64"`
		}
		Literal  struct{ Hex hexBytes } `json:"request_format_literal"`
		Response struct {
			Master  hexBytes        `json:"master_key"`
			R       hexBytes        `json:"elgamal_r"`
			FullID  hexBytes        `json:"full_id"`
			Wire    json.RawMessage `json:"wire"`
			Derived hexBytes        `json:"decrypted_usk"`
		}
	}
	vectors(t, "session.json", &f)
	secret := scalarOf(t, f.Request.Secret)
	ephemeral := ephemeralOf(secret)
	r := FetchRequest{Request: f.Request.PTB, EncryptionKey: ephemeral.Encryption().Bytes(), VerificationKey: ephemeral.Verification().Bytes()}
	if !bytes.Equal(r.EncryptionKey[:], f.Request.Encryption) || !bytes.Equal(r.VerificationKey[:], f.Request.Verification) {
		t.Error("ephemeral keys differ")
	}
	if diff := cmp.Diff([]byte(f.Request.Signed), r.signedBytes()); diff != "" {
		t.Error(diff)
	}
	key := ed25519.NewKeyFromSeed(f.Session.Seed)
	if got := ed25519.Sign(key, r.signedBytes()); !bytes.Equal(got, f.Request.Signature) {
		t.Errorf("signature %s", base64.StdEncoding.EncodeToString(got))
	}
	r.Certificate.SessionKey = [32]byte(key.Public().(ed25519.PublicKey))
	r.Signature = [64]byte(f.Request.Signature)
	if err := r.VerifySession(); err != nil {
		t.Error(err)
	}
	n := int(f.Literal.Hex[0])
	literal := FetchRequest{Request: f.Literal.Hex[1 : 1+n], EncryptionKey: [48]byte(f.Literal.Hex[2+n:]), VerificationKey: [96]byte(f.Literal.Hex[3+n+48:])}
	if diff := cmp.Diff([]byte(f.Literal.Hex), literal.signedBytes()); diff != "" {
		t.Error(diff)
	}

	id, master, elgamal := identityOf(t, f.Response.FullID), masterOf(t, f.Response.Master), scalarOf(t, f.Response.R)
	w := ephemeral.Encryption().wrap(master.Derive(id), &elgamal)
	made, err := json.Marshal(FetchResponse{[]ResponseKey{{id, w}}})
	if err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, f.Response.Wire); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(compact.String(), string(made)); diff != "" {
		t.Error(diff)
	}
	var response FetchResponse
	if err := json.Unmarshal(f.Response.Wire, &response); err != nil {
		t.Fatal(err)
	}
	keys, err := response.Unwrap(ephemeral, []Identity{id})
	if err != nil || keys[0] != derivedOf(t, f.Response.Derived) {
		t.Errorf("unwrapped another key, %v", err)
	}
}
