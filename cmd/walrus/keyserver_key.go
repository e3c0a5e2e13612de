package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus/seal/keyserver"
)

// keyserverKeyOutput is the JSON of the commands about key files.
type keyserverKeyOutput struct {
	Path      string `json:"path"`
	Kind      string `json:"kind"`
	Index     uint64 `json:"index"`
	PublicKey string `json:"publicKey,omitempty"`
	Secret    string `json:"secret,omitempty"`
}

// keyFileFlags name a key file and its password.
type keyFileFlags struct {
	keyserver.KeyConfig
	index uint64
}

func (f *keyFileFlags) add(c *cobra.Command, index bool) {
	c.Flags().StringVar(&f.PasswordFile, "password-file", "", "file with the password (default: the environment variable "+keyserver.PasswordVariable+")")
	if index {
		c.Flags().Uint64Var(&f.index, "index", 0, "which client's key, of a seed")
	}
}

func (a *app) newKeyserverGenerateCommand() *cobra.Command {
	var f keyFileFlags
	var kind string
	var imported bool
	c := &cobra.Command{
		Use:   "generate-key FILE",
		Short: "Make a master key or a seed, sealed with a password",
		Long: `Make a random master key (mode open) or seed (mode permissioned) and write it to a key file of mode 0600 that was not there
before, encrypted under a password. Without the file or its password, everything encrypted to this server loses the
server's shares: keep copies.

With --import the secret is read from standard input, as 64 hexadecimal digits.

Exit codes: 0 written, 1 not.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			f.Path = args[0]
			return a.generateKeyFile(c, &f, kind, imported)
		},
	}
	f.add(c, false)
	c.Flags().StringVar(&kind, "kind", "master", "master or seed")
	c.Flags().BoolVar(&imported, "import", false, "read the secret from standard input")
	return c
}

func (a *app) generateKeyFile(c *cobra.Command, f *keyFileFlags, kind string, imported bool) error {
	kinds := map[string]keyserver.SecretKind{"master": keyserver.MasterSecret, "seed": keyserver.SeedSecret}
	k, ok := kinds[kind]
	if !ok {
		return fmt.Errorf("--kind %q is not master or seed", kind)
	}
	password, err := f.Password()
	if err != nil {
		return err
	}
	s, err := keyserver.GenerateSecret(k)
	if err == nil && imported {
		var b []byte
		if b, err = io.ReadAll(io.LimitReader(c.InOrStdin(), 256)); err == nil {
			s, err = keyserver.NewSecret(k, 0, string(b))
		}
	}
	if err != nil {
		return err
	}
	if err := keyserver.WriteKeyFile(f.Path, s, password, keyserver.DefaultCost); err != nil {
		return err
	}
	return a.printKey(f, s, false)
}

func (a *app) newKeyserverPublicKeyCommand() *cobra.Command {
	var f keyFileFlags
	c := &cobra.Command{
		Use:   "public-key FILE",
		Short: "Print the public key of a key file",
		Long:  "Print the public key that belongs to a key file, for the registry.\n\nExit codes: 0 printed, 1 the file cannot be opened.",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			f.Path = args[0]
			s, err := f.Open()
			if err != nil {
				return err
			}
			return a.printKey(&f, s, false)
		},
	}
	f.add(c, true)
	return c
}

func (a *app) newKeyserverExportCommand() *cobra.Command {
	var f keyFileFlags
	var sure bool
	c := &cobra.Command{
		Use:   "export-key FILE",
		Short: "Print a master key in clear, to take it elsewhere",
		Long: `Print the master key of a key file in clear: that of a client who takes it to another server. Mark the client as exported
in the configuration afterwards, so that its index is never used again. Whoever sees the key can open everything that was
or will be encrypted to it. A seed never leaves: of a seed file, one client's key is printed.

Exit codes: 0 printed, 1 not.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if !sure {
				return errors.New("this prints a secret: say --yes")
			}
			f.Path = args[0]
			s, err := f.Open()
			if err != nil {
				return err
			}
			return a.printKey(&f, s, true)
		},
	}
	f.add(c, true)
	c.Flags().BoolVar(&sure, "yes", false, "print the secret")
	return c
}

func (a *app) printKey(f *keyFileFlags, s keyserver.Secret, secret bool) error {
	k, err := s.ClientKey(f.index)
	if err != nil {
		return err
	}
	out := keyserverKeyOutput{Path: f.Path, Kind: s.Kind.String(), Index: f.index, PublicKey: k.PublicKey().String()}
	if secret {
		out.Secret = k.Export()
	}
	return a.print(out, func(w io.Writer) {
		fmt.Fprintf(w, "public key\t%s\n", out.PublicKey)
		if secret {
			fmt.Fprintf(w, "secret\t%s\n", out.Secret)
		}
	})
}
