import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { countsIn, type Counts } from './counts.ts';

/*
 * `npm test`: the tests of this repository, then the conformance suite against the embedded
 * simulator, both as a user would start them. Ends with the sums of both alone on the last line.
 */

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');

const runs: readonly (readonly string[])[] = [
  [playwright, 'test', '--project=tests', '--reporter=./tests/reporter.ts'],
  ['dist/cli/saltproof.js', 'check', '--out', 'report/out'],
];

const sums = { passed: 0, failed: 0, skipped: 0 };
for (const args of runs) {
  const { passed, failed, skipped } = await run(args);
  sums.passed += passed;
  sums.failed += failed;
  sums.skipped += skipped;
}
process.stdout.write(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped\n`);
process.exitCode = sums.failed > 0 ? 1 : 0;

/** Shows what a program prints, and gives the counts it ends with; one that ends badly has failed at least once. */
function run(args: readonly string[]): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const counts = countsIn(output) ?? { passed: 0, failed: 0, skipped: 0 };
      const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
      resolve({ ...counts, failed });
    });
  });
}
