import { expect } from '@playwright/test';
import { test } from './pepper-test.ts';

/* pepper.Pepper: functions of minions, at once, later and in batches. */

const JID = /^\d{20}$/;

/** Ways to name minions beside the glob. */
const TARGETS: readonly (readonly [tgt_type: string, tgt: string | string[], ids: string[]])[] = [
  ['pcre', 'web[2-9]|db.', ['db1', 'web2']],
  ['list', ['db1', 'web1'], ['db1', 'web1']],
  ['grain', 'site:rack:4', ['db1']],
  ['grain_pcre', 'env:pro.', ['web1']],
  ['pillar', 'port:8081', ['web2']],
  ['compound', 'G@role:web and not web1 and not old1', ['web2']],
  ['nodegroup', 'front', ['web1']],
  ['ipcidr', '10.0.0.21/32', ['db1']],
];

for (const [tgt_type, tgt, ids] of TARGETS)
  test(`low() finds minions by ${tgt_type}`, async ({ api }) => {
    const chunk = { client: 'local', fun: 'test.ping', tgt, tgt_type };
    const found = Object.fromEntries(ids.map((id) => [id, true]));
    expect(await api.call('low', [[chunk]])).toEqual({ return: [found] });
  });

/* Its `expr_form` is what `tgt_type` was called in releases of old, and no line reads it. */
test('local() finds minions by glob alone, though it has an argument for others', async ({
  api,
}) => {
  const byGlob = await api.call('local', ['web?', 'test.ping']);
  expect(byGlob).toEqual({ return: [{ web1: true, web2: true }] });
  const byGrain = await api.call('local', ['role:web', 'test.ping'], { expr_form: 'grain' });
  expect(byGrain).toEqual({ return: [{}] });
});

test('local() hands over arguments by place and by name', async ({ api }) => {
  const args = ['web1', 'test.arg', ['a', 2, { deep: [null] }], { named: 'c' }];
  const { return: returns } = (await api.call('local', args)) as { return: unknown[] };
  expect(returns).toEqual([
    {
      web1: {
        args: ['a', 2, { deep: [null] }],
        kwargs: expect.objectContaining({ named: 'c', __pub_fun: 'test.arg' }),
      },
    },
  ]);
});

test('local() for nobody gives nobody', async ({ api }) => {
  expect(await api.call('local', ['nobody', 'test.ping'])).toEqual({ return: [{}] });
});

test('local() with a function that there is not gives the sentence of each minion', async ({
  api,
}) => {
  expect(await api.call('local', ['web*', 'no.such'])).toEqual({
    return: [{ web1: "'no.such' is not available.", web2: "'no.such' is not available." }],
  });
});

test('local_async() gives a job, and lookup_jid() what came of it', async ({ api }) => {
  const started = await api.call('local_async', ['web*', 'test.echo', ['later']]);
  const [job] = (started as { return: { jid: string; minions: string[] }[] }).return;
  expect(job).toEqual({ jid: expect.stringMatching(JID), minions: ['web1', 'web2'] });
  const lookUp = (): Promise<unknown> => api.call('lookup_jid', [job?.jid ?? '']);
  await expect.poll(lookUp).toEqual({ return: [{ web1: 'later', web2: 'later' }] });
});

test('local_async() for nobody gives no job', async ({ api }) => {
  expect(await api.call('local_async', ['nobody', 'test.ping'])).toEqual({ return: [{}] });
});

test('lookup_jid() of a job that there is not gives nothing', async ({ api }) => {
  expect(await api.call('lookup_jid', ['20200101000000000000'])).toEqual({ return: [{}] });
});

test('local_batch() gives an object for each minion', async ({ api }) => {
  const answer = await api.call('local_batch', ['web*', 'test.echo', ['x']], { batch: '1' });
  const { return: returns } = answer as { return: object[] };
  expect(returns).toHaveLength(2);
  expect(Object.assign({}, ...returns)).toEqual({ web1: 'x', web2: 'x' });
});

test('local_batch() takes half of them at a time unless told otherwise', async ({ api }) => {
  const answer = await api.call('local_batch', ['web*', 'test.ping']);
  const { return: returns } = answer as { return: object[] };
  expect(Object.assign({}, ...returns)).toEqual({ web1: true, web2: true });
});

test('low() runs chunks of several clients in order, each with an answer of its own', async ({
  api,
}) => {
  const chunks = [
    { client: 'local', tgt: 'web1', fun: 'test.echo', arg: ['first'] },
    { client: 'runner', fun: 'test.arg', arg: ['second'] },
    { client: 'local', tgt: 'web2', tgt_type: 'list', fun: 'test.echo', kwarg: { text: 'third' } },
  ];
  const { return: returns } = (await api.call('low', [chunks])) as { return: unknown[] };
  expect(returns).toEqual([
    { web1: 'first' },
    expect.objectContaining({ args: ['second'] }),
    { web2: 'third' },
  ]);
});

test('low() with full_return shows jid and retcode', async ({ api }) => {
  const chunk = { client: 'local', tgt: 'web1', fun: 'test.ping', full_return: true };
  expect(await api.call('low', [[chunk]])).toEqual({
    return: [{ web1: { jid: expect.stringMatching(JID), ret: true, retcode: 0 } }],
  });
});

test('low() with a client that there is not raises what urllib does', async ({ api }) => {
  const answer = api.call('low', [[{ client: 'no_such', fun: 'test.ping' }]]);
  await expect(answer).rejects.toThrow('HTTPError: HTTP Error 400: Bad Request');
});

test('low() with a chunk that lacks its function is a server error', async ({ api }) => {
  const answer = api.call('low', [[{ client: 'local', tgt: 'web1' }]]);
  await expect(answer).rejects.toThrow('PepperException: Server error.');
});
