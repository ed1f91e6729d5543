import type { JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** A function of the state module that web1 runs, with all that its return tells. */
function onWeb1(fun: string, arg: JsonObject[string][] = [], kwarg: JsonObject = {}): JsonObject {
  const chunk = { client: 'local', tgt: 'web1', fun: `state.${fun}`, arg, full_return: true };
  return Object.keys(kwarg).length === 0 ? chunk : { ...chunk, kwarg };
}

/** States of `test` that the call brings along, as if of a file `s`. */
function high(states: JsonObject, kwarg: JsonObject = {}): JsonObject {
  const data = Object.entries(states).map(([id, run]): [string, JsonObject] => [
    id,
    { test: run, __sls__: 's', __env__: 'base' },
  ]);
  return onWeb1('high', [Object.fromEntries(data)], kwarg);
}

function on(requisite: string, ...ids: readonly string[]): JsonObject {
  return { [requisite]: ids.map((id) => ({ test: id })) };
}

const OK = 'succeed_without_changes';
const CHANGED = 'succeed_with_changes';
const FAILED = 'fail_without_changes';

/** Every state file of the fixture is run, tried and shown, the broken ones too. */
const FILES: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  [
    'common',
    'web',
    'web.proxy',
    'order',
    'watch',
    'prereq',
    'failing',
    'failhard',
    'configurable',
    'pillar',
    'extended',
    'clash',
    'empty',
    'broken.require',
    'broken.circle',
    'broken.function',
    'broken.shape',
    'broken.include',
  ].flatMap((sls): [string, JsonObject][] => {
    const id = sls.replaceAll('.', '-');
    return [
      [`states.apply-${id}`, onWeb1('apply', [sls])],
      [`states.test-${id}`, onWeb1('apply', [sls], { test: true })],
      [`states.show-sls-${id}`, onWeb1('show_sls', [sls])],
      [`states.show-low-sls-${id}`, onWeb1('show_low_sls', [sls])],
    ];
  }),
);

/** What else the state module does, a request each: the id's end, and the chunk. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  ...FILES,
  'states.highstate': onWeb1('highstate'),
  'states.highstate-of-db1': { ...onWeb1('highstate'), tgt: 'db1' },
  'states.highstate-test': onWeb1('highstate', ['True']),
  'states.highstate-terse': onWeb1('highstate', [], { terse: true }),
  'states.highstate-exclude': onWeb1('highstate', [], { exclude: 'web,common' }),
  'states.highstate-whitelist': onWeb1('highstate', [], { whitelist: 'common' }),
  'states.highstate-saltenv': onWeb1('highstate', [], { saltenv: 'dev' }),
  'states.apply-nothing': onWeb1('apply', ['']),
  'states.apply-exclude-id': onWeb1('sls', ['web'], { exclude: [{ id: 'reload' }] }),
  'states.apply-exclude-sls': onWeb1('sls', ['web.proxy'], { exclude: 'web' }),
  'states.apply-pillar': onWeb1('apply', ['pillar'], { pillar: { nobody: 'x', owner: { a: 1 } } }),
  'states.apply-saltenv': onWeb1('apply', ['web'], { saltenv: 'dev' }),
  'states.apply-number': onWeb1('apply', [5]),
  'states.apply-queue': onWeb1('apply', ['common'], { queue: true }),
  'states.sls-id': onWeb1('sls_id', ['reload', 'web']),
  'states.sls-id-unknown': onWeb1('sls_id', ['nonesuch', 'web']),
  'states.id-exists': onWeb1('id_exists', ['site,reload', 'web']),
  'states.id-exists-not': onWeb1('id_exists', ['site,nonesuch', 'web']),
  'states.id-exists-unknown-sls': onWeb1('id_exists', ['site', 'nonesuch']),
  'states.sls-exists': onWeb1('sls_exists', ['web,common']),
  'states.sls-exists-not': onWeb1('sls_exists', ['web,nonesuch']),
  'states.show-top': onWeb1('show_top'),
  'states.show-top-of-db1': { ...onWeb1('show_top'), tgt: 'db1' },
  'states.show-top-saltenv': onWeb1('show_top', [], { saltenv: 'dev' }),
  'states.show-highstate': onWeb1('show_highstate'),
  'states.show-lowstate': onWeb1('show_lowstate'),
  'states.show-states': onWeb1('show_states'),
  'states.show-state-usage': onWeb1('show_state_usage'),
  'states.show-sls-glob': onWeb1('show_sls', ['w*']),
  'states.test': onWeb1('test', ['web']),
  'states.running': onWeb1('running'),
  'states.single-order': onWeb1('single', ['test.nop', 'x'], {
    order: 5,
    require: [{ test: 'z' }],
  }),
  'states.single-dots': onWeb1('single', ['a.b.c', 'x']),
  'states.single-unknown-module': onWeb1('single', ['nonesuch.managed', 'x']),
  'states.single-number': onWeb1('single', [5, 'x']),
  'states.single-pillar-argument': onWeb1('single', ['test.check_pillar', 'x'], { pillar: {} }),
  'states.low': onWeb1('low', [{ state: 'test', fun: 'nop', name: 'x', __id__: 'y' }]),
  'states.low-failed': onWeb1('low', [{ state: 'test', fun: FAILED, name: 'x', __id__: 'y' }]),
  'states.low-unknown': onWeb1('low', [{ state: 'test', fun: 'nonesuch', name: 'x' }]),
  'states.low-nothing': onWeb1('low', [{}]),
  'states.low-text': onWeb1('low', ['x']),
  'states.high-text': onWeb1('high', ['x']),
  'states.high-nothing': onWeb1('high', [{}]),
  'states.prereq-chain': high({
    a: [OK, on('prereq', 'b')],
    b: [CHANGED, on('prereq', 'c')],
    c: [CHANGED],
  }),
  'states.prereq-chain-idle': high({
    a: [OK, on('prereq', 'b')],
    b: [OK, on('prereq', 'c')],
    c: [OK],
  }),
  'states.prereq-in': high({ b: [CHANGED, on('prereq_in', 'a')], a: [CHANGED] }),
  'states.prereq-failed': high({ a: [FAILED, on('prereq', 'b')], b: [CHANGED] }),
  'states.prereq-of-failing': high({ a: [OK, on('prereq', 'b')], b: ['fail_with_changes'] }),
  'states.prereq-and-require': high({
    b: [CHANGED],
    a: [OK, on('prereq', 'b'), on('require', 'd')],
    d: [OK],
  }),
  'states.onfail-any': high({ a: [OK, on('onfail_any', 'b', 'c')], b: [FAILED], c: [OK] }),
  'states.onfail-all': high({ a: [OK, on('onfail_all', 'b', 'c')], b: [FAILED], c: [OK] }),
  'states.onfail-all-failed': high({
    a: [OK, on('onfail_all', 'b', 'c')],
    b: [FAILED],
    c: [FAILED],
  }),
  'states.use-in': high({ a: [OK, { comment: 'lent' }, on('use_in', 'b')], b: [OK] }),
  'states.listen-in': high({ a: [OK], b: [CHANGED, on('listen_in', 'a')] }),
  'states.listen-to-nobody': high({ a: [OK, on('listen', 'nowhere')], b: [CHANGED] }),
  'states.orders': high({
    a: [OK, { order: 'last' }],
    b: [OK, { order: 'first' }],
    c: [OK, { order: -1 }],
    d: [OK],
    e: [OK, { order: 5 }],
    f: [OK, { order: 'x' }],
  }),
  'states.require-names': high({ a: [OK, { names: ['y', 'x'] }], b: [OK, on('require', 'x')] }),
  'states.require-sls-unknown': high({ a: [OK, { require: [{ sls: 'nonesuch' }] }] }),
  'states.require-itself': high({ a: [OK, on('require', 'a')] }),
  'states.require-list': high({ a: [OK, { require: [['b']] }], b: [OK] }),
  'states.require-no-name': high({ a: [OK, { require: [{ test: ['b'] }] }], b: [OK] }),
  'states.arguments-first': high({ a: [OK, { x: 1, ...on('require', 'b') }], b: [OK] }),
  'states.arguments-later': high({ a: [OK, { ...on('require', 'b'), x: 1 }], b: [OK] }),
  'states.failhard-required': high({
    a: [OK, on('require', 'b')],
    b: [FAILED, { failhard: true }],
    c: [OK],
  }),
  'states.retried': high({ a: [FAILED, { retry: { attempts: 2, interval: 1 } }] }),
  'states.retry-told': high({ a: [OK, { retry: true }] }, { test: true }),
  'states.test-mode-failure': high(
    { a: ['configurable_test_state', { result: false }, { allow_test_mode_failure: true }] },
    { test: true },
  ),
  'states.pillar-types': high({
    a: ['check_pillar', { listing: ['port'] }, { dictionary: 'owner' }, { boolean: 'port' }],
  }),
  'states.grain-tried': onWeb1('single', ['grains.present', 'made_up'], { value: 'x', test: true }),
  'states.grain-there': onWeb1('single', ['grains.present', 'role'], { value: 'web' }),
  'states.grain-missing': onWeb1('single', ['grains.present', 'role']),
  'states.grain-absent': onWeb1('single', ['grains.absent', 'made_up']),
  'states.grain-exists': onWeb1('single', ['grains.exists', 'site:dc']),
};

/** What states on a minion come to. */
export const STATES: readonly Probe[] = chunkProbes('saltdev', CHUNKS);
