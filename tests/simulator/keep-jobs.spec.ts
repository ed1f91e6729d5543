import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

const USERS = { saltdev: { password: 'saltdev' } };
const MASTER = {
  external_auth: { pam: { saltdev: ['.*', '@jobs'] } },
  netapi_enable_clients: ['local', 'runner'],
  rest_cherrypy: { disable_ssl: true },
};

/** Whether a job of `local test.ping` is still there after so many hours. */
async function isKept(salt: string, options: Record<string, number>, hours: number) {
  const config = { ...MASTER, ...options };
  const fleet = { minions: { web1: {} }, users: USERS };
  const simulator = await startSimulator({ salt, config, fleet });
  try {
    await runAsSaltdev(simulator, { tgt: '*', fun: 'test.ping' });
    await simulator.clock.advance({ hours });
    const listed = await runAsSaltdev(simulator, { client: 'runner', fun: 'jobs.list_jobs' });
    return Object.values(listed as object).some(
      (job) => (job as { Function: string }).Function === 'test.ping',
    );
  } finally {
    await simulator.close();
  }
}

test('keep_jobs, in hours, counts on lines before 3008', async () => {
  expect(await isKept('3007', { keep_jobs: 2 }, 1)).toBe(true);
  expect(await isKept('3007', { keep_jobs: 2 }, 3)).toBe(false);
  expect(await isKept('3008', { keep_jobs: 2 }, 3)).toBe(true);
});

test('keep_jobs_seconds goes before keep_jobs', async () => {
  expect(await isKept('3006', { keep_jobs: 1, keep_jobs_seconds: 36_000 }, 9)).toBe(true);
  expect(await isKept('3006', { keep_jobs: 48, keep_jobs_seconds: 3600 }, 2)).toBe(false);
});
