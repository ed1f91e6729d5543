import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { RUN_OPTIONS_VARIABLE, type RunOptions } from '../specs/run-options.ts';
import { Interruption, type InterruptSignal } from './interruption.ts';
import { CODE_ROOT, playwrightConfig, suiteReporter } from './package-root.ts';
import { UsageError } from './usage-error.ts';

/** Milliseconds that an interrupted suite has to write down what it has found out. */
const GRACE = 5000;

/**
 * Runs the conformance suite in Playwright, whose reporter leaves results.json in the options' directory.
 *
 * @param workers how many requirements are tried side by side
 * @returns the signal that ended the run before it was over; nothing of it is left running then
 * @throws UsageError for an API that there are no requirements for
 * @throws Error where Playwright itself fails: our own fault
 */
export async function runSuite(
  options: RunOptions,
  workers: number,
): Promise<InterruptSignal | undefined> {
  const { api, outDir } = options;
  if (!existsSync(join(CODE_ROOT, 'specs', api)))
    throw new UsageError(`--api ${api}: the suite has no requirements for it yet.`);
  // Playwright empties its output directory, so it gets one that nobody else keeps anything in.
  const scratch = join(outDir, '.playwright');
  const args = [
    createRequire(import.meta.url).resolve('@playwright/test/cli'),
    'test',
    `--config=${playwrightConfig()}`,
    '--project=conformance',
    `--reporter=${suiteReporter()}`,
    `--workers=${workers}`,
    `--output=${scratch}`,
  ];
  try {
    const { code, signal } = await ended(args, {
      ...process.env,
      [RUN_OPTIONS_VARIABLE]: JSON.stringify(options),
    });
    if (signal === undefined && code !== 0)
      throw new Error(`The suite could not be run: Playwright ended with ${code}.`);
    return signal;
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
