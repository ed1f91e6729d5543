import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../report/formats.ts';
import { renderTerminal } from '../report/render/terminal.ts';
import type { Api, RunResult } from '../report/result.ts';
import { closingLine } from '../report/summary.ts';
import { startSimulator } from '../simulator/index.ts';
import type { Netapi } from '../simulator/netapis.ts';
import { saltproofVersion } from '../simulator/version.ts';
import type { AnyApiSettings, SuiteOptions } from '../specs/run-options.ts';
import { expectKnownIds, expectKnownPrefixes, readCatalogue } from './catalogue.ts';
import { expectFlagsOfEmbedded, runSettingsFrom, type CheckFlags } from './check-options.ts';
import { embeddedApis, serverApi } from './chosen-apis.ts';
import type { ExitCode } from './exit-codes.ts';
import { InterruptedError } from './interruption.ts';
import { makeWritable } from './make-writable.ts';
import { preflight } from './preflight.ts';
import { runSuite, type SuiteRun } from './run-suite.ts';
import { targetUrl } from './target-url.ts';
import { expectNoUserOf, usersFor } from './users.ts';
import { exitCodeOf } from './verdict-exit.ts';
import { writeReports } from './write-reports.ts';

/** `saltproof check [URL]`: runs the suite, writes the report, and says what came of it. */
export async function check(url: string | undefined, flags: CheckFlags): Promise<ExitCode> {
  const target = url === undefined ? undefined : targetUrl(url);
  const settings = runSettingsFrom(flags);
  const run =
    target === undefined ? embeddedRun(flags, settings) : serverRun(flags, settings, target);
  await expectIdsOf(settings);
  makeWritable(settings.outDir, '--out');
  if (settings.recordDir !== undefined) makeWritable(settings.recordDir, '--record');
  const { signal, result } = await run();
  if (result === undefined)
    throw new InterruptedError(
      signal,
      `ended by ${signal}; nothing was tried, there is no report.`,
    );
  writeReports(result, settings.outDir);
  conclude(result, settings);
  if (signal !== undefined)
    throw new InterruptedError(
      signal,
      `ended by ${signal}; the report holds what was tried before.`,
    );
  return exitCodeOf(result);
}

type TargetlessSettings = ReturnType<typeof runSettingsFrom>;

/** An API and who logs in there. */
type Users = ReturnType<typeof usersFor>;

/** Ids that somebody wrote down may be mistyped, or from another version; the catalogue knows. */
async function expectIdsOf({ only = [], baseline }: TargetlessSettings): Promise<void> {
  if (only.length + baseline.length === 0) return;
  const catalogue = await readCatalogue();
  expectKnownPrefixes(only, catalogue, '--only');
  expectKnownIds(baseline, catalogue, 'The baseline');
}

/** @throws UsageError for APIs or users that cannot be meant */
function embeddedRun(flags: CheckFlags, settings: TargetlessSettings): () => Promise<SuiteRun> {
  expectFlagsOfEmbedded(flags);
  const apis = embeddedApis(flags.api, settings.only, settings.salt);
  if (apis.length > 1) expectNoUserOf(apis, flags);
  const users = apis.map((api) => usersFor(api, 'embedded', flags, process.env));
  return () => checkEmbedded(settings, apis, users);
}

/** @throws UsageError for APIs or users that cannot be meant */
function serverRun(
  flags: CheckFlags,
  settings: TargetlessSettings,
  url: string,
): () => Promise<SuiteRun> {
  const api = serverApi(flags.api, settings.only);
  const users = usersFor(api, 'server', flags, process.env);
  return () => checkServer(settings, { ...users, targets: [url] });
}

/** One simulator for each worker, so that none moves another's clock. Nothing on it needs care: writes are allowed. */
async function checkEmbedded(
  settings: TargetlessSettings,
  netapi: readonly Netapi[],
  users: readonly Users[],
): Promise<SuiteRun> {
  // A recording needs its requirements one after the other.
  const workers = settings.recordDir === undefined ? Math.min(4, availableParallelism()) : 1;
  const { salt, seed } = settings;
  const options = { netapi, salt, clock: 'virtual', seed } as const;
  const simulators = await Promise.all(
    Array.from({ length: workers }, () => startSimulator(options)),
  );
  const run: SuiteOptions = {
    ...settings,
    suiteVersion: saltproofVersion(),
    runId: String(settings.seed),
    kind: 'embedded simulator',
    allow: ['writes'],
    apis: users.map((user): AnyApiSettings => ({
      ...user,
      targets: simulators.map(({ urls }) => urlOf(urls, user.api)),
    })),
  };
  try {
    return await judge(run, workers);
  } finally {
    await Promise.all(simulators.map((simulator) => simulator.close()));
  }
}

/** A real server is asked one thing at a time: under load it answers correct requests with errors (real-salt §5). */
function checkServer(settings: TargetlessSettings, server: AnyApiSettings): Promise<SuiteRun> {
  const run: SuiteOptions = {
    ...settings,
    suiteVersion: saltproofVersion(),
    runId: Date.now().toString(36),
    kind: 'server',
    apis: [server],
  };
  return judge(run, 1);
}

async function judge(run: SuiteOptions, workers: number): Promise<SuiteRun> {
  await preflight(run);
  return runSuite(run, workers);
}

function urlOf(urls: Readonly<Partial<Record<Api, string>>>, api: Api): string {
  const url = urls[api];
  if (url === undefined) throw new Error(`The simulator was started without ${api}.`);
  return url;
}

function conclude(result: RunResult, { outDir, baseline }: TargetlessSettings): void {
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
