import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';

/*
 * docs/raas_client.py does what it says: signs in, calls what it discovers, and gets anew what has
 * expired or was lost.
 */

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;

let simulator: Simulator;
test.beforeEach(async () => {
  test.skip(!HAS_PYTHON, 'there is no python3 here');
  simulator = await startSimulator({ netapi: ['raas'] });
});
test.afterEach(() => simulator?.close());

async function python(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('python3', args, { timeout: 60_000 });
  return stdout;
}

test('docs/raas_client.py keeps its promises', async () => {
  const driver = join(import.meta.dirname, 'drive_raas_client.py');
  const done: unknown = JSON.parse(await python(driver, DOCS, simulator.url, simulator.control));
  expect(done).toEqual({
    'by position': 'a',
    'by keyword': 'b',
    'after the JWT expired': 'c',
    'another JWT': true,
    'after the XSRF token was lost': 'd',
    batch: ['e', null, 'f'],
    'batch errors': [null, 'InternalError', null],
    error: 5000,
    'wrong password': 401,
  });
});

test('docs/raas_client.py shows masters and minions when it is run', async () => {
  const shown = await python(join(DOCS, 'raas_client.py'), simulator.url, 'root', 'salt');
  expect(shown).toContain('saltproof_master accepted present\n');
  expect(shown).toContain('web1 of saltproof_master is present\n');
  expect(shown).toContain('old1 of saltproof_master is lost\n');
});
