import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { RUN_OPTIONS_VARIABLE, type RunOptions } from '../specs/run-options.ts';
import { playwrightConfig, suiteReporter } from './package-root.ts';

/**
 * Runs the conformance suite in Playwright, whose reporter leaves results.json in the options' directory.
 *
 * @throws Error where Playwright itself fails: our own fault
 */
export function runSuite(options: RunOptions, workers: number): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [
    cli,
    'test',
    `--config=${playwrightConfig()}`,
    '--project=conformance',
    `--reporter=${suiteReporter()}`,
    `--workers=${workers}`,
  ];
  const env = { ...process.env, [RUN_OPTIONS_VARIABLE]: JSON.stringify(options) };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The suite could not be run: Playwright ended with ${code}.`));
    });
  });
}
