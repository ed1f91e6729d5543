import { matchingBlocks } from './matching-blocks.ts';

/** Lines that a diff shows around what changed, as Python's `difflib` does. */
const CONTEXT = 3;

/** A piece of a text and what stands in its place in the other. */
interface Change {
  readonly isSame: boolean;
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
}

/** The unified diff of two lists of lines, as Python's `difflib` writes it: empty where they are the same. */
export function unifiedDiff(old: readonly string[], now: readonly string[]): string {
  const groups = grouped(changesOf(old, now));
  if (groups.length === 0) return '';
  return ['--- \n', '+++ \n', ...groups.flatMap((group) => hunk(group, old, now))].join('');
}

function hunk(group: readonly Change[], old: readonly string[], now: readonly string[]): string[] {
  const [first, last] = [group[0], group.at(-1)];
  const spanOf = (side: 'a' | 'b'): string => range(first?.[side][0] ?? 0, last?.[side][1] ?? 0);
  const lines = group.flatMap(({ isSame, a, b }) => {
    if (isSame) return old.slice(...a).map((line) => ` ${line}`);
    const removed = old.slice(...a).map((line) => `-${line}`);
    return [...removed, ...now.slice(...b).map((line) => `+${line}`)];
  });
  return [`@@ -${spanOf('a')} +${spanOf('b')} @@\n`, ...lines];
}

function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  const changes: Change[] = [];
  let [a, b] = [0, 0];
  for (const block of [...matchingBlocks(old, now), { a: old.length, b: now.length, size: 0 }]) {
    if (a < block.a || b < block.b)
      changes.push({ isSame: false, a: [a, block.a], b: [b, block.b] });
    [a, b] = [block.a + block.size, block.b + block.size];
    if (block.size > 0) changes.push({ isSame: true, a: [block.a, a], b: [block.b, b] });
  }
  return changes;
}

/** The changes with what is around them; what is far from both ends is left out and parts two groups. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  let group: Change[] = [];
  for (const [index, change] of changes.entries()) {
    if (!change.isSame) {
      group.push(change);
      continue;
    }
    const { a, b } = change;
    const [isFirst, isLast] = [index === 0, index === changes.length - 1];
    const size = a[1] - a[0];
    const shown = Math.min(size, CONTEXT);
    const before = part([a[1] - shown, a[1]], [b[1] - shown, b[1]]);
    const after = part([a[0], a[0] + shown], [b[0], b[0] + shown]);
    if (isFirst) group.push(before);
    else if (isLast) group.push(after);
    else if (size <= 2 * CONTEXT) group.push(change);
    else {
      groups.push([...group, after]);
      group = [before];
    }
  }
  if (group.some(({ isSame }) => !isSame)) groups.push(group);
  return groups;
}

function part(a: Change['a'], b: Change['b']): Change {
  return { isSame: true, a, b };
}

function range(from: number, to: number): string {
  const length = to - from;
  const first = length === 0 ? from : from + 1;
  return length === 1 ? String(first) : `${first},${length}`;
}
