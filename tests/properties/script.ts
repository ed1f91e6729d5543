import * as fc from 'fast-check';

/** One thing done to a simulator; `session` is the number of an earlier log-in, counted round. */
export type Step =
  | { readonly kind: 'request'; readonly request: ScriptedRequest; readonly session: number }
  | { readonly kind: 'passes'; readonly seconds: number }
  | { readonly kind: 'fires'; readonly tag: string };

/** A request; `<jid>` in its path or body stands for the job id that was last seen in an answer. */
export interface ScriptedRequest {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly accept?: string;
  readonly body?: string;
}

const TARGETS = ['*', 'web*', 'web1', 'old1', 'nobody', 'G@role:web and not web2', 'N@pair'];

const CALLS: readonly (readonly [fun: string, ...arg: unknown[]])[] = [
  ['test.ping'],
  ['test.echo', 'Grüße'],
  ['test.arg', 1, 'a=b', { c: [null, true] }],
  ['test.sleep', 0.5],
  ['grains.item', 'role'],
  ['test.nothing'],
];

const MASTER_CALLS = [
  'jobs.list_jobs',
  'jobs.active',
  'manage.status',
  'test.arg',
  'key.list_all',
  'key.finger',
  'config.values',
];

const USERS = [
  { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
  { username: 'limited', password: 'limited', eauth: 'pam' },
  { username: 'anyone', password: 'at all', eauth: 'auto' },
  { username: 'saltdev', password: 'wrong', eauth: 'pam' },
];

const user = fc.constantFrom(...USERS);

const minionChunk = fc
  .record({
    client: fc.constantFrom('local', 'local_async', 'local_batch', 'local_subset'),
    tgt: fc.constantFrom(...TARGETS),
    call: fc.constantFrom(...CALLS),
  })
  .map(({ client, tgt, call: [fun, ...arg] }) => ({
    client,
    tgt,
    tgt_type: /[@ ]/.test(tgt) ? 'compound' : 'glob',
    fun,
    arg,
  }));

const masterChunk = fc.record({
  client: fc.constantFrom('runner', 'runner_async', 'wheel', 'wheel_async'),
  fun: fc.constantFrom(...MASTER_CALLS),
});

const lookUp = fc.constantFrom('jobs.lookup_jid', 'jobs.list_job').map((fun) => ({
  client: 'runner',
  fun,
  jid: '<jid>',
}));

const chunk = fc.oneof(minionChunk, masterChunk, lookUp);
const accept = fc.constantFrom('application/json', 'application/x-yaml', 'text/html', '*/*');

function posted(path: string, body: fc.Arbitrary<unknown>): fc.Arbitrary<ScriptedRequest> {
  return fc.record({ body, accept }).map(({ body, accept }) => ({
    method: 'POST',
    path,
    type: 'application/json',
    accept,
    body: JSON.stringify(body),
  }));
}

const request = fc.oneof(
  posted('/login', user),
  posted('/', fc.oneof(chunk, fc.array(chunk, { maxLength: 3 }))),
  posted('/minions', minionChunk),
  posted(
    '/run',
    fc.record({ user, chunk }).map(({ user, chunk }) => [{ ...chunk, ...user }]),
  ),
  posted('/logout', fc.constant({})),
  fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'DELETE'),
    path: fc.constantFrom('/', '/login', '/minions', '/minions/web1', '/jobs', '/jobs/<jid>', '/x'),
    accept,
  }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('request' as const), request, session: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('passes' as const),
      seconds: fc.constantFrom(0.25, 30, 3600, 40_000, 90_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('fires' as const), tag: fc.constant('my/tag') }),
  },
);

/** What clients of a simulator may do, one thing after the other; the first of them logs in. */
export const script: fc.Arbitrary<readonly Step[]> = fc
  .array(step, { minLength: 1, maxLength: 12 })
  .map((steps) => [LOG_IN, ...steps]);

const LOG_IN: Step = {
  kind: 'request',
  session: 0,
  request: {
    method: 'POST',
    path: '/login',
    type: 'application/json',
    body: JSON.stringify(USERS[0]),
  },
};
