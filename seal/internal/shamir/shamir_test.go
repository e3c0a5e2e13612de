package shamir

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"testing"

	"pgregory.net/rapid"
)

type vectors struct {
	Mul         []struct{ A, B, Product byte }
	CombineByte []struct {
		Shares [][2]byte
		Secret byte
	} `json:"combine_byte"`
	Combine []struct {
		Shares []struct {
			Index byte
			Share string
		}
		Secret string
	}
	Split []struct {
		Threshold, Total int
		Secret           string
		Coefficients     []string `json:"coefficients_per_byte"`
		Shares           []struct {
			Index byte
			Share string
		}
	}
}

func official(t *testing.T) (v vectors) {
	t.Helper()
	b, err := os.ReadFile("../../testdata/official/shamir.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	if len(v.Mul) != 6 || len(v.CombineByte) != 1 || len(v.Combine) != 1 || len(v.Split) != 6 {
		t.Fatal("the vector file does not hold what it should")
	}
	return v
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// value pads to the size of a share; padding bytes are shares of zero.
func value(t *testing.T, s string) (v [Size]byte) {
	t.Helper()
	copy(v[:], unhex(t, s))
	return v
}

func TestOfficialCombine(t *testing.T) {
	v := official(t)
	for _, c := range v.Mul {
		if got := mul(c.A, c.B); got != c.Product {
			t.Errorf("%d · %d = %d, want %d", c.A, c.B, got, c.Product)
		}
	}
	for _, c := range v.CombineByte {
		var shares []Share
		for _, s := range c.Shares {
			shares = append(shares, Share{Index: s[0], Value: [Size]byte{s[1]}})
		}
		if got := Interpolate(shares, 0); got != [Size]byte{c.Secret} {
			t.Errorf("combined %v, want %d", got, c.Secret)
		}
	}
	for _, c := range v.Combine {
		var shares []Share
		for _, s := range c.Shares {
			shares = append(shares, Share{s.Index, value(t, s.Share)})
		}
		if got := Interpolate(shares, 0); got != value(t, c.Secret) {
			t.Errorf("combined %x, want %s", got, c.Secret)
		}
	}
}

func TestOfficialSplit(t *testing.T) {
	for _, c := range official(t).Split {
		poly := make([][Size]byte, c.Threshold)
		poly[0] = value(t, c.Secret)
		for i, coefficients := range c.Coefficients {
			for k, b := range unhex(t, coefficients) {
				poly[k+1][i] = b
			}
		}
		for i, s := range sample(poly, c.Total) {
			if want := (Share{c.Shares[i].Index, value(t, c.Shares[i].Share)}); s != want {
				t.Errorf("%d of %d: share %v, want %v", c.Threshold, c.Total, s, want)
			}
		}
	}
}

// TestField compares with schoolbook multiplication: carry-less product, then reduction.
func TestField(t *testing.T) {
	for a := range 256 {
		for b := range 256 {
			product := 0
			for i := range 8 {
				product ^= a << i * (b >> i & 1)
			}
			for i := 14; i >= 8; i-- {
				product ^= 0x11b << (i - 8) * (product >> i & 1)
			}
			if got := mul(byte(a), byte(b)); got != byte(product) {
				t.Fatalf("%d · %d = %d, want %d", a, b, got, product)
			}
		}
		if a > 0 && mul(byte(a), invert(byte(a))) != 1 {
			t.Fatalf("%d has no inverse", a)
		}
	}
}

func TestAnyThresholdSharesCombine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "shares")
		threshold := rapid.IntRange(1, n).Draw(t, "threshold")
		var secret [Size]byte
		rand.Read(secret[:])
		shares, err := Split(secret, threshold, n)
		if err != nil {
			t.Fatal(err)
		}
		chosen := rapid.Permutation(shares).Draw(t, "order")[:threshold]
		if Interpolate(chosen, 0) != secret {
			t.Fatal("not the secret")
		}
		for _, s := range shares {
			if Interpolate(chosen, s.Index) != s.Value {
				t.Fatalf("share %d is not on the polynomial of %d others", s.Index, threshold)
			}
		}
	})
}

// TestFewerSharesTellNothing enumerates all polynomials of degree 2: for each secret, every pair of values of two
// shares occurs exactly once, so two shares say nothing about the secret.
func TestFewerSharesTellNothing(t *testing.T) {
	for _, secret := range []byte{0, 1, 0x53, 255} {
		seen := make(map[[2]byte]int)
		for a := range 256 {
			for b := range 256 {
				shares := sample([][Size]byte{{secret}, {byte(a)}, {byte(b)}}, 7)
				seen[[2]byte{shares[1].Value[0], shares[6].Value[0]}]++
			}
		}
		if len(seen) != 1<<16 {
			t.Errorf("secret %d: %d of %d pairs of shares occur", secret, len(seen), 1<<16)
		}
	}
}

// TestSplitIsRandom: the coefficients are fresh in each call and none is left out.
func TestSplitIsRandom(t *testing.T) {
	a, err := Split([Size]byte{}, 3, 4)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Split([Size]byte{}, 3, 4)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		if a[i] == b[i] || a[i].Value == [Size]byte{} {
			t.Errorf("share %d repeats or is the secret", a[i].Index)
		}
	}
	if Interpolate(a[:2], 0) == [Size]byte{} {
		t.Error("two shares of three give the secret")
	}
}

func TestRefuses(t *testing.T) {
	for _, c := range [][2]int{{0, 1}, {2, 1}, {1, 255}, {-1, 3}, {1, 0}} {
		if _, err := Split([Size]byte{}, c[0], c[1]); !errors.Is(err, ErrInvalidShares) {
			t.Errorf("%d of %d: %v", c[0], c[1], err)
		}
	}
	for _, indices := range [][]byte{{0}, {1, 2, 1}, {3, 0}} {
		if err := Check(indices); !errors.Is(err, ErrInvalidShares) {
			t.Errorf("%v: %v", indices, err)
		}
	}
	if err := Check([]byte{183, 252, 123}); err != nil {
		t.Error(err)
	}
}
