import type { JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** A function that web1 runs. */
function onWeb1(fun: string | string[], more: JsonObject = {}): JsonObject {
  return { client: 'local', tgt: 'web1', fun, ...more };
}

/** A ping of whom a target of this type names. */
function ping(tgt: string | string[], tgt_type: string): JsonObject {
  return { client: 'local', tgt, tgt_type, fun: 'test.ping' };
}

/** Waits that keep the trial of a minion that is down short. */
const SHORT = { timeout: 2, gather_job_timeout: 1 };

/** What saltdev has minions do, a request each: the id's end, and the chunk. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  'local.ping-one': onWeb1('test.ping'),
  'local.ping-glob': { client: 'local', tgt: 'web*', fun: 'test.ping' },
  'local.ping-list': ping(['web1', 'db1'], 'list'),
  'local.ping-list-text': ping('web1,db1', 'list'),
  'local.ping-grain': ping('role:db', 'grain'),
  'local.ping-pcre': ping('web[12]', 'pcre'),
  'local.ping-nodegroup': ping('pair', 'nodegroup'),
  'local.ping-compound': ping('G@role:web and E@web1', 'compound'),
  'local.ping-ipcidr': ping('10.0.0.21', 'ipcidr'),
  'local.ping-pillar': ping('port:8080', 'pillar'),
  'local.unknown-tgt-type': ping('web1', 'nonesuch'),
  'local.expr-form': { client: 'local', tgt: 'web1', expr_form: 'list', fun: 'test.ping' },
  'local.echo': onWeb1('test.echo', { arg: ['hällo <b>'] }),
  'local.echo-number': onWeb1('test.echo', { arg: [1.5] }),
  'local.echo-text-number': onWeb1('test.echo', { arg: ['007'] }),
  'local.arg-types': onWeb1('test.arg', {
    arg: [1, '1', true, 'true', null, 'null', '', ' a ', '1.0', [1], { a: 1 }, '{a: 1}'],
  }),
  'local.arg-text': onWeb1('test.arg', { arg: 'one' }),
  'local.arg-name-value': onWeb1('test.arg', { arg: ['a', 'b=c', 'd=1'] }),
  'local.kwarg': onWeb1('test.kwarg', { kwarg: { a: 1, b: 'two', c: [3] } }),
  'local.arg-type': onWeb1('test.arg_type', { arg: [1, '1', true, null, 1.5, [], {}] }),
  'local.arg-repr': onWeb1('test.arg_repr', { arg: ["a'b", 'ü', 1] }),
  'local.exception': onWeb1('test.exception'),
  'local.false': onWeb1('test.false'),
  'local.version': onWeb1('test.version'),
  'local.unknown-module': onWeb1('nonesuch.fun'),
  'local.unknown-function': onWeb1('test.nonesuch'),
  'local.missing-argument': onWeb1('test.echo'),
  'local.too-many-arguments': onWeb1('test.ping', { arg: [1, 2] }),
  'local.unknown-keyword': onWeb1('test.ping', { kwarg: { a: 1 } }),
  'local.full-return': onWeb1('test.ping', { full_return: true }),
  'local.no-tgt': { client: 'local', fun: 'test.ping' },
  'local.no-fun': { client: 'local', tgt: 'web1' },
  'local.no-client': { tgt: 'web1', fun: 'test.ping' },
  'local.two-functions': onWeb1(['test.ping', 'test.echo'], { arg: [[], ['x']] }),
  'local.two-functions-text': onWeb1('test.ping,test.version', { arg: [[], []] }),
  'local.down': { client: 'local', tgt: 'old1', fun: 'test.ping', ...SHORT },
  'local.down-full-return': {
    client: 'local',
    tgt: 'old1',
    fun: 'test.ping',
    ...SHORT,
    full_return: true,
  },
  'local.grain': onWeb1('grains.get', { arg: ['site:dc'] }),
  'local.grains-item': onWeb1('grains.item', { arg: ['os', 'role', 'nonesuch'] }),
  'local.grains-items': onWeb1('grains.items'),
  'local.pillar-get': onWeb1('pillar.get', { arg: ['owner:name', 'nobody'] }),
  'local.pillar-items': onWeb1('pillar.items'),
  'local.ssh': { client: 'ssh', tgt: 'web1', fun: 'test.ping' },
  'local.destroy': { client: 'destroy', tgt: 'web1', fun: 'test.ping' },
  'local.async-no-match': { client: 'local_async', tgt: 'nonesuch', fun: 'test.ping' },
  'local.async-down': { client: 'local_async', tgt: 'old1', fun: 'test.ping' },
  'local.async-all': { client: 'local_async', tgt: 'web1', fun: 'test.ping' },
};

/** Commands to minions, by targets of every kind, and by clients that there are not. */
export const LOCAL_CHUNKS: readonly Probe[] = chunkProbes('saltdev', CHUNKS);
