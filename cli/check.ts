import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FORMATS, type Format } from '../report/formats.ts';
import { readResult } from '../report/read.ts';
import { renderTerminal } from '../report/render/terminal.ts';
import type { RunResult, Verdict } from '../report/result.ts';
import { closingLine } from '../report/summary.ts';
import { startSimulator } from '../simulator/index.ts';
import { saltproofVersion } from '../simulator/version.ts';
import type { RunOptions } from '../specs/run-options.ts';
import { expectKnownIds, readCatalogue } from './catalogue.ts';
import { runOptionsFrom, targetUrl, workersFor, type CheckFlags } from './check-options.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { preflight } from './preflight.ts';
import { runSuite } from './run-suite.ts';

/** Users of the embedded simulator's default fleet. */
const EMBEDDED_USERS = {
  credentials: { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
  limited: { username: 'limited', password: 'limited', eauth: 'pam' },
};

/** On somebody else's server there is no user to fall back to. */
const NO_USERS = { credentials: { username: '', password: '', eauth: 'pam' } };

const VERDICT_EXITS: Readonly<Record<Verdict, ExitCode>> = {
  conformant: EXIT.conformant,
  'not conformant': EXIT.notConformant,
  incomplete: EXIT.notConformant,
};

/** `saltproof check [URL]`: runs the suite, writes the report, and says what came of it. */
export async function check(url: string | undefined, flags: CheckFlags): Promise<ExitCode> {
  const options = runOptionsFrom(flags, url === undefined ? EMBEDDED_USERS : NO_USERS, process.env);
  const ids = [...(options.only ?? []), ...options.baseline];
  if (ids.length > 0) expectKnownIds(ids, readCatalogue());
  const absolute = {
    ...options,
    outDir: resolve(options.outDir),
    suiteVersion: saltproofVersion(),
  };
  if (absolute.record !== undefined) mkdirSync(absolute.record, { recursive: true });
  if (url === undefined) await checkEmbedded(absolute, workersFor(flags));
  else await checkServer({ ...absolute, targets: [targetUrl(url)], kind: 'server' });
  const result = readResult(join(absolute.outDir, 'results.json'));
  writeReports(result, absolute.outDir);
  process.stdout.write(`\n${renderTerminal(result, { colours: process.stdout.isTTY })}`);
  process.stdout.write(
    `Report: ${join(absolute.outDir, FORMATS.html.file)}\n${closingLine(result.requirements)}\n`,
  );
  const brokeDown = result.requirements.some(({ outcome }) => outcome === 'harness error');
  return brokeDown && result.verdict === 'incomplete'
    ? EXIT.ownFault
    : VERDICT_EXITS[result.verdict];
}

/** One simulator for each worker, so that none moves another's clock. */
async function checkEmbedded(
  options: Omit<RunOptions, 'targets' | 'kind'>,
  workers: number,
): Promise<void> {
  const settings = { salt: options.salt, clock: 'virtual', seed: options.seed } as const;
  const simulators = await Promise.all(
    Array.from({ length: workers }, () => startSimulator(settings)),
  );
  try {
    const targets = simulators.map(({ url }) => url);
    await runSuite({ ...options, targets, kind: 'embedded simulator', allow: ['writes'] }, workers);
  } finally {
    await Promise.all(simulators.map((simulator) => simulator.close()));
  }
}

/** A real server is asked one thing at a time: under load it answers correct requests with errors (real-salt §5). */
async function checkServer(options: RunOptions): Promise<void> {
  await preflight(options);
  await runSuite(options, 1);
}

/** Writes the formats that stand beside results.json. */
function writeReports(result: RunResult, directory: string): void {
  const beside: readonly Format[] = ['html', 'junit'];
  for (const format of beside)
    writeFileSync(join(directory, FORMATS[format].file), FORMATS[format].render(result));
}
