import type { JsonObject } from '../fixture.ts';
import { probe, run, type Probe } from './probe.ts';

const QUICK = { timeout: 2, gather_job_timeout: 1 };

/** Chunks for `local_batch` by what is odd about them. One minion, as several come in any order. */
const BATCHES: Readonly<Record<string, JsonObject>> = {
  one: { batch: '1' },
  number: { batch: 1 },
  float: { batch: 2.5 },
  true: { batch: true },
  share: { batch: '50%' },
  'share-first': { batch: '%50' },
  'more-than-all': { batch: '200%' },
  standard: {},
  bad: { batch: 'abc' },
  'bad-share': { batch: 'a%' },
  'float-text': { batch: '2.5' },
  empty: { batch: '' },
  null: { batch: null },
  list: { batch: [] },
  'no-match': { tgt: 'nonesuch', batch: '1' },
  'no-match-bad': { tgt: 'nonesuch', batch: 'abc' },
  'unknown-tgt-type': { tgt_type: 'bogus', batch: '1' },
  'empty-list': { tgt: [], tgt_type: 'list', batch: '1' },
  'missing-in-list': { tgt: ['web1', 'nonesuch'], tgt_type: 'list', batch: '1' },
  down: { tgt: 'old1', batch: '1', ...QUICK },
  arguments: { fun: 'test.arg', arg: ['a'], kwarg: { b: 1 }, batch: '1' },
  'two-functions': { fun: ['test.ping', 'test.echo'], arg: [[], ['a']], batch: '1' },
  exception: { fun: 'test.exception', batch: '1' },
  failhard: { fun: 'nosuch.fun', failhard: true, batch: '1' },
  raw: { raw: true, batch: '1' },
  'full-return': { full_return: true, batch: '1' },
  wait: { batch_wait: 1, batch: '1' },
  'wait-text': { batch_wait: 'x', batch: '1' },
  'timeout-text': { timeout: '2', batch: '1' },
  'timeout-null': { timeout: null, batch: '1' },
  'timeout-zero': { timeout: 0, batch: '1' },
  'gather-null': { gather_job_timeout: null, batch: '1' },
  'returner-unknown': { ret: 'nosuch', batch: '1' },
};

/** The same for `local_subset`. */
const SUBSETS: Readonly<Record<string, JsonObject>> = {
  one: { subset: 1 },
  standard: {},
  zero: { subset: 0 },
  negative: { subset: -1 },
  'old-name': { sub: 1, subset: 'x' },
  text: { subset: '2' },
  null: { subset: null },
  float: { subset: 1.5 },
  'unknown-function': { fun: 'nosuch.fun' },
  'two-functions': { fun: ['test.ping'] },
  'no-match': { tgt: 'nonesuch' },
  'full-return': { subset: 1, full_return: true },
  arguments: { fun: 'test.arg', arg: ['a'], kwarg: { b: 1 }, subset: 1 },
  cli: { cli: true },
  metadata: { metadata: { a: 1 } },
};

const REST = { tgt: 'web1', fun: 'test.ping' };

/** Jobs that run on a few minions at a time, or on a few minions alone. */
export const PARTS_OF_TARGETS: readonly Probe[] = [
  ...Object.entries(BATCHES).map(([what, chunk]) =>
    probe(`batch.${what}`, 'saltdev', run({ client: 'local_batch', ...REST, ...chunk })),
  ),
  ...Object.entries(SUBSETS).map(([what, chunk]) =>
    probe(`subset.${what}`, 'saltdev', run({ client: 'local_subset', ...REST, ...chunk })),
  ),
];
