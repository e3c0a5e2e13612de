package quilt_test

import (
	"fmt"
	"log"

	"github.com/walrus-go/walrus/quilt"
)

func Example() {
	q, err := quilt.Build(100, []quilt.Blob{
		{Identifier: "hello.txt", Data: []byte("hello")},
		{Identifier: "bye.txt", Tags: map[string]string{"mood": "sad"}, Data: []byte("bye")},
	})
	if err != nil {
		log.Fatal(err)
	}
	r, err := quilt.Open(100, q.Data) // q.Data is stored and read back like any blob
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range r.Index().Patches {
		b, err := r.Read(p)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s, columns %d to %d, %v: %s\n", p.Identifier, p.Start, p.End, p.Tags, b.Data)
	}
	// Output:
	// bye.txt, columns 1 to 2, map[mood:sad]: bye
	// hello.txt, columns 2 to 3, map[]: hello
}
