package redstuff

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// TestOrdered: what comes after each task comes in the order of the tasks, whichever is done first.
func TestOrdered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var order []int
		took := func(_ *scratch, task int) error {
			time.Sleep(time.Duration(task*7%5) * time.Second)
			return nil
		}
		then := func(_ *scratch, task int) error {
			order = append(order, task)
			return nil
		}
		if err := (&pool{}).ordered(t.Context(), 4, 20, took, then); err != nil {
			t.Fatal(err)
		}
		if len(order) != 20 || !slices.IsSorted(order) {
			t.Errorf("order %v", order)
		}
	})
}

// TestOrderedFails: an error or a cancelled context lets those go that wait for their turn, and nothing starts after it.
func TestOrderedFails(t *testing.T) {
	for name, fail := range map[string]func(cancel context.CancelFunc) (do, then error){
		"do":      func(context.CancelFunc) (error, error) { return errDisk, nil },
		"then":    func(context.CancelFunc) (error, error) { return nil, errDisk },
		"context": func(cancel context.CancelFunc) (error, error) { cancel(); return context.Canceled, nil },
	} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			var inThen error
			do := func(_ *scratch, task int) (err error) {
				if task > 4 {
					t.Errorf("%s: task %d starts", name, task)
				}
				if task == 1 {
					time.Sleep(time.Hour) // the others are done and wait
					err, inThen = fail(cancel)
				}
				return err
			}
			then := func(_ *scratch, task int) error {
				if task > 1 {
					t.Errorf("%s: task %d passes", name, task)
				}
				if task == 1 {
					return inThen
				}
				return nil
			}
			err := (&pool{}).ordered(ctx, 4, 100, do, then)
			if !errors.Is(err, errDisk) && !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}
