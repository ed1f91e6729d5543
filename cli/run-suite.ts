import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FORMATS } from '../report/formats.ts';
import { readResult } from '../report/read.ts';
import type { RunResult } from '../report/result.ts';
import { RUN_OPTIONS_VARIABLE, type SuiteOptions } from '../specs/run-options.ts';
import { Interruption, type InterruptSignal } from './interruption.ts';
import { CODE_ROOT, playwrightConfig, suiteReporter } from './package-root.ts';
import { UsageError } from './usage-error.ts';

/** Milliseconds that an interrupted suite has to write down what it has found out. */
const GRACE = 5000;

/** How a run of the suite ended: over, or by a signal, and then perhaps before anything was tried. */
export type SuiteRun =
  | { readonly signal: InterruptSignal | undefined; readonly result: RunResult }
  | { readonly signal: InterruptSignal; readonly result: undefined };

/**
 * Runs the conformance suite in Playwright. What it writes lies in a directory of its own until the
 * run is over, so that an earlier report stays.
 *
 * @param workers how many requirements are tried side by side
 * @throws UsageError for an API that there are no requirements for
 * @throws Error where Playwright itself fails: our own fault
 */
export async function runSuite(options: SuiteOptions, workers: number): Promise<SuiteRun> {
  const { apis, outDir } = options;
  const untold = apis.find(({ api }) => !existsSync(join(CODE_ROOT, 'specs', api)));
  if (untold !== undefined)
    throw new UsageError(`--api ${untold.api}: the suite has no requirements for it yet.`);
  const scratch = join(outDir, '.unfinished');
  const results = join(scratch, FORMATS.json.file);
  const args = [
    createRequire(import.meta.url).resolve('@playwright/test/cli'),
    'test',
    `--config=${playwrightConfig()}`,
    '--project=conformance',
    `--reporter=${suiteReporter()}`,
    `--workers=${workers}`,
    // Playwright empties this directory.
    `--output=${join(scratch, 'playwright')}`,
  ];
  rmSync(scratch, { recursive: true, force: true });
  try {
    const { code, signal } = await ended(args, {
      ...process.env,
      [RUN_OPTIONS_VARIABLE]: JSON.stringify({ ...options, outDir: scratch }),
    });
    if (signal === undefined && code !== 0)
      throw new Error(`The suite could not be run: Playwright ended with ${code}.`);
    if (signal !== undefined && !existsSync(results)) return { signal, result: undefined };
    return { signal, result: readResult(results) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Ending {
  readonly code: number | null;
  readonly signal: InterruptSignal | undefined;
}

/**
 * Runs Playwright in a process group of its own. A terminal's Ctrl-C reaches it through us alone
 * then, once, which Playwright needs in order to end well; and its workers can be ended with it.
 */
function ended(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const killGroup = (): void => {
      const isRunning = child.exitCode === null && child.signalCode === null;
      if (child.pid !== undefined && isRunning) process.kill(-child.pid, 'SIGKILL');
    };
    let deadline: NodeJS.Timeout | undefined;
    const interruption = new Interruption((count) => {
      if (count > 1) return killGroup();
      child.kill('SIGINT');
      deadline = setTimeout(killGroup, GRACE);
    });
    const release = (): void => {
      clearTimeout(deadline);
      interruption.release();
    };
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code) => {
      release();
      resolve({ code, signal: interruption.signal });
    });
  });
}
