import * as fc from 'fast-check';

/** A chunk of low data without credentials. */
export interface Chunk {
  readonly client: string;
  readonly fun: unknown;
  readonly tgt?: unknown;
  readonly [key: string]: unknown;
}

const ids = fc.constantFrom('web1', 'web2', 'db1', 'old1', 'new1', 'nobody');

const targets = fc.oneof(
  fc.constantFrom('*', 'web*', '[!w]*', 'old1', 'nobody', '').map((tgt) => ({ tgt })),
  fc
    .uniqueArray(ids, { minLength: 1, maxLength: 3 })
    .map((list) => ({ tgt: list, tgt_type: 'list' })),
  fc
    .constantFrom(
      'G@role:web',
      'web* and not web2',
      'E@web or L@old1,db1',
      'not *',
      'and',
      'N@none',
    )
    .map((tgt) => ({ tgt, tgt_type: 'compound' })),
  fc.constantFrom('role:db', 'id:*1', 'none:*').map((tgt) => ({ tgt, tgt_type: 'grain' })),
  fc.constantFrom('web1', 5, null).map((tgt) => ({ tgt, tgt_type: 'no such type' })),
  fc.constant({}),
);

/** Values without integers of twenty digits or 64 bits, of which Salt makes texts. */
const values = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !/\d{19}/.test(JSON.stringify(value)));

const minionCalls = fc.oneof(
  fc.constantFrom('test.ping', 'grains.items', 'no_such.fun').map((fun) => ({ fun })),
  fc
    .record({ arg: fc.array(values, { maxLength: 3 }) })
    .map((given) => ({ fun: 'test.arg_clean', ...given })),
  fc.record({ kwarg: values }).map((given) => ({ fun: 'test.arg_clean', ...given })),
  fc.constantFrom('on purpose', 'Grüße').map((text) => ({ fun: 'test.exception', arg: [text] })),
  fc.constant({ fun: ['test.ping', 'test.echo'], arg: [[], ['both']] }),
  fc.constantFrom(null, 5).map((fun) => ({ fun })),
);

const masterCalls = fc.oneof(
  fc
    .record({
      arg: fc.array(values, { maxLength: 3 }),
      kwarg: fc.dictionary(fc.constant('k'), values),
    })
    .map((given) => ({ fun: 'test.arg', ...given })),
  fc.constantFrom('manage.status', 'manage.up', 'no_such.fun').map((fun) => ({ fun })),
  ids.map((tgt) => ({ fun: 'manage.down', tgt })),
  fc.constant({ fun: 'test.arg', kwarg: null }),
);

function clients<Call extends object>(names: readonly string[], calls: fc.Arbitrary<Call>) {
  return fc
    .record({ client: fc.constantFrom(...names), call: calls })
    .map(({ client, call }) => ({ client, ...call }) as unknown as Chunk);
}

const chunk: fc.Arbitrary<Chunk> = fc.oneof(
  clients(
    ['local', 'local', 'local_async'],
    fc.record({ tgt: targets, call: minionCalls }).map(({ tgt, call }) => ({ ...tgt, ...call })),
  ),
  clients(['runner', 'runner_async'], masterCalls),
);

/** Low data for clients that every module of salt-api has; some of it Salt raises at. */
export const lowstates: fc.Arbitrary<readonly Chunk[]> = fc.array(chunk, { maxLength: 4 });
