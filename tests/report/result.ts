import type { Outcome, RequirementResult, RunResult } from '../../report/result.ts';
import { verdictOf } from '../../report/verdict.ts';

/** A MUST of which this came. */
export function requirement(what: string, outcome: Outcome, cause?: string): RequirementResult {
  return {
    id: `cherrypy.topic.${what}`,
    api: 'cherrypy',
    level: 'must',
    text: 'It stands.',
    source: { observed: ['3008.3'] },
    needs: [],
    outcome,
    ...(cause !== undefined && { cause }),
    duration: 1,
    exchanges: [],
  };
}

/** A run against a server, with the verdict that it deserves. */
export function runOf(requirements: readonly RequirementResult[]): RunResult {
  return {
    format: 'saltproof-results/1',
    suite: { version: '0.1.0', requirements: requirements.length },
    target: { url: 'http://127.0.0.1:8000', api: 'cherrypy', salt: '3008', kind: 'server' },
    run: {
      startedAt: '2026-01-01T00:00:00Z',
      duration: 1,
      node: 'v20.20.2',
      seed: 1,
      workers: 1,
      options: {},
    },
    failOn: 'must',
    verdict: verdictOf(requirements, 'must'),
    requirements,
  };
}
