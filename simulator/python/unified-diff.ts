/** Lines that a diff shows around what changed, as Python's `difflib` does. */
const CONTEXT = 3;

/**
 * The unified diff of two lists of lines that differ in one place, as Python's `difflib` writes it;
 * where they differ in several, these and what lies between are shown as one.
 */
export function unifiedDiff(old: readonly string[], now: readonly string[]): string {
  const least = Math.min(old.length, now.length);
  let same = 0;
  while (same < least && old[same] === now[same]) same++;
  let end = 0;
  while (end < least - same && old.at(-1 - end) === now.at(-1 - end)) end++;
  if (same === old.length && same === now.length) return '';
  const start = Math.max(0, same - CONTEXT);
  const after = old.slice(old.length - end, old.length - end + CONTEXT);
  const [removed, added] = [old.slice(same, old.length - end), now.slice(same, now.length - end)];
  const before = old.slice(start, same);
  const around = before.length + after.length;
  const lines = [
    '--- \n',
    '+++ \n',
    `@@ -${range(start, around + removed.length)} +${range(start, around + added.length)} @@\n`,
    ...before.map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...after.map((line) => ` ${line}`),
  ];
  return lines.join('');
}

function range(start: number, length: number): string {
  const first = length === 0 ? start : start + 1;
  return length === 1 ? String(first) : `${first},${length}`;
}
