import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../report/formats.ts';
import { renderTerminal } from '../report/render/terminal.ts';
import type { RunResult } from '../report/result.ts';
import { closingLine } from '../report/summary.ts';
import { startSimulator } from '../simulator/index.ts';
import { saltproofVersion } from '../simulator/version.ts';
import type { RunOptions } from '../specs/run-options.ts';
import { expectKnownIds, expectKnownPrefixes, readCatalogue } from './catalogue.ts';
import {
  expectFlagsOfEmbedded,
  runOptionsFrom,
  targetUrl,
  type CheckFlags,
  type StandardUsers,
} from './check-options.ts';
import type { ExitCode } from './exit-codes.ts';
import { InterruptedError } from './interruption.ts';
import { makeWritable } from './make-writable.ts';
import { preflight } from './preflight.ts';
import { runSuite, type SuiteRun } from './run-suite.ts';
import { exitCodeOf } from './verdict-exit.ts';
import { writeReports } from './write-reports.ts';

/** Users of the embedded simulator's default fleet. */
const EMBEDDED_USERS: StandardUsers = {
  credentials: { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
  limited: { username: 'limited', password: 'limited', eauth: 'pam' },
};

/** `saltproof check [URL]`: runs the suite, writes the report, and says what came of it. */
export async function check(url: string | undefined, flags: CheckFlags): Promise<ExitCode> {
  const target = url === undefined ? undefined : targetUrl(url);
  const options = runOptionsFrom(flags, target === undefined ? EMBEDDED_USERS : {}, process.env);
  if (target === undefined) expectFlagsOfEmbedded(flags);
  await expectIdsOf(options);
  makeWritable(options.outDir, '--out');
  if (options.recordDir !== undefined) makeWritable(options.recordDir, '--record');
  const { signal, result } = await (target === undefined
    ? checkEmbedded(options)
    : checkServer(options, target));
  if (result === undefined)
    throw new InterruptedError(
      signal,
      `ended by ${signal}; nothing was tried, there is no report.`,
    );
  writeReports(result, options.outDir);
  conclude(result, options);
  if (signal !== undefined)
    throw new InterruptedError(
      signal,
      `ended by ${signal}; the report holds what was tried before.`,
    );
  return exitCodeOf(result);
}

type TargetlessOptions = ReturnType<typeof runOptionsFrom>;

/** Ids that somebody wrote down may be mistyped, or from another version; the catalogue knows. */
async function expectIdsOf({ only = [], baseline }: TargetlessOptions): Promise<void> {
  if (only.length + baseline.length === 0) return;
  const catalogue = await readCatalogue();
  expectKnownPrefixes(only, catalogue, '--only');
  expectKnownIds(baseline, catalogue, 'The baseline');
}

/** One simulator for each worker, so that none moves another's clock. Nothing on it needs care: writes are allowed. */
async function checkEmbedded(options: TargetlessOptions): Promise<SuiteRun> {
  // A recording needs its requirements one after the other.
  const workers = options.recordDir === undefined ? Math.min(4, availableParallelism()) : 1;
  const settings = { salt: options.salt, clock: 'virtual', seed: options.seed } as const;
  const simulators = await Promise.all(
    Array.from({ length: workers }, () => startSimulator(settings)),
  );
  const run: RunOptions = {
    ...options,
    suiteVersion: saltproofVersion(),
    runId: String(options.seed),
    targets: simulators.map(({ url }) => url),
    kind: 'embedded simulator',
    allow: ['writes'],
  };
  try {
    return await judge(run, workers);
  } finally {
    await Promise.all(simulators.map((simulator) => simulator.close()));
  }
}

/** A real server is asked one thing at a time: under load it answers correct requests with errors (real-salt §5). */
async function checkServer(options: TargetlessOptions, target: string): Promise<SuiteRun> {
  const run: RunOptions = {
    ...options,
    suiteVersion: saltproofVersion(),
    runId: Date.now().toString(36),
    targets: [target],
    kind: 'server',
  };
  return judge(run, 1);
}

async function judge(run: RunOptions, workers: number): Promise<SuiteRun> {
  await preflight(run);
  return runSuite(run, workers);
}

function conclude(result: RunResult, { outDir, baseline }: TargetlessOptions): void {
  const mended = result.requirements.filter(
    ({ id, outcome }) => outcome === 'pass' && baseline.includes(id),
  );
  const lines = [
    renderTerminal(result, { colours: process.stdout.isTTY }),
    ...mended.map(({ id }) => `${id} passes; take it out of the baseline.`),
    `Report: ${join(outDir, FORMATS.html.file)}`,
    closingLine(result.requirements),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n`);
}
