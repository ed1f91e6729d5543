import { testLine } from '../test-line.ts';
import { agreement } from './agree.ts';
import { readObserved, writeObserved } from './observed-files.ts';
import { observedRun } from './observed-run.ts';

/** A recorded run of test:real. */
export interface RecordedLine {
  readonly line: string;
  readonly release: string;
  /** Where its report and recordings are. */
  readonly outDir: string;
}

type Say = (text: string) => void;

/**
 * Records a line a second time, on a second start of it, and keeps what both recordings agree on as
 * the observed exchanges of the release. Tells which steps did not agree.
 */
export async function keepObserved(
  { line, release, outDir }: RecordedLine,
  say: Say,
): Promise<void> {
  const again = `${outDir}-again`;
  await testLine(line, again, say);
  const { observed, differences } = agreement(observedRun(outDir), observedRun(again));
  writeObserved(release, observed);
  for (const difference of differences) say(`  not settled: ${difference}`);
  const steps = observed.flatMap((one) => one.steps).length;
  say(
    `Kept ${steps} steps of ${observed.length} requirements; ${differences.length} did not agree.`,
  );
}

/**
 * Compares a run with the observed exchanges that are kept. What differs is recorded once more,
 * since a busy machine makes minions look silent: only what differs twice counts.
 *
 * @returns what real Salt does now and did not do then, a sentence each
 */
export async function compareObserved(
  { line, release, outDir }: RecordedLine,
  say: Say,
): Promise<string[]> {
  const kept = readObserved(release);
  const first = differing(kept, outDir);
  if (first.ids.length === 0) return [];
  say(`${first.ids.length} requirements differ from what was observed; once more.`);
  const again = `${outDir}-again`;
  await testLine(line, again, say, first.ids);
  const second = new Set(differing(kept, again).ids);
  const isLasting = (difference: string): boolean => second.has(difference.split(' ')[0] ?? '');
  return first.differences.filter(isLasting);
}

function differing(
  kept: ReturnType<typeof readObserved>,
  outDir: string,
): { readonly ids: string[]; readonly differences: readonly string[] } {
  const now = observedRun(outDir);
  const ids = new Set(now.map(({ id }) => id));
  const { differences } = agreement(
    kept.filter(({ id }) => ids.has(id)),
    now,
  );
  return { differences, ids: [...new Set(differences.map((text) => text.split(' ')[0] ?? ''))] };
}
