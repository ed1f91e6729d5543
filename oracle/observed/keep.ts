import { rmSync } from 'node:fs';
import { testLine } from '../test-line.ts';
import { agreement } from './agree.ts';
import { recordProbes } from './observe-probes.ts';
import { readObserved, writeObserved } from './observed-files.ts';
import { exceptionsOf, readExceptions } from './replay/exceptions.ts';
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
 * Records a line a second time, on other starts of it, and keeps what both recordings agree on as
 * the observed exchanges of the release. Tells which steps did not agree.
 */
export async function keepObserved(
  { line, release, outDir }: RecordedLine,
  say: Say,
): Promise<void> {
  const again = `${outDir}-again`;
  await testLine(line, again, say);
  await recordProbes(line, again, say);
  const { observed, differences } = agreement(observedRun(outDir), observedRun(again));
  writeObserved(release, observed);
  for (const difference of differences) say(`  not settled: ${difference}`);
  const steps = observed.flatMap((one) => one.steps).length;
  say(`Kept ${steps} steps of ${observed.length} observations; ${differences.length} disagreed.`);
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
  const first = differing(kept, release, outDir);
  if (first.ids.length === 0) return [];
  say(`${first.ids.length} observations differ from those that are kept; once more.`);
  const again = `${outDir}-again`;
  rmSync(again, { recursive: true, force: true });
  const probes = first.ids.filter((id) => id.startsWith('probe.'));
  const requirements = first.ids.filter((id) => !probes.includes(id));
  if (requirements.length > 0) await testLine(line, again, say, requirements);
  if (probes.length > 0) await recordProbes(line, again, say, probes);
  const second = new Set(differing(kept, release, again).ids);
  return first.differences.filter((text) => second.has(idOf(text)));
}

function differing(
  kept: ReturnType<typeof readObserved>,
  release: string,
  outDir: string,
): { readonly ids: string[]; readonly differences: readonly string[] } {
  const now = observedRun(outDir);
  const ids = new Set(now.map(({ id }) => id));
  const varying = exceptionsOf(release, readExceptions())
    .filter(({ varies }) => varies === true)
    .map(({ id, step }) => `${id} step ${step}: `);
  const differences = agreement(
    kept.filter(({ id }) => ids.has(id)),
    now,
  ).differences.filter((text) => !varying.some((beginning) => text.startsWith(beginning)));
  return { differences, ids: [...new Set(differences.map(idOf))] };
}

/** A difference begins with the id of the requirement or probe. */
function idOf(difference: string): string {
  return difference.split(' ')[0] ?? '';
}
