import { ReportError } from './report-error.ts';
import type { Outcome, RequirementResult, RunResult } from './result.ts';
import { verdictOf } from './verdict.ts';

/** Which outcome stays when two runs of one requirement disagree: the worse one, but anything before "not verified". */
const STRENGTH: readonly Outcome[] = [
  'fail',
  'harness error',
  'known',
  'pass',
  'not applicable',
  'not verified',
];

/**
 * One result from several runs against equal targets: shards, or runs that each could try what
 * the others could not.
 *
 * @throws ReportError where they are not about the same suite, API and Salt line
 */
export function mergeResults(results: readonly RunResult[]): RunResult {
  const [first, ...others] = results;
  if (first === undefined)
    throw new ReportError('There is nothing to merge; name at least one results.json.');
  for (const other of others) {
    const same =
      other.suite.version === first.suite.version &&
      other.target.api === first.target.api &&
      other.target.salt === first.target.salt;
    if (!same)
      throw new ReportError(
        'These results are not of the same suite version, API and Salt line; merge only those that are.',
      );
  }
  const merged = new Map<string, RequirementResult>();
  for (const result of results.flatMap(({ requirements }) => requirements)) {
    const known = merged.get(result.id);
    if (known === undefined || isStronger(result, known)) merged.set(result.id, result);
  }
  const requirements = [...merged.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { shard: _shard, ...run } = first.run;
  return {
    ...first,
    run: { ...run, duration: results.reduce((sum, result) => sum + result.run.duration, 0) },
    verdict: verdictOf(requirements, first.failOn),
    requirements,
  };
}

function isStronger(a: RequirementResult, b: RequirementResult): boolean {
  return STRENGTH.indexOf(a.outcome) < STRENGTH.indexOf(b.outcome);
}
