import { resolve } from 'node:path';
import { renderTerminal } from '../report/render/terminal.ts';
import type { RunResult } from '../report/result.ts';
import { closingLine } from '../report/summary.ts';
import { objections } from './real-verdict.ts';
import { releaseOf } from './releases.ts';
import { runCommand } from './run-command.ts';
import { testLine } from './test-line.ts';

/*
 * `npm run test:real -- 3008 [3007 …]`: holds the suite against real Salt. It ends with 0 only if
 * every MUST and SHOULD of each line passes and nothing is left unverified.
 */

const DEFAULT_LINE = '3008';

try {
  const named = process.argv.slice(2);
  const results = await testLines(named.length > 0 ? named : [DEFAULT_LINE]);
  console.log(`\n${closingLine(results.flatMap(({ requirements }) => requirements))}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function testLines(lines: readonly string[]): Promise<RunResult[]> {
  for (const line of lines) releaseOf(line);
  await runCommand('npm', ['run', '--silent', 'build']);
  const results: RunResult[] = [];
  for (const line of lines) {
    const outDir = resolve('report', 'out', `real-${line}`);
    const result = await testLine(line, outDir, (text) => console.log(text));
    results.push(result);
    tell(result, line, outDir);
  }
  return results;
}

function tell(result: RunResult, line: string, outDir: string): void {
  console.log(`\n${renderTerminal(result, { colours: process.stdout.isTTY })}`);
  console.log(
    `Real Salt ${releaseOf(line).version}: the report and the recording are in ${outDir}`,
  );
  for (const { id, outcome, cause } of objections(result)) {
    console.log(`  ${outcome}: ${id}${cause === undefined ? '' : ` (${cause})`}`);
    process.exitCode = 1;
  }
}
