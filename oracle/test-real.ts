import { resolve } from 'node:path';
import { renderTerminal } from '../report/render/terminal.ts';
import type { RunResult } from '../report/result.ts';
import { closingLine } from '../report/summary.ts';
import { describeFound } from './differential/describe-found.ts';
import { findDifference } from './differential/find-difference.ts';
import { findRightsDifference } from './differential/rights/find-rights-difference.ts';
import { compareObserved, keepObserved } from './observed/keep.ts';
import { recordProbes } from './observed/observe-probes.ts';
import { startOracle } from './salt/oracle.ts';
import { objections } from './real-verdict.ts';
import { releaseOf } from './salt/releases.ts';
import { runCommand } from './processes/run-command.ts';
import { testLine } from './test-line.ts';

/*
 * `npm run test:real -- 3008 [3007 …]`: holds the suite against real Salt, and what goes over the
 * wire against what was observed before and against the simulator. It ends with 0 only if every
 * MUST and SHOULD of each line passes, nothing is left unverified, the exchanges are the same, and
 * the simulator answers random requests alike and grants the rights that Salt's own checks grant.
 *
 * With --record the exchanges are recorded twice, and what both recordings agree on is kept anew.
 */

const DEFAULT_LINE = '3008';

const SEARCHES = [
  { of: 'requests', seed: 1, runs: 300, seconds: 120 },
  { of: 'lowstate', seed: 1, runs: 150, seconds: 120 },
] as const;

const RIGHTS_SEARCH = { seed: 1, runs: 20_000, seconds: 120 } as const;

const say = (text: string): void => console.log(text);

try {
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const results = await testLines(named.length > 0 ? named : [DEFAULT_LINE]);
  say(`\n${closingLine(results.flatMap(({ requirements }) => requirements))}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function testLines(lines: readonly string[]): Promise<RunResult[]> {
  const isRecording = wantsRecording();
  for (const line of lines) releaseOf(line);
  await runCommand('npm', ['run', '--silent', 'build']);
  const results: RunResult[] = [];
  for (const line of lines) {
    const outDir = resolve('report', 'out', `real-${line}`);
    const result = await testLine(line, outDir, say);
    results.push(result);
    tell(result, line, outDir);
    await recordProbes(line, outDir, say);
    const recorded = { line, release: releaseOf(line).version, outDir };
    if (isRecording) await keepObserved(recorded, say);
    else object(await compareObserved(recorded, say));
    if (isRecording) continue;
    object(await searchDifferences(line));
    object(await searchRights(line));
  }
  return results;
}

/** A few random requests to real Salt and the simulator, the same ones every time; `npm run differential` searches on. */
async function searchDifferences(line: string): Promise<string[]> {
  const oracle = await startOracle({ line, say });
  try {
    const objections: string[] = [];
    for (const search of SEARCHES) {
      const found = await findDifference({ url: oracle.url, line, ...search });
      const text = describeFound(found, search.seed);
      if (found.counterexample === undefined) say(text);
      else objections.push(text);
    }
    return objections;
  } finally {
    await oracle.stop();
  }
}

/** Random rules and calls to Salt's own checks and the simulator's. */
async function searchRights(line: string): Promise<string[]> {
  const { agrees, text } = await findRightsDifference({ line, ...RIGHTS_SEARCH, say });
  if (agrees) say(text);
  return agrees ? [] : [text];
}

/** @throws Error for an option that there is not */
function wantsRecording(): boolean {
  const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
  const unknown = options.find((option) => option !== '--record');
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}, only --record.`);
  return options.length > 0;
}

function tell(result: RunResult, line: string, outDir: string): void {
  say(`\n${renderTerminal(result, { colours: process.stdout.isTTY })}`);
  say(`Real Salt ${releaseOf(line).version}: the report and the recording are in ${outDir}`);
  object(
    objections(result).map(
      ({ id, outcome, cause }) => `${outcome}: ${id}${cause === undefined ? '' : ` (${cause})`}`,
    ),
  );
}

function object(sentences: readonly string[]): void {
  for (const sentence of sentences) {
    say(`  ${sentence}`);
    process.exitCode = 1;
  }
}
