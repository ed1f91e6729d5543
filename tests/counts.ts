/** How many passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The counts of a last line such as `3 passed, 0 failed, 1 skipped`; undefined where it is none. */
export function countsIn(output: string): Counts | undefined {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const found = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(last);
  if (found === null) return undefined;
  const [passed = 0, failed = 0, skipped = 0] = found.slice(1).map(Number);
  return { passed, failed, skipped };
}
