import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { RUN_OPTIONS_VARIABLE, type RunOptions } from '../specs/run-options.ts';
import { CODE_ROOT, playwrightConfig, suiteReporter } from './package-root.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs the conformance suite in Playwright, whose reporter leaves results.json in the options' directory.
 *
 * @param workers how many requirements are tried side by side
 * @throws UsageError for an API that there are no requirements for
 * @throws Error where Playwright itself fails: our own fault
 */
export async function runSuite(options: RunOptions, workers: number): Promise<void> {
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
    const code = await ended(args, {
      ...process.env,
      [RUN_OPTIONS_VARIABLE]: JSON.stringify(options),
    });
    if (code !== 0) throw new Error(`The suite could not be run: Playwright ended with ${code}.`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function ended(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
