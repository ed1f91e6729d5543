import type { JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** A wheel function that is given something in some way. */
function nameMatch(given: JsonObject): JsonObject {
  return { client: 'wheel', fun: 'key.name_match', ...given };
}

/** A runner that tells what it was given. */
function runnerArg(given: JsonObject): JsonObject {
  return { client: 'runner', fun: 'test.arg', ...given };
}

/** The ways to give runners and wheels their arguments, good and bad, a request each. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  'wheel-form.kwarg-alone': nameMatch({ kwarg: { match: 'web*' } }),
  'wheel-form.kwarg-with-empty-arg': nameMatch({ arg: [], kwarg: { match: 'web*' } }),
  'wheel-form.kwarg-beside-key': nameMatch({ match: 'web*', kwarg: { match: 'db*' } }),
  'wheel-form.arg-beside-key': nameMatch({ match: 'web*', arg: ['db*'] }),
  'wheel-form.pair-in-arg': nameMatch({ arg: ['match=web*'], kwarg: {} }),
  'wheel-form.marked-in-arg': nameMatch({
    arg: [{ __kwarg__: true, match: 'web*' }],
    kwarg: {},
  }),
  'wheel-form.scalar-arg': nameMatch({ arg: 'web*', kwarg: {} }),
  'wheel-form.number-arg': nameMatch({ arg: 5, kwarg: {} }),
  'wheel-form.null-arg': nameMatch({ arg: null, kwarg: { match: 'web*' } }),
  'wheel-form.null-kwarg': nameMatch({ arg: ['web*'], kwarg: null }),
  'wheel-form.list-kwarg': nameMatch({ arg: ['web*'], kwarg: ['x'] }),
  'wheel-form.text-kwarg': nameMatch({ arg: ['web*'], kwarg: 'x' }),
  'wheel-form.unknown-keyword': nameMatch({ arg: ['web*'], kwarg: { x: 1 } }),
  'wheel-form.twice': nameMatch({ arg: ['web*'], kwarg: { match: 'db*' } }),
  'wheel-form.too-many': nameMatch({ arg: ['a', 'b'], kwarg: {} }),
  'wheel-form.too-few': nameMatch({ arg: [], kwarg: {} }),
  'wheel-form.unknown-keys': nameMatch({ match: 'web*', x: 1, y: 2 }),
  'wheel-form.print-event': nameMatch({ match: 'web*', print_event: false }),
  'wheel-form.timeout': nameMatch({ match: 'web*', timeout: 5 }),
  'runner-form.all': runnerArg({ arg: ['a'], kwarg: { b: 1 }, c: 2 }),
  'runner-form.three-times': runnerArg({ arg: ['b=1'], kwarg: { b: 2 }, b: 3 }),
  'runner-form.scalar-arg': runnerArg({ arg: 'a' }),
  'runner-form.dict-arg': runnerArg({ arg: { a: 1 } }),
  'runner-form.null-arg': runnerArg({ arg: null }),
  'runner-form.list-kwarg': runnerArg({ kwarg: ['x'] }),
  'runner-form.text-kwarg': runnerArg({ kwarg: 'x' }),
  'runner-form.own-keys': runnerArg({ timeout: 5, user: 'me', key: 'k', full_return: false }),
  'runner-form.other-keys': runnerArg({ tgt: 'x', match: 'y', cmd: 'z', print_event: true }),
  'runner-form.nested': runnerArg({ arg: [[1, 'a=b'], { c: 'd=e' }] }),
  'cache-form.minions': { client: 'runner', fun: 'cache.list', bank: 'minions/web1' },
  'cache-form.data': { client: 'runner', fun: 'cache.fetch', arg: ['minions/web1', 'data'] },
  'cache-form.grains': { client: 'runner', fun: 'cache.fetch', arg: ['grains', 'web1'] },
  'cache-form.pillar': { client: 'runner', fun: 'cache.fetch', arg: ['pillar', 'web1'] },
  'cache-form.flush-nothing': { client: 'runner', fun: 'cache.flush', arg: ['nonesuch'] },
  'cache-form.clear-nobody': { client: 'runner', fun: 'cache.clear_all', tgt: 'nonesuch' },
  'cache-form.clear-without-target': { client: 'runner', fun: 'cache.clear_grains' },
  'cache-form.git-lock': { client: 'runner', fun: 'cache.clear_git_lock', arg: ['gitfs'] },
  'cache-form.git-lock-role': { client: 'runner', fun: 'cache.clear_git_lock', arg: ['x'] },
  'cache-form.cloud': { client: 'runner', fun: 'cache.cloud', arg: ['x'] },
  'saltutil-form.wrapper': { client: 'runner', fun: 'saltutil.sync_wrapper' },
};

/** In which form runners and wheels take what they are given. */
export const CALL_FORMS: readonly Probe[] = chunkProbes('saltdev', CHUNKS);
