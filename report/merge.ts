import { ReportError } from './report-error.ts';
import type { Api, JudgedApi, Outcome, RequirementResult, RunResult } from './result.ts';
import { judgedApis } from './target-words.ts';
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
 * One result from several runs: shards, runs that each could try what the others could not, and
 * runs of different APIs, which a server is judged by one at a time.
 *
 * @throws ReportError where they are not about the same suite, or one API on two Salt lines
 */
export function mergeResults(results: readonly RunResult[]): RunResult {
  const [first] = results;
  if (first === undefined)
    throw new ReportError('There is nothing to merge; name at least one results.json.');
  expectSameSuite(results);
  const merged = new Map<string, RequirementResult>();
  for (const result of results.flatMap(({ requirements }) => requirements)) {
    const known = merged.get(result.id);
    if (known === undefined || isStronger(result, known)) merged.set(result.id, result);
  }
  const requirements = [...merged.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { beside: _beside, ...one } = first;
  const { shard: _shard, ...run } = first.run;
  const beside = othersOf(results);
  return {
    ...one,
    ...(beside.length > 0 && { beside }),
    suite: { ...first.suite, requirements: requirements.length },
    run: { ...run, duration: results.reduce((sum, result) => sum + result.run.duration, 0) },
    verdict: verdictOf(requirements, first.failOn),
    requirements,
  };
}

function expectSameSuite(results: readonly RunResult[]): void {
  const versions = new Set(results.map(({ suite }) => suite.version));
  const lines = new Map<Api, string | undefined>();
  const isSame = results
    .flatMap(judgedApis)
    .every(({ api, salt }) => (lines.has(api) ? lines.get(api) === salt : lines.set(api, salt)));
  if (versions.size === 1 && isSame) return;
  throw new ReportError(
    'These results are not of the same suite version, or hold one API on two Salt lines; merge only those that agree.',
  );
}

/** The APIs beside that of the first result, each once. */
function othersOf(results: readonly RunResult[]): JudgedApi[] {
  const known = new Map<Api, JudgedApi>();
  for (const { api, url, salt, server } of results.flatMap(judgedApis))
    if (!known.has(api))
      known.set(api, {
        url,
        api,
        ...(salt !== undefined && { salt }),
        ...(server !== undefined && { server }),
      });
  return [...known.values()].slice(1);
}

function isStronger(a: RequirementResult, b: RequirementResult): boolean {
  return STRENGTH.indexOf(a.outcome) < STRENGTH.indexOf(b.outcome);
}
