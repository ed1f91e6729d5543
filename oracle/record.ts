import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { agreement } from './observed/agree.ts';
import { recordProbes } from './observed/observe-probes.ts';
import { readObserved, writeObserved } from './observed/observed-files.ts';
import { observedRun } from './observed/observed-run.ts';
import { PROBES } from './probes/probes.ts';
import { runCommand } from './processes/run-command.ts';
import { releaseOf } from './salt/releases.ts';
import { testLine } from './test-line.ts';

/*
 * `npm run observed:record -- 3008 cherrypy.state probe.static …`: runs the requirements and asks the
 * probes whose ids begin so on real Salt, twice, and keeps what both recordings agree on; whatever
 * else was observed stays.
 */

const say = (text: string): void => console.log(text);

const [line = '', ...beginnings] = process.argv.slice(2);
const isNamed = (id: string): boolean =>
  beginnings.some((beginning) => id === beginning || id.startsWith(`${beginning}.`));
try {
  const { version } = releaseOf(line);
  const topics = beginnings.filter((beginning) => !beginning.startsWith('probe'));
  const probes = PROBES.map(({ id }) => id).filter(isNamed);
  if (topics.length + probes.length === 0)
    throw new Error('Name what the ids begin with: cherrypy.state probe.app …');
  await runCommand('npm', ['run', '--silent', 'build']);
  const outDirs = ['', '-again'].map((end) => resolve('report', 'out', `record-${line}${end}`));
  for (const outDir of outDirs) {
    rmSync(outDir, { recursive: true, force: true });
    if (topics.length > 0) await testLine(line, outDir, say, topics);
    if (probes.length > 0) await recordProbes(line, outDir, say, probes);
  }
  const [first = [], second = []] = outDirs.map(observedRun);
  const { observed, differences } = agreement(first, second);
  const others = readObserved(version).filter(({ id }) => !isNamed(id));
  writeObserved(version, [...others, ...observed]);
  for (const difference of differences) say(`  not settled: ${difference}`);
  say(`Kept ${observed.length} observations; ${differences.length} steps disagreed.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
