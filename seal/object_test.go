package seal

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOfficialObjectsParse(t *testing.T) {
	for _, v := range officialObjects(t).Objects {
		t.Run(v.Name, func(t *testing.T) {
			o, err := ParseObject(v.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			p := &v.Parsed
			if o.identity.Namespace != Namespace(p.Namespace) || !bytes.Equal(o.identity.Inner, p.Inner) || o.Threshold() != p.Threshold {
				t.Errorf("identity %v, threshold %d", o.Identity(), o.Threshold())
			}
			for i, s := range p.Services {
				want := encryptedShare{s.Server, s.Index, [32]byte(p.Shares[i])}
				if o.shares[i] != want || o.Servers()[i] != s.Server {
					t.Errorf("share %d is %v, want %v", i, o.shares[i], want)
				}
			}
			if nonce := o.nonce.Bytes(); !bytes.Equal(nonce[:], p.Nonce) || o.randomness != [32]byte(p.Randomness) {
				t.Error("nonce or randomness differ")
			}
			if o.Mode() != modeNames[p.Ciphertext.Kind] || o.Mode().String() != p.Ciphertext.Kind {
				t.Errorf("mode %v, want %s", o.Mode(), p.Ciphertext.Kind)
			}
			if diff := cmp.Diff(o.AAD(), v.aad()); diff != "" {
				t.Error(diff)
			}
			if c := p.Ciphertext; c.Blob != nil && !bytes.Equal(o.blob, *c.Blob) || c.MAC != nil && o.mac != [32]byte(*c.MAC) {
				t.Error("blob or mac differ")
			}
			if !bytes.Equal(o.Bytes(), v.Bytes) {
				t.Error("encoded again it differs")
			}
		})
	}
}

// TestOfficialObjectsEncrypt repeats the encryption with the recorded randomness.
func TestOfficialObjectsEncrypt(t *testing.T) {
	for _, v := range officialObjects(t).Objects {
		t.Run(v.Name, func(t *testing.T) {
			o, k, err := encrypt(v.recipients(t), modeNames[v.Parsed.Ciphertext.Kind], v.Plaintext, v.aad(), v.secrets(t))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]byte(v.Bytes), o.Bytes()); diff != "" {
				t.Error(diff)
			}
			if !bytes.Equal(k.Bytes(), v.Secrets.DataKey) {
				t.Error("data key differs")
			}
			if got := o.derive([32]byte(v.Secrets.Base), tagRandomness); got != [32]byte(v.Secrets.RandomnessKey) {
				t.Error("randomness key differs")
			}
		})
	}
}

// subsets calls f with every set of servers that hold at least as many shares as the threshold, and with the others.
func subsets(v *objectVector, f func(ids []ServerID, enough bool)) {
	var ids []ServerID
	weight := make(map[ServerID]int)
	for _, s := range v.Parsed.Services {
		if weight[s.Server]++; weight[s.Server] == 1 {
			ids = append(ids, s.Server)
		}
	}
	for set := range 1 << len(ids) {
		chosen, w := []ServerID{}, 0
		for i, id := range ids {
			if set>>i&1 == 1 {
				chosen, w = append(chosen, id), w+weight[id]
			}
		}
		f(chosen, w >= v.Parsed.Threshold)
	}
}

func TestOfficialObjectsDecrypt(t *testing.T) {
	for _, v := range officialObjects(t).Objects {
		t.Run(v.Name, func(t *testing.T) {
			o, err := ParseObject(v.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			want := []byte(v.Plaintext)
			if o.Mode() == Plain {
				want = v.Secrets.DataKey
			}
			subsets(&v, func(ids []ServerID, enough bool) {
				keys := v.keys(t, ids...)
				checked, err1 := o.Decrypt(keys, v.publicKeys(t))
				unchecked, err2 := o.DecryptUnchecked(keys)
				if !enough {
					if !errors.Is(err1, ErrTooFewKeys) || !errors.Is(err2, ErrTooFewKeys) {
						t.Errorf("%d servers: %v, %v", len(ids), err1, err2)
					}
					return
				}
				if err1 != nil || err2 != nil || !bytes.Equal(checked, want) || !bytes.Equal(unchecked, want) {
					t.Errorf("%d servers: %x %v, %x %v", len(ids), checked, err1, unchecked, err2)
				}
			})
			k, err := ParseDataKey(v.Secrets.DataKey)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := o.Open(k); err != nil || !bytes.Equal(got, want) {
				t.Errorf("with the data key: %x, %v", got, err)
			}
		})
	}
}

// TestOfficialNegatives opens each spoilt object with every set of keys, made for the identity that is written in it.
func TestOfficialNegatives(t *testing.T) {
	f := officialObjects(t)
	for _, n := range f.Negative {
		t.Run(n.Name, func(t *testing.T) {
			v := f.find(t, n.BasedOn)
			o, err := ParseObject(n.Bytes)
			if err != nil {
				if !errors.Is(err, ErrInvalidObject) || n.OnlyChecked {
					t.Error(err)
				}
				return
			}
			keys := make(Keys)
			for id, b := range v.Secrets.MasterKeys {
				keys[id] = masterOf(t, b).Derive(o.Identity())
			}
			subsets(v, func(ids []ServerID, enough bool) {
				data, err := o.Decrypt(keep(keys, ids), v.publicKeys(t))
				if err == nil {
					t.Errorf("opened with %d servers: %x", len(ids), data)
				}
				if wrong := new(ServerError); errors.As(err, &wrong) {
					t.Errorf("blames a server for the maker's doing: %v", err)
				}
				data, err = o.DecryptUnchecked(keep(keys, ids))
				if opens := n.OnlyChecked && slices.Equal(ids, n.OpensWith); opens != (err == nil) || opens && !bytes.Equal(data, n.Plaintext) {
					t.Errorf("unchecked with %v: %x, %v", ids, data, err)
				}
			})
		})
	}
}

// refusedAtParsing are the spoilt objects that must not get as far as any key.
var refusedAtParsing = []string{"bad-version", "duplicate-index", "trailing-byte"}

func TestOfficialNegativesAtParsing(t *testing.T) {
	seen := 0
	for _, n := range officialObjects(t).Negative {
		_, err := ParseObject(n.Bytes)
		if want := slices.Contains(refusedAtParsing, n.Name); want != (err != nil) {
			t.Errorf("%s: %v", n.Name, err)
		} else if want {
			seen++
		}
	}
	if seen != len(refusedAtParsing) {
		t.Errorf("%d of %d seen", seen, len(refusedAtParsing))
	}
}

// TestParseObjectRefuses spoils a good object at places that no official vector does.
func TestParseObjectRefuses(t *testing.T) {
	v := officialObjects(t).find(t, "aes-2of3-aad")
	const (
		innerLen  = 33
		services  = innerLen + 1 + 2
		threshold = services + 1 + 3*33
		kind      = threshold + 1
		nonce     = kind + 1
		sharesLen = nonce + 96
		mode      = sharesLen + 1 + 3*32 + 32
		blobLen   = mode + 1
	)
	if v.Bytes[services] != 3 || v.Bytes[threshold] != 2 || v.Bytes[sharesLen] != 3 || v.Bytes[blobLen] != 37 {
		t.Fatal("the layout is not what the cases below expect")
	}
	set := func(at int, b ...byte) func([]byte) []byte {
		return func(o []byte) []byte { copy(o[at:], b); return o }
	}
	insert := func(at, drop int, b ...byte) func([]byte) []byte {
		return func(o []byte) []byte { return slices.Concat(o[:at], b, o[at+drop:]) }
	}
	identity := make([]byte, 96)
	identity[0] = 0xc0
	for name, spoil := range map[string]func([]byte) []byte{
		"threshold zero":           set(threshold, 0),
		"threshold above shares":   set(threshold, 4),
		"index zero":               set(services+33, 0),
		"unknown scheme":           set(kind, 1),
		"identity nonce":           set(nonce, identity...),
		"nonce not on the curve":   set(nonce+95, v.Bytes[nonce+95]^1),
		"fewer encrypted shares":   insert(sharesLen, 33, 2),
		"count below the shares":   set(sharesLen, 2),
		"more encrypted shares":    insert(sharesLen, 1, append([]byte{4}, make([]byte, 32)...)...),
		"long form of a length":    insert(innerLen, 1, 0x82, 0x00),
		"long form of a variant":   insert(kind, 1, 0x80, 0x00),
		"unknown mode":             set(mode, 3),
		"option neither 0 nor 1":   set(blobLen+1+37, 2),
		"blob longer than input":   insert(blobLen, 1, 0xff, 0xff, 0xff, 0xff, 0x0f),
		"more services than input": set(services, 255),
		"no services":              insert(services, 1+3*33, 0),
		"truncated":                func(o []byte) []byte { return o[:len(o)-1] },
		"empty":                    func([]byte) []byte { return nil },
	} {
		o := spoil(slices.Clone(v.Bytes))
		if bytes.Equal(o, v.Bytes) {
			t.Fatalf("%s: not spoilt", name)
		}
		if _, err := ParseObject(o); !errors.Is(err, ErrInvalidObject) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRandomnessAboveOrder: the randomness must be below the group order, though the nonce would fit.
func TestRandomnessAboveOrder(t *testing.T) {
	v := officialObjects(t).find(t, "aes-2of3-aad")
	o, err := ParseObject(v.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	base := [32]byte(v.Secrets.Base)
	var above [32]byte // r + order is the same point
	copy(above[:], bigIntAboveOrder(t, v.Secrets.Randomness))
	o.randomness = xor32(above, o.derive(base, tagRandomness))
	if _, err := o.DecryptUnchecked(v.keys(t)); !errors.Is(err, ErrInconsistent) {
		t.Errorf("got %v", err)
	}
}
