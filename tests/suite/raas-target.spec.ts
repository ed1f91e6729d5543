import { expect, test } from '@playwright/test';
import { declare } from '../../specs/declaration.ts';
import type { RaasRunOptions } from '../../specs/run-options.ts';
import { RaasTarget } from '../../specs/target/raas/raas-target.ts';
import { tryRequirement, type Tried } from '../../specs/try-requirement.ts';
import { plainRaasOptions } from './run-options.ts';
import { serveStubRaas, type StubCall, type StubRaas } from './stub-raas.ts';

const declaration = declare('raas.a.b', {
  level: 'must',
  text: 'It does.',
  source: { client: ['a client'] },
  confidence: 'client',
});

const UUID = '00000000-0000-4000-8000-000000000001';
const UUIDS: Readonly<Record<string, string>> = {
  tgt: UUID,
  job: '00000000-0000-4000-8000-000000000002',
};

const WRITES = { allow: ['writes'] } as const;

/** Tries a body on a stub, and gives what came of it and the calls that were made after it was explored. */
async function tried(
  body: (target: RaasTarget) => Promise<void>,
  { options = WRITES, ...stub }: StubRaas & { readonly options?: Partial<RaasRunOptions> } = {},
): Promise<Tried & { readonly calls: readonly StubCall[] }> {
  const server = await serveStubRaas(stub);
  const target = new RaasTarget(server.url, plainRaasOptions(options));
  try {
    await target.explore();
    const before = server.calls.length;
    const outcome = await tryRequirement(declaration, target, () => body(target));
    return { ...outcome, calls: server.calls.slice(before) };
  } finally {
    target.close();
    await server.close();
  }
}

const names = (calls: readonly StubCall[]): string[] =>
  calls.map(({ resource, method }) => `${resource}.${method}`);

test('what was saved is taken away again, the last first, also after a failure', async () => {
  const { result, calls } = await tried(
    async (target) => {
      const tgt_uuid = await target.save('tgt', 'save_target_group', { name: 'a', tgt: {} });
      await target.save('job', 'save_job', { name: 'b', tgt_uuid });
      expect(1).toBe(2);
    },
    {
      options: { ...WRITES, kind: 'embedded simulator' },
      answer: ({ resource }) => UUIDS[resource] ?? null,
    },
  );
  expect(result.outcome).toBe('fail');
  expect(result.leftBehind).toBeUndefined();
  expect(calls.slice(2)).toMatchObject([
    { resource: 'job', method: 'delete_job', kwarg: { job_uuid: UUIDS['job'], force: true } },
    { method: 'delete_target_group', kwarg: { tgt_uuid: UUIDS['tgt'], force: true } },
  ]);
});

test('taking away is no evidence', async () => {
  const { result } = await tried(
    async (target) => void (await target.save('pillar', 'save_pillar', { name: 'a', pillar: {} })),
    { answer: () => UUID },
  );
  expect(result.outcome).toBe('pass');
  const paths = result.exchanges.map(({ request }) => `${request.path} ${request.body}`);
  expect(paths.filter((line) => line.includes('save_pillar'))).toHaveLength(1);
  expect(paths.filter((line) => line.includes('delete_pillar'))).toEqual([]);
});

test('what a requirement deletes itself is not deleted again', async () => {
  const { calls } = await tried(
    async (target) => {
      const pillar_uuid = await target.save('pillar', 'save_pillar', { name: 'a', pillar: {} });
      await target.ret('pillar', 'delete_pillar', { pillar_uuid });
      await target.save('fs', 'save_file', { saltenv: 'base', path: '/a', contents: '' });
      await target.ret('fs', 'delete_file', { saltenv: 'base', path: '/other' });
    },
    { answer: () => UUID },
  );
  expect(names(calls)).toEqual([
    'pillar.save_pillar',
    'pillar.delete_pillar',
    'fs.save_file',
    'fs.delete_file',
    'fs.delete_file',
  ]);
});

test('what is saved again is taken away once', async () => {
  const { calls } = await tried(
    async (target) => {
      const pillar_uuid = await target.save('pillar', 'save_pillar', { name: 'a', pillar: {} });
      await target.save('pillar', 'save_pillar', { pillar_uuid, name: 'b', pillar: {} });
    },
    { answer: () => UUID },
  );
  expect(names(calls)).toEqual([
    'pillar.save_pillar',
    'pillar.save_pillar',
    'pillar.delete_pillar',
  ]);
});

test('what cannot be taken away is said to be left behind', async () => {
  const { result } = await tried(
    async (target) => void (await target.save('pillar', 'save_pillar', { name: 'a', pillar: {} })),
    { answer: ({ method }) => (method === 'delete_pillar' ? new Error('in use') : UUID) },
  );
  expect(result.outcome).toBe('pass');
  expect(result.leftBehind).toEqual([
    `pillar.delete_pillar({"pillar_uuid":"${UUID}"}): {"code":5000,"message":"in use"}`,
  ]);
});

test('what must succeed and does not fails, with the error that came', async () => {
  const { result } = await tried(async (target) => void (await target.ret('test', 'error')), {
    answer: ({ method }) => (method === 'error' ? new Error('broken') : null),
  });
  expect(result.outcome).toBe('fail');
  expect(result.failure?.message).toBe(
    'test.error({}) must succeed, and came back with {"code":5000,"message":"broken"}',
  );
});

test('what does not fit the table of its method fails', async () => {
  const { result } = await tried(async (target) => void (await target.reply('test', 'echo')), {
    answer: () => 7,
  });
  expect(result.failure?.message).toContain(
    'The reply does not fit the schema "test.echo": the whole must be string',
  );
});

test.describe('a run that may not write', () => {
  const options = { allow: [] } as const;
  const calls: readonly (readonly [resource: string, method: string, given: object])[] = [
    ['job', 'save_job', {}],
    ['job', 'delete_job', {}],
    ['minions', 'set_minion_key_state', {}],
    ['schedule', 'remove', {}],
    ['cmd', 'route_cmd', { cmd: 'local', fun: 'cmd.run' }],
    ['cmd', 'route_cmd', { job_uuid: 'a' }],
    ['sec', 'download_content', {}],
    ['settings', 'test_auth_config', {}],
  ];
  for (const [resource, method, given] of calls)
    test(`does not call ${resource}.${method} ${JSON.stringify(given)}`, async () => {
      const alone = await tried(
        async (target) => void (await target.rpc(resource, method, given as never)),
        { options },
      );
      expect([alone.result.outcome, alone.calls]).toEqual(['not verified', []]);
      expect(alone.result.cause).toBe('needs the run to change things (--allow writes)');
      const batched = await tried(
        async (target) => void (await target.batch([{ resource, method, given: given as never }])),
        { options },
      );
      expect([batched.result.outcome, batched.calls]).toEqual(['not verified', []]);
    });

  test('reads, and runs functions of test', async () => {
    const { result, calls: made } = await tried(
      async (target) => {
        await target.rpc('tgt', 'get_target_group');
        await target.rpc('schedule', 'get');
        await target.rpc('fs', 'file_exists', { saltenv: 'base', path: '/a' });
        await target.rpc('cmd', 'route_cmd', { cmd: 'local', fun: 'test.ping' });
        await target.rpc('saltproof_nothing', 'save');
      },
      { options },
    );
    expect([result.outcome, made.length]).toEqual(['pass', 5]);
  });
});

test('paths that are kept below /raas are found there', async () => {
  const { result, calls } = await tried(
    async (target) => void (await target.ret('api', 'get_versions')),
    { prefix: '/raas' },
  );
  expect([result.outcome, names(calls)]).toEqual(['pass', ['api.get_versions']]);
});

test('where there is no XSRF token, calls go without, and what needs one does not apply', async () => {
  const server = await serveStubRaas({ isOpen: true });
  const target = new RaasTarget(server.url, plainRaasOptions());
  try {
    expect(await target.explore()).toBeUndefined();
    expect(target.has('xsrf')).toBe(false);
    expect(await target.ret('test', 'echo', { message: 'a' })).toBe(null);
  } finally {
    target.close();
    await server.close();
  }
});

test('a target that lets nobody in leaves everything unproven, and says how it was tried', async () => {
  const credentials = { username: 'root', password: 'wrong', config_name: 'internal' };
  const { result } = await tried(() => Promise.resolve(), {
    options: { credentials },
    answer: () => new Error('no'),
  });
  expect(result.outcome).toBe('not verified');
  expect(result.cause).toContain('the target could not be explored');
  expect(result.cause).toContain('log-in as root gave none: 401 Unauthorized');
  expect(result.cause).not.toContain('wrong');
});

test('names begin with saltproof, and none is given twice', () => {
  const target = new RaasTarget('http://127.0.0.1:1', plainRaasOptions(), 'run-0');
  expect([target.unique('job'), target.unique('job')]).toEqual([
    'saltproof-job-run-0-0001',
    'saltproof-job-run-0-0002',
  ]);
});
