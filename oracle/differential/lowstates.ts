import * as fc from 'fast-check';
import { MASTER_CONFIG } from '../fixture.ts';
import type { RawRequest } from './raw-requests.ts';
import { answeringTargets, targets } from './targets.ts';

/** Users of the oracle's master, with rules of every form in its external_auth. */
const users = fc.constantFrom(
  'saltdev',
  'saltdev',
  'limited',
  'runneronly',
  'ops',
  'picky',
  'anybody',
);

const scalars = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, -7, 2.5, 1e21, 2 ** 53, '', 'x', 'a', 'abc'),
  fc.constantFrom<unknown>(
    '1',
    '1.0',
    'a=b',
    'x=1',
    'None',
    'y: [1]',
    '{a: 1}',
    '#c',
    'ü\n',
    "it's",
  ),
);
const values = fc.oneof(
  { arbitrary: scalars, weight: 4 },
  fc.array(scalars, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', '1'), scalars, { maxKeys: 2 }),
);
const keywords = fc.dictionary(fc.constantFrom('a', 'x', 'text', 'key', 'default'), values, {
  maxKeys: 2,
});

/** Functions that answer at once, change nothing, and tell nothing of the machine. */
const functions = fc.constantFrom(
  'test.ping',
  'test.true',
  'test.false',
  'test.echo',
  'test.arg',
  'test.arg_repr',
  'test.arg_type',
  'test.arg_clean',
  'test.kwarg',
  'test.outputter',
  'test.retcode',
  'test.exception',
  'test.raise_exception',
  'test.assertion',
  'test.version',
  'saltutil.find_job',
  'test.nosuch',
  'nosuch.fun',
);
/** Functions that look something up. Which keyword arguments they take differs by line; they get none. */
const lookUps = fc.constantFrom(
  'grains.get',
  'grains.has_value',
  'grains.fetch',
  'grains.equals',
  'pillar.get',
  'pillar.keys',
  'pillar.ls',
  'pillar.raw',
  'pillar.item',
  'config.get',
  'hashutil.md5_digest',
);
const keys = fc.constantFrom<unknown>(
  'role',
  'site:dc',
  'tags',
  'port',
  'owner',
  'nosuch',
  'owner:name',
);

const positional = fc.array(fc.oneof(values, keys), { maxLength: 3 });
const calls = fc.oneof(
  {
    arbitrary: fc.record(
      { fun: functions, arg: positional, kwarg: keywords },
      { requiredKeys: ['fun'] },
    ),
    weight: 3,
  },
  { arbitrary: fc.record({ fun: lookUps, arg: positional }), weight: 1 },
);

/** Several functions in one job, each with its own arguments. */
const compoundCalls = fc
  .array(fc.tuple(functions, fc.array(values, { maxLength: 2 })), { minLength: 1, maxLength: 3 })
  .map((parts) => ({ fun: parts.map(([fun]) => fun), arg: parts.map(([, arg]) => arg) }));

const options = fc.record(
  { full_return: fc.boolean(), metadata: fc.constantFrom<unknown>({ a: 1 }, 'x', null) },
  { requiredKeys: [] },
);

const localChunks = fc
  .tuple(answeringTargets, fc.oneof({ arbitrary: calls, weight: 5 }, compoundCalls), options)
  .map(([target, call, more]) => ({ client: 'local', ...target, ...call, ...more }));

/** The answer names the minions that are targeted, and waits for none of them. */
const asyncChunks = fc
  .tuple(targets, fc.oneof({ arbitrary: calls, weight: 2 }, fc.constant({ fun: 'test.ping' })))
  .map(([target, call]) => ({ client: 'local_async', ...target, ...call }));

const masterChunks = fc.record(
  {
    client: fc.constantFrom('runner', 'runner_async', 'wheel', 'wheel_async'),
    fun: fc.constantFrom(
      'test.arg',
      'test.raw_arg',
      'test.metasyntactic',
      'cache.grains',
      'cache.pillar',
      'jobs.active',
      'jobs.lookup_jid',
      'jobs.exit_success',
      'manage.nosuch',
      'key.list',
      'key.list_all',
      'key.name_match',
      'key.finger',
      'key.key_str',
      'minions.connected',
      'nosuch.fun',
      'test.nosuch',
    ),
    arg: fc.array(fc.oneof(scalars, fc.constantFrom('accepted', 'all', 'pre')), { maxLength: 2 }),
    kwarg: keywords,
    match: fc.constantFrom('web*', 'nosuch', '*', 'old1'),
    jid: fc.constantFrom('20240101000000000000', 'x'),
    tgt: fc.constantFrom('web1', 'web*', 'nosuch'),
    full_return: fc.boolean(),
  },
  { requiredKeys: ['client', 'fun'] },
);

/** Chunks of low data that a user sends to /run, over every client that answers the same each time. */
export const lowstates: fc.Arbitrary<RawRequest> = fc
  .tuple(
    users,
    fc.oneof(
      { arbitrary: localChunks, weight: 4 },
      { arbitrary: asyncChunks, weight: 4 },
      { arbitrary: masterChunks, weight: 3 },
    ),
  )
  .map(([username, chunk]) => {
    const credentials = { username, password: MASTER_CONFIG.sharedsecret, eauth: 'sharedsecret' };
    const body = JSON.stringify([{ ...credentials, ...chunk }]);
    return [
      'POST /run HTTP/1.1',
      'Host: <host>',
      'Accept: application/json',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n');
  });
