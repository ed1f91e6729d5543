import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { expect, test } from '@playwright/test';
import type { RunResult } from '../../report/result.ts';
import { DECLARATION } from '../../specs/declaration.ts';
import { RESULT } from '../../specs/evidence.ts';
import ResultsReporter from '../../specs/reporter.ts';
import { RUN_OPTIONS_VARIABLE } from '../../specs/run-options.ts';
import { requirement } from '../report/result.ts';
import { plainSuite } from './run-options.ts';

const CHERRYPY = { api: 'cherrypy', targets: ['http://127.0.0.1:8000'] } as const;

let outDir: string;
test.beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'saltproof-reporter-'));
  process.env[RUN_OPTIONS_VARIABLE] = JSON.stringify(plainSuite([CHERRYPY], { outDir }));
});
test.afterEach(() => {
  delete process.env[RUN_OPTIONS_VARIABLE];
  rmSync(outDir, { recursive: true, force: true });
});

function testOf(what: string): TestCase {
  const annotation = { type: DECLARATION, description: JSON.stringify(requirement(what, 'pass')) };
  const titlePath = (): string[] => ['', 'conformance', 'a.spec.ts', what];
  return { annotations: [annotation], titlePath } as unknown as TestCase;
}

const TRIED = testOf('tried');
const CUT_OFF = testOf('cut-off');
const UNTRIED = testOf('untried');

const SUITE = { allTests: () => [TRIED, CUT_OFF, UNTRIED] } as unknown as Suite;

function begin(): ResultsReporter {
  const reporter = new ResultsReporter();
  reporter.onBegin({ workers: 1 } as FullConfig, SUITE);
  return reporter;
}

/** What Playwright hands over of a test, with what came of its requirement or with nothing. */
function resultOf(status: TestResult['status'], came?: object): TestResult {
  const attachments =
    came === undefined
      ? []
      : [{ name: RESULT, contentType: 'x', body: Buffer.from(JSON.stringify(came)) }];
  return { status, attachments, duration: 1 } as unknown as TestResult;
}

function outcomes(): Record<string, string> {
  const text = readFileSync(join(outDir, 'results.json'), 'utf8');
  const { requirements } = JSON.parse(text) as RunResult;
  const lines = requirements.map(
    ({ id, outcome, cause = '' }) => [id.split('.')[2] ?? id, `${outcome}: ${cause}`] as const,
  );
  return Object.fromEntries(lines);
}

for (const status of ['interrupted', 'skipped', 'failed'] as const)
  test(`a requirement that an interruption cuts off (${status}) is not verified, and no fault of ours`, async () => {
    const reporter = begin();
    reporter.onTestEnd(TRIED, resultOf('passed', requirement('tried', 'pass')));
    reporter.onTestEnd(CUT_OFF, resultOf(status));
    await reporter.onEnd({ status: 'interrupted' } as never);
    expect(outcomes()).toEqual({
      tried: 'pass: ',
      'cut-off': 'not verified: the run was interrupted',
      untried: 'not verified: the run was interrupted',
    });
  });

test('a requirement that gives no result in a run of its own accord is a fault of ours', async () => {
  const reporter = begin();
  reporter.onTestEnd(TRIED, resultOf('passed', requirement('tried', 'pass')));
  reporter.onTestEnd(CUT_OFF, resultOf('skipped'));
  await reporter.onEnd({ status: 'passed' } as never);
  expect(outcomes()).toMatchObject({
    'cut-off': 'harness error: the requirement gave no result',
    untried: 'harness error: the suite ended before this requirement was tried',
  });
});

test('an interruption before anything was tried leaves no report', async () => {
  const reporter = begin();
  reporter.onTestEnd(CUT_OFF, resultOf('interrupted'));
  expect(await reporter.onEnd({ status: 'interrupted' } as never)).toEqual({ status: 'passed' });
  expect(readdirSync(outDir)).toEqual([]);
});
