import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../report/formats.ts';
import { mergeResults } from '../report/merge.ts';
import type { RunResult } from '../report/result.ts';
import type { Lives } from './salt/lives.ts';
import { startOracle } from './salt/oracle.ts';
import { outOfTime } from './real-verdict.ts';
import { runCheck, type CheckRun } from './run-check.ts';

/**
 * Runs the whole suite against a real Salt of one line; what would take hours there is tried once
 * more on one whose jobs live for seconds.
 *
 * @param outDir takes the report on both runs, their raw recordings in `recording` and
 *   `short-lives/recording`
 * @param ids only these requirements
 */
export async function testLine(
  line: string,
  outDir: string,
  say: (text: string) => void,
  ids?: readonly string[],
): Promise<RunResult> {
  const some = ids === undefined ? {} : { only: ids };
  const first = await checkOracle('normal', { line, outDir, ...some }, say);
  const only = outOfTime(first);
  if (only.length === 0) return first;
  const shortOut = join(outDir, 'short-lives');
  const second = await checkOracle('short', { line, outDir: shortOut, only }, say);
  const result = mergeResults([first, second]);
  for (const { file, render } of [FORMATS.json, FORMATS.html, FORMATS.junit])
    writeFileSync(join(outDir, file), render(result));
  return result;
}

async function checkOracle(
  lives: Lives,
  run: Omit<CheckRun, 'url'>,
  say: (text: string) => void,
): Promise<RunResult> {
  const oracle = await startOracle({ line: run.line, lives, say });
  try {
    return await runCheck({ ...run, url: oracle.url });
  } finally {
    await oracle.stop();
  }
}
