package economy

import (
	"bytes"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strconv"

	"github.com/walrus-go/walrus"
)

// The geometry of the picture, in pixels.
const (
	pictureWidth = 880
	panelHeight  = 190
	plotLeft     = 70
	plotTop      = 34
	plotWidth    = 640
	plotHeight   = 120
)

// series is one line of a panel: a value for each epoch.
type series struct {
	name, color string
	values      []int64
}

// WriteSVG draws the run: price, capacity, money, yields and shards over the epochs.
func (r *Result) WriteSVG(out io.Writer) error {
	panels := []struct {
		title string
		unit  int64 // what an axis shows as 1
		lines []series
	}{
		{"Storage price, FROST per MiB and epoch", 1, []series{
			{"lowest honest vote", "#9db4c0", r.lastHours(func(h Hour) walrus.Frost { return h.LowVote })},
			{"highest honest vote", "#9db4c0", r.lastHours(func(h Hour) walrus.Frost { return h.HighVote })},
			{"price in force", "#c2410c", r.lastHours(func(h Hour) walrus.Frost { return h.Price })},
		}},
		{"Storage sold and capacity, TiB encoded", 1 << 40, []series{
			{"capacity by vote", "#9db4c0", r.epochs(func(e Epoch) int64 { return int64(e.Capacity) })},
			{"sold", "#0f766e", r.epochs(func(e Epoch) int64 { return int64(e.Used) })},
		}},
		{"Money of an epoch, WAL", int64(walrus.WAL), []series{
			{"sales of the epoch", "#9db4c0", r.epochs(func(e Epoch) int64 { return int64(e.Sales) })},
			{"earned by nodes", "#0f766e", r.epochs(Epoch.paid)},
			{"burned", "#c2410c", r.epochs(func(e Epoch) int64 { return int64(e.Distribution.Burned + e.Distribution.Forfeited) })},
		}},
		{"Yield of delegators since the start, millionths of stake per epoch", 1000, []series{
			{"honest, median", "#0f766e", r.yields(r.isHonest)},
			{"liar", "#7c3aed", r.yields(func(i int) bool { return i == r.Config.Liar })},
			{"lazy", "#c2410c", r.yields(func(i int) bool { return i == r.Config.Lazy })},
		}},
		{"Shards", 1, []series{
			{"honest, median", "#0f766e", r.epochs(r.medianShards)},
			{"liar", "#7c3aed", r.shards(r.Config.Liar)},
			{"lazy", "#c2410c", r.shards(r.Config.Lazy)},
		}},
	}
	var b bytes.Buffer
	height := panelHeight * len(panels)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="sans-serif" font-size="12">`+"\n", pictureWidth, height)
	fmt.Fprintf(&b, "<title>%d nodes, %d shards, %d epochs</title>\n", r.Config.Nodes, r.Config.Shards, len(r.Epochs))
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", pictureWidth, height)
	for i, p := range panels {
		fmt.Fprintf(&b, `<g transform="translate(0 %d)">`+"\n", i*panelHeight)
		drawPanel(&b, p.title, p.unit, p.lines)
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	_, err := out.Write(b.Bytes())
	return err
}

func drawPanel(b *bytes.Buffer, title string, unit int64, lines []series) {
	low, high := int64(0), unit
	for _, l := range lines {
		if len(l.values) > 0 {
			low, high = min(low, slices.Min(l.values)), max(high, slices.Max(l.values))
		}
	}
	step := tick((high-low)/unit) * unit
	low, high = (low-step+1)/step*step, (high+step-1)/step*step
	y := func(v int64) string { return tenths(plotTop*10 + scaled(high-v, high-low)) }
	fmt.Fprintf(b, `<text x="%d" y="20" font-size="14" fill="#111827">%s</text>`+"\n", plotLeft, title)
	for v := low; v <= high; v += step {
		fmt.Fprintf(b, `<path d="M%d %sh%d" stroke="#e5e7eb"/><text x="%d" y="%s" dy="4" text-anchor="end" fill="#4b5563">%d</text>`+"\n",
			plotLeft, y(v), plotWidth, plotLeft-8, y(v), v/unit)
	}
	for i, l := range lines {
		drawLine(b, l, y)
		fmt.Fprintf(b, `<text x="%d" y="%d" fill="%s">%s</text>`+"\n", plotLeft+plotWidth+12, plotTop+14+i*18, l.color, l.name)
	}
	drawEpochs(b, lines)
}

func drawLine(b *bytes.Buffer, l series, y func(int64) string) {
	if len(l.values) == 0 {
		return
	}
	fmt.Fprintf(b, `<polyline fill="none" stroke="%s" stroke-width="1.5" points="`, l.color)
	for i, v := range l.values {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(x(i, len(l.values)) + "," + y(v))
	}
	b.WriteString(`"/>` + "\n")
}

// drawEpochs writes the numbers of some epochs below the plot.
func drawEpochs(b *bytes.Buffer, lines []series) {
	count := len(lines[0].values)
	step := int(tick(int64(count)))
	for e := step; e <= count; e += step {
		fmt.Fprintf(b, `<text x="%s" y="%d" text-anchor="middle" fill="#4b5563">%d</text>`+"\n", x(e-1, count), plotTop+plotHeight+16, e)
	}
}

func x(i, count int) string {
	return tenths(plotLeft*10 + int64(i)*plotWidth*10/int64(max(1, count-1)))
}

// scaled returns the height of v on a plot whose height is span, in tenths of a pixel.
func scaled(v, span int64) int64 {
	hi, lo := bits.Mul64(uint64(v), plotHeight*10)
	q, _ := bits.Div64(hi, lo, uint64(span))
	return int64(q)
}

// tick returns a round distance of lines, of which four or so cover the range.
func tick(span int64) int64 {
	for unit := int64(1); ; unit *= 10 {
		for _, d := range []int64{1, 2, 5} {
			if d*unit*5 >= span {
				return d * unit
			}
		}
	}
}

func tenths(v int64) string { return strconv.FormatInt(v/10, 10) + "." + strconv.FormatInt(v%10, 10) }
