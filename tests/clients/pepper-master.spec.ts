import { expect } from '@playwright/test';
import { asked } from './client-test.ts';
import { test } from './pepper-test.ts';

/* pepper.Pepper: runners, wheels, and what is read with GET. */

/** How long to wait for minions that do not answer. */
const WAIT = { timeout: 1, gather_job_timeout: 1 };

test('runner() hands over arguments by place and by name', async ({ api }) => {
  const answer = await api.call('runner', ['test.arg', ['a', 1]], { named: 'c' });
  const [arg] = (answer as { return: unknown[] }).return;
  expect(arg).toEqual({ args: ['a', 1], kwargs: expect.objectContaining({ named: 'c' }) });
});

test('runner() tells who is up', async ({ api }) => {
  const answer = await api.call('runner', ['manage.status'], { kwarg: WAIT });
  expect(answer).toEqual({ return: [{ up: ['db1', 'web1', 'web2'], down: ['old1'] }] });
});

test('runner() without an argument that it needs gives the sentence of Python', async ({ api }) => {
  const answer = await api.call('runner', ['jobs.lookup_jid']);
  const [sentence] = (answer as { return: unknown[] }).return;
  expect(sentence).toContain(
    "Passed invalid arguments: lookup_jid() missing 1 required positional argument: 'jid'",
  );
});

test('runner() with a function that there is not is a server error', async ({ api }) => {
  const answer = api.call('runner', ['no.such']);
  await expect(answer).rejects.toThrow('PepperException: Server error.');
});

test('runner() finds a job among the jobs', async ({ api }) => {
  const started = await api.call('local_async', ['web1', 'test.echo', ['listed']]);
  const [job] = (started as { return: { jid: string }[] }).return;
  const listed = await api.call('runner', ['jobs.list_jobs'], { search_target: 'web1' });
  const [jobs] = (listed as { return: Record<string, unknown>[] }).return;
  expect(jobs?.[job?.jid ?? '']).toMatchObject({
    Function: 'test.echo',
    Arguments: ['listed'],
    Target: 'web1',
    'Target-type': 'glob',
    User: 'saltdev',
    StartTime: expect.stringMatching(/^\d{4}, \w{3} \d\d \d\d:\d\d:\d\d\.\d{6}$/),
  });
});

test('wheel() lists the keys by their state', async ({ api }) => {
  const answer = await api.call('wheel', ['key.list_all']);
  const [wheel] = (answer as { return: object[] }).return;
  expect(wheel).toMatchObject({
    tag: expect.stringMatching(/^salt\/wheel\/\d{20}$/),
    data: {
      fun: 'wheel.key.list_all',
      success: true,
      user: 'saltdev',
      return: {
        minions: ['db1', 'old1', 'web1', 'web2'],
        minions_pre: ['new1'],
        minions_rejected: ['bad1'],
        minions_denied: ['odd1'],
      },
    },
  });
});

test('wheel() takes its arguments by name', async ({ api }) => {
  const answer = await api.call('wheel', ['key.name_match'], { match: 'web*' });
  const [wheel] = (answer as { return: object[] }).return;
  expect(wheel).toMatchObject({ data: { return: { minions: ['web1', 'web2'] } } });
});

test('wheel() accepts a key, and the list says so', async ({ simulator, api }) => {
  const accepted = await api.call('wheel', ['key.accept'], { match: 'new1' });
  expect(accepted).toMatchObject({
    return: [{ data: { success: true, return: { minions: ['new1'] } } }],
  });
  const listed = await api.call('wheel', ['key.list'], { match: 'accepted' });
  expect(listed).toMatchObject({
    return: [{ data: { return: { minions: ['db1', 'new1', 'old1', 'web1', 'web2'] } } }],
  });
  expect(asked(simulator)).toEqual(['POST /login', 'POST /', 'POST /']);
});

test('req_get() reads a minion, and the jobs', async ({ api }) => {
  const minions = await api.call('req_get', ['/minions/web1']);
  expect(minions).toMatchObject({ return: [{ web1: { id: 'web1', role: 'web' } }] });
  const jobs = await api.call('req_get', ['/jobs']);
  expect(jobs).toMatchObject({ return: [expect.any(Object)] });
});

test('req_get() of a URL that there is not gives nothing', async ({ api }) => {
  expect(await api.call('req_get', ['/no/such'])).toBeNull();
});

test('req_get() without a log-in is refused by pepper itself', async ({ anonymous }) => {
  const answer = anonymous.call('req_get', ['/minions']);
  await expect(answer).rejects.toThrow('PepperException: Authentication required');
});
