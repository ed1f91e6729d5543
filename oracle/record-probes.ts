import { resolve } from 'node:path';
import { agreement } from './observed/agree.ts';
import { observedProbes, recordProbes } from './observed/observe-probes.ts';
import { readObserved, writeObserved } from './observed/observed-files.ts';
import { PROBES } from './probes/probes.ts';
import { releaseOf } from './salt/releases.ts';

/*
 * `npm run observed:probes -- 3008 probe.static probe.app …`: asks real Salt the probes whose ids
 * begin so, twice, and keeps what both recordings agree on; whatever else was observed stays.
 */

const say = (text: string): void => console.log(text);

const [line = '', ...beginnings] = process.argv.slice(2);
try {
  const { version } = releaseOf(line);
  const ids = PROBES.map(({ id }) => id).filter((id) =>
    beginnings.some((beginning) => id === beginning || id.startsWith(`${beginning}.`)),
  );
  if (ids.length === 0) throw new Error('Name what the ids of the probes begin with: probe.app …');
  const outDirs = ['', '-again'].map((end) => resolve('report', 'out', `probes-${line}${end}`));
  for (const outDir of outDirs) await recordProbes(line, outDir, say, ids);
  const [first = [], second = []] = outDirs.map(observedProbes);
  const { observed, differences } = agreement(first, second);
  const others = readObserved(version).filter(({ id }) => !ids.includes(id));
  writeObserved(version, [...others, ...observed]);
  for (const difference of differences) say(`  not settled: ${difference}`);
  say(`Kept ${observed.length} probes; ${differences.length} steps disagreed.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
