/** Lines that are the same in both texts: so many from these places on. */
export interface Block {
  readonly a: number;
  readonly b: number;
  readonly size: number;
}

/** From so many lines on, those that make up more than a hundredth are not looked for. */
const POPULAR_FROM = 200;

/** What two texts have in common, as Python's `difflib.SequenceMatcher` finds it, in order. */
export function matchingBlocks(a: readonly string[], b: readonly string[]): Block[] {
  const places = placesOf(b);
  const found: Block[] = [];
  const queue: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [aLow, aHigh, bLow, bHigh] = next;
    const block = longestMatch(a, b, places, next);
    if (block.size === 0) continue;
    found.push(block);
    queue.push([aLow, block.a, bLow, block.b]);
    queue.push([block.a + block.size, aHigh, block.b + block.size, bHigh]);
  }
  found.sort((one, other) => one.a - other.a || one.b - other.b);
  return joined(found);
}

/** Where each line stands in a text, the popular ones aside. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const known = places.get(line);
    if (known === undefined) places.set(line, [at]);
    else known.push(at);
  }
  if (lines.length < POPULAR_FROM) return places;
  const most = Math.floor(lines.length / 100) + 1;
  return new Map([...places].filter(([, at]) => at.length <= most));
}

/** The longest run of lines that both texts have within these bounds, the first of several. */
function longestMatch(
  a: readonly string[],
  b: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  [aLow, aHigh, bLow, bHigh]: readonly [number, number, number, number],
): Block {
  let best = { a: aLow, b: bLow, size: 0 };
  let lengths = new Map<number, number>();
  for (let at = aLow; at < aHigh; at++) {
    const longer = new Map<number, number>();
    for (const place of places.get(a[at] ?? '') ?? []) {
      if (place < bLow) continue;
      if (place >= bHigh) break;
      const size = (lengths.get(place - 1) ?? 0) + 1;
      longer.set(place, size);
      if (size > best.size) best = { a: at - size + 1, b: place - size + 1, size };
    }
    lengths = longer;
  }
  // Popular lines beside it belong to it, too.
  while (best.a > aLow && best.b > bLow && a[best.a - 1] === b[best.b - 1])
    best = { a: best.a - 1, b: best.b - 1, size: best.size + 1 };
  while (
    best.a + best.size < aHigh &&
    best.b + best.size < bHigh &&
    a[best.a + best.size] === b[best.b + best.size]
  )
    best = { ...best, size: best.size + 1 };
  return best;
}

/** Blocks that touch are one. */
function joined(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (last !== undefined && last.a + last.size === block.a && last.b + last.size === block.b)
      all.splice(-1, 1, { ...last, size: last.size + block.size });
    else all.push(block);
  }
  return all;
}
