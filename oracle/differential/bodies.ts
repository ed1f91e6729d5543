import * as fc from 'fast-check';
import { MASTER_CONFIG } from '../fixture.ts';

/** A request's body and what it says it is. */
export interface Body {
  readonly type: string | undefined;
  readonly body: string;
}

const CREDENTIALS = [
  { username: 'saltdev', password: MASTER_CONFIG.sharedsecret, eauth: 'sharedsecret' },
  { username: 'limited', password: MASTER_CONFIG.sharedsecret, eauth: 'sharedsecret' },
  { username: 'saltdev', password: 'wrong', eauth: 'sharedsecret' },
  { username: 'guest', password: '', eauth: 'auto' },
  { username: 'saltdev', password: 'x', eauth: 'nosuch' },
  { username: 'saltdev' },
  { eauth: 'sharedsecret' },
  { token: 'zz' },
  { token: 'abcdef' },
] as const;

const values = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1,
    -7,
    2.5,
    '',
    'x',
    '1',
    'a=b',
    'ü',
    'y: [1]',
    '__kwarg__',
  ),
  fc.constantFrom<unknown>([], {}, [1, 'a'], { a: 1 }, { __kwarg__: true, b: 2 }, ['test.ping']),
);

/** Functions that answer at once and change nothing, and no beginning of one: it is answered with documentation, Salt's own prose. */
const functions = fc.constantFrom<unknown>(
  'test.ping',
  'test.arg',
  'test.kwarg',
  'test.echo',
  'test.true',
  'test.false',
  'test.fib',
  'nosuch.fun',
  'test.nosuch',
  'grains.get',
  'grains.item',
);

/** Minions that answer; one that does not would make every run wait. */
const targets = fc.oneof(
  fc.constantFrom<unknown>('web1', 'web*', 'db1', 'w?b[12]', 'nosuch', '', 'web1,db1'),
  fc.constantFrom<unknown>(['web1'], ['web1', 'db1'], 5, null, {}),
);

const targetTypes = fc.constantFrom<unknown>(
  'glob',
  'list',
  'pcre',
  'grain',
  'compound',
  'nosuch',
  null,
  3,
);

const localChunks = fc.record(
  {
    client: fc.constantFrom<unknown>(
      'local',
      'local_async',
      'local',
      'local',
      'nosuch',
      null,
      'ssh',
      5,
      'destroy',
    ),
    tgt: targets,
    fun: functions,
    arg: fc.oneof(values, fc.array(values, { maxLength: 3 })),
    kwarg: fc.oneof(
      {
        arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'x'), values, { maxKeys: 2 }),
        weight: 3,
      },
      { arbitrary: values, weight: 1 },
    ),
    tgt_type: targetTypes,
    full_return: fc.constantFrom<unknown>(true, false, null, 'yes'),
    id_: values,
  },
  { requiredKeys: ['client', 'tgt', 'fun'] },
);

const masterChunks = fc.record(
  {
    client: fc.constantFrom('runner', 'wheel', 'runner_async'),
    fun: fc.constantFrom<unknown>(
      'test.arg',
      'test.raw_arg',
      'key.name_match',
      'nosuch.fun',
      'test.nosuch',
      'test',
      '',
      null,
      'manage.nosuch',
    ),
    arg: fc.oneof(values, fc.array(values, { maxLength: 2 })),
    kwarg: values,
    match: fc.constantFrom<unknown>('web*', 'nosuch', '*'),
    full_return: fc.constantFrom<unknown>(true, false),
  },
  { requiredKeys: ['client', 'fun'] },
);

const chunks = fc
  .tuple(
    fc.oneof(localChunks, masterChunks),
    fc.option(fc.constantFrom(...CREDENTIALS), { nil: {}, freq: 2 }),
  )
  .map(([chunk, credentials]) => ({ ...chunk, ...credentials }));

const documents = fc.oneof<fc.MaybeWeightedArbitrary<unknown>[]>(
  { arbitrary: chunks.map((chunk): unknown => [chunk]), weight: 5 },
  { arbitrary: chunks, weight: 2 },
  { arbitrary: fc.array(chunks, { maxLength: 3 }), weight: 1 },
  { arbitrary: fc.constantFrom<unknown>(...CREDENTIALS, [CREDENTIALS[0]], [{}]), weight: 4 },
  { arbitrary: values, weight: 2 },
);

const json = documents.map((document): Body => ({
  type: 'application/json',
  body: JSON.stringify(document),
}));

/** Texts that are read in one way or another, or not at all. */
const texts = fc.constantFrom(
  '',
  '[]',
  '{}',
  'null',
  '{',
  '[NaN, Infinity]',
  '{"a": 1, "a": 2}',
  '\ufeff[]',
  '[]x',
  'a: 1',
  '- a\n- b',
  'a: [',
  '!!python/none x',
  '&a [*a]',
  'client=local&tgt=web1&fun=test.arg&arg=1&arg=%5B2%5D&kwarg={a: 1}',
  'username=saltdev&password=S3cret!one&eauth=sharedsecret',
  'a=1&a=2&b=&c',
  'arg[]=x&client=runner&fun=test.arg',
  'client=runner&fun=test.arg&arg=a=b',
  '%ff=%00',
  '%zz;a=%u1234',
  '--x\r\n\r\n1\r\n--x--',
  '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\u00e9\r\n--x--\r\n',
  '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n1\r\n--x',
  '--x\r\nfoo\r\n',
  '--x\r\n',
  '"text"',
  'hello',
  '\ud83d\ude00',
);

const types = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded',
  'application/x-yaml',
  'text/yaml',
  'text/plain',
  'application/json; charset=utf-8',
  'application/json;charset=latin-1',
  'Application/JSON',
  'application/yaml',
  'application/x-www-form-urlencoded; charset=latin-1',
  'application/x-www-form-urlencoded; charset="ascii"',
  'application/x-www-form-urlencoded; charset=bogus',
  'multipart/form-data; boundary=x',
  'multipart/mixed; boundary="x"',
  'multipart/form-data',
  'text/html',
  '',
  ' application/json ',
  undefined,
);

/** Bodies as clients send them, and others. */
export const bodies: fc.Arbitrary<Body> = fc.oneof(
  { arbitrary: json, weight: 4 },
  { arbitrary: fc.record({ type: types, body: texts }), weight: 2 },
  {
    arbitrary: fc.record({
      type: types,
      body: documents.map((document) => JSON.stringify(document)),
    }),
    weight: 1,
  },
);
