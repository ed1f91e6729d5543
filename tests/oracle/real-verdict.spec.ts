import { test, expect } from '@playwright/test';
import { objections, outOfTime } from '../../oracle/real-verdict.ts';
import type { RequirementResult, RunResult } from '../../report/result.ts';

type Case = Pick<RequirementResult, 'id' | 'level' | 'outcome'> & { cause?: string };

function resultOf(cases: readonly Case[]): RunResult {
  const requirements = cases.map((facts) => ({
    ...facts,
    api: 'cherrypy' as const,
    text: 'It does what it should.',
    source: {},
    needs: [],
    duration: 1,
    exchanges: [],
  }));
  return {
    format: 'saltproof-results/1',
    suite: { version: '0.0.0', requirements: cases.length },
    target: { url: 'http://127.0.0.1:1', api: 'cherrypy', salt: '3008', kind: 'server' },
    run: { startedAt: '', duration: 1, node: '', seed: 1, workers: 1, options: {} },
    failOn: 'should',
    verdict: 'conformant',
    requirements,
  };
}

test('what the time budget forbade is tried again on short lives, nothing else', () => {
  const result = resultOf([
    {
      id: 'a.time',
      level: 'must',
      outcome: 'not verified',
      cause: 'needs 24 h to pass; --time-budget is 30 s',
    },
    { id: 'b.down', level: 'must', outcome: 'not verified', cause: 'needs a minion that is down' },
    { id: 'c.good', level: 'must', outcome: 'pass' },
  ]);
  expect(outOfTime(result)).toEqual(['a.time']);
});

test('a MUST or SHOULD that fails is an objection, a MAY that fails is none', () => {
  const result = resultOf([
    { id: 'a.must', level: 'must', outcome: 'fail' },
    { id: 'b.should', level: 'should', outcome: 'fail' },
    { id: 'c.may', level: 'may', outcome: 'fail' },
  ]);
  expect(objections(result).map(({ id }) => id)).toEqual(['a.must', 'b.should']);
});

test('nothing may be left unverified or break down, whatever it weighs', () => {
  const result = resultOf([
    { id: 'a.untried', level: 'may', outcome: 'not verified', cause: 'needs a minion' },
    { id: 'b.broken', level: 'may', outcome: 'harness error', cause: 'TypeError' },
  ]);
  expect(objections(result).map(({ id }) => id)).toEqual(['a.untried', 'b.broken']);
});

test('what passes or does not apply to the line is no objection', () => {
  const result = resultOf([
    { id: 'a.good', level: 'must', outcome: 'pass' },
    { id: 'b.later', level: 'must', outcome: 'not applicable', cause: 'holds from Salt 3008 on' },
  ]);
  expect(objections(result)).toEqual([]);
});
