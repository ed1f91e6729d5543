import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { leftOutBy, OTHER_SHARD } from '../../report/left-out.ts';
import type { RequirementResult } from '../../report/result.ts';
import { requirement, runOf } from '../report/result.ts';
import { saltproof } from './saltproof.ts';

let directory: string;
test.beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'saltproof-report-'));
});
test.afterEach(() => rmSync(directory, { recursive: true, force: true }));

function results(name: string, requirements: readonly RequirementResult[]): string {
  const path = join(directory, name);
  writeFileSync(path, JSON.stringify(runOf(requirements)));
  return path;
}

async function codeOf(...args: string[]): Promise<number | null> {
  return (await saltproof(['report', ...args])).code;
}

const PASS = requirement('a', 'pass');
const FAIL = requirement('a', 'fail');
const UNTRIED = requirement('a', 'not verified', 'needs a second user');

test('report ends as the check of that result, whatever it is rendered as', async () => {
  const cases = [
    [results('conformant.json', [PASS]), 0],
    [results('not.json', [FAIL]), 1],
    [results('incomplete.json', [UNTRIED]), 1],
    [results('broken.json', [requirement('a', 'harness error', 'a fault')]), 4],
  ] as const;
  for (const [path, code] of cases) {
    expect([path, await codeOf(path)]).toEqual([path, code]);
    expect([path, await codeOf('--format', 'badge', path)]).toEqual([path, code]);
  }
});

test('of shards the whole counts, in any order', async () => {
  const other = requirement('b', 'not verified', OTHER_SHARD);
  const good = results('1.json', [PASS, other]);
  const bad = results('2.json', [
    requirement('a', 'not verified', OTHER_SHARD),
    requirement('b', 'fail'),
  ]);
  expect(await codeOf(good)).toBe(0);
  expect(await codeOf(good, bad)).toBe(1);
  expect(await codeOf(bad, good)).toBe(1);
});

test('--diff refuses results that have no requirement in common', async () => {
  const salt = results('salt.json', [PASS]);
  const raas = results('raas.json', [requirement('b', 'pass')]);
  const { code, stdout, stderr } = await saltproof(['report', '--diff', salt, raas]);
  expect(stderr).toContain('--diff compares two results of the same API;');
  expect([code, stdout]).toEqual([2, '']);
});

test('--diff ends with 1 where something got worse, and with 0 where it got better or was left out', async () => {
  const [pass, fail] = [results('pass.json', [PASS]), results('fail.json', [FAIL])];
  const untried = results('untried.json', [UNTRIED]);
  const leftOut = results('left-out.json', [
    requirement('a', 'not verified', leftOutBy('only')),
    requirement('b', 'pass'),
  ]);
  expect(await codeOf('--diff', pass, pass)).toBe(0);
  expect(await codeOf('--diff', fail, pass)).toBe(0);
  expect(await codeOf('--diff', pass, leftOut)).toBe(0);
  expect(await codeOf('--diff', pass, fail)).toBe(1);
  expect(await codeOf('--diff', pass, untried)).toBe(1);
  expect(await codeOf('--diff', leftOut, fail)).toBe(1);
});

test('--matrix holds no verdict, and ends with 0', async () => {
  expect(await codeOf('--matrix', results('fail.json', [FAIL]))).toBe(0);
});
