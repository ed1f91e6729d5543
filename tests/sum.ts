import { readFileSync } from 'node:fs';
import { countsIn } from './counts.ts';

/*
 * `sum.ts FAILURES LOG…`: the last line of `.ci/run`, the sums of the counts that each log ends with. A
 * command that failed without a count has failed at least once.
 */

const [failures = '0', ...logs] = process.argv.slice(2);
const counts = logs.map((path) => countsIn(readFileSync(path, 'utf8')));
const sum = (what: 'passed' | 'failed' | 'skipped'): number =>
  counts.reduce((total, count) => total + (count?.[what] ?? 0), 0);
const missing = counts.filter((count) => count === undefined).length;
const failed = Math.max(sum('failed') + missing, Number(failures));
process.stdout.write(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`);
process.exitCode = failed > 0 ? 1 : 0;
