import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import type { RunOptions } from '../../specs/run-options.ts';
import { CAPABILITIES, type Capability } from '../../specs/target/capabilities.ts';
import { Target } from '../../specs/target/target.ts';
import { plainOptions } from './run-options.ts';
import { serveStub } from './stub-master.ts';

const saltdev = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
const limited = { username: 'limited', password: 'limited', eauth: 'pam' };

/** A target that is known, and what it lacks. */
async function explored(
  url: string,
  options: Partial<RunOptions>,
  body: (target: Target, lacks: Capability[]) => void | Promise<void>,
): Promise<void> {
  const target = new Target(url, plainOptions({ credentials: saltdev, ...options }));
  try {
    expect(await target.explore()).toBeUndefined();
    const all = Object.keys(CAPABILITIES) as Capability[];
    await body(
      target,
      all.filter((capability) => !target.has(capability)),
    );
  } finally {
    target.close();
  }
}

/** What rest_tornado alone can have, and rest_cherrypy is explored here. */
const OF_TORNADO = 'websockets';

test.describe('of the simulator', () => {
  let simulator: Simulator;
  test.beforeEach(async () => {
    simulator = await startSimulator();
  });
  test.afterEach(() => simulator.close());

  test('a run with both users, and leave to write, finds everything', async () => {
    await explored(simulator.url, { limited, allow: ['writes'] }, (target, lacks) => {
      expect(target.fleet).toEqual({
        up: ['db1', 'web1', 'web2'],
        down: ['old1'],
        pending: ['new1'],
        rejected: ['bad1'],
      });
      expect(target.minion).toBe('db1');
      expect(lacks).toEqual([OF_TORNADO]);
    });
  });

  test('a run that may not write, with one user, lacks just that', async () => {
    await explored(simulator.url, {}, (_, lacks) => {
      expect(lacks).toEqual(['writes', 'limited user', OF_TORNADO]);
    });
  });

  test('a user with few rights lacks runners, wheels and what only they tell', async () => {
    await explored(simulator.url, { credentials: limited }, (_, lacks) => {
      expect(lacks).toContain('wheel');
      expect(lacks).toContain('runner');
      expect(lacks).toContain('pending key');
    });
  });

  test('twelve hours pass at once, and sessions do not outlive them', async () => {
    await explored(simulator.url, {}, async (target) => {
      const old = await target.auth();
      await target.passes(12 * 3600 + 1);
      expect((await target.get('/minions', [old])).status).toBe(401);
      expect((await target.authed.get('/minions')).status).toBe(200);
    });
  });
});

test('of a server the times of its configuration are taken, and the standard ones where it says nothing', async () => {
  const stub = await serveStub();
  await explored(stub.url, {}, (target, lacks) => {
    expect(target.times).toEqual({
      keep_jobs_seconds: 86400,
      loop_interval: 60,
      timeout: 7,
      gather_job_timeout: 10,
    });
    expect(target.fleet).toEqual({ up: ['web1'], down: ['old1'], pending: ['new1'], rejected: [] });
    expect(lacks).toContain('tellable clock');
    expect(lacks).not.toContain('token expire override');
  });
  await stub.close();
});

test('a run with a token uses it and lacks a user to log in as', async () => {
  const seen: unknown[] = [];
  const stub = await serveStub({
    'POST /': (req, res) => {
      seen.push(req.headers['x-auth-token']);
      res.end('{"return": [{}]}');
    },
  });
  const target = new Target(stub.url, tokenOptions());
  await target.explore();
  expect(target.has('own login')).toBe(false);
  await expect(target.freshSession()).rejects.toThrow('needs a user to log in as');
  target.close();
  await stub.close();
  expect(new Set(seen)).toEqual(new Set(['the-token']));
});

test('names are unique within a run and among runs', async () => {
  const names = ['run1-0', 'run1-1', 'run2-0'].flatMap((name) => {
    const target = new Target('http://127.0.0.1:1', plainOptions(), name);
    return [target.unique('minion'), target.unique('minion')];
  });
  expect(new Set(names).size).toBe(6);
});

function tokenOptions(): RunOptions {
  const { credentials: _credentials, ...rest } = plainOptions();
  return { ...rest, token: 'the-token' };
}
