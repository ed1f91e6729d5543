import type { Json, JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** A function that web1 runs, with all that its return tells. */
function onWeb1(fun: string, arg: readonly Json[] = [], kwarg: JsonObject = {}): JsonObject {
  return { client: 'local', tgt: 'web1', fun, arg: [...arg], kwarg, full_return: true };
}

/** Functions of pillar, and what they are given that not every line takes. */
const PILLAR: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  ['items', 'data', 'obfuscate', 'ls', 'item', 'raw', 'ext', 'keys', 'get', 'fetch'].flatMap(
    (name): [string, JsonObject][] => {
      const needsKey = ['keys', 'get', 'fetch', 'item'].includes(name);
      const arg = needsKey ? ['owner'] : name === 'ext' ? ['{libvirt: _}'] : [];
      const given = (kwarg: JsonObject): JsonObject => onWeb1(`pillar.${name}`, arg, kwarg);
      return [
        [`pillar-arguments.${name}`, given({})],
        [`pillar-arguments.${name}-unknown`, given({ nonesuch: 1, other: 'x' })],
        [`pillar-arguments.${name}-unmask`, given({ unmask: true })],
        [`pillar-arguments.${name}-mask`, given({ unmask: false })],
        [`pillar-arguments.${name}-given`, given({ pillar: { port: [1], zz: '', n: 0 } })],
        [`pillar-arguments.${name}-elsewhere`, given({ pillarenv: 'dev' })],
        [`pillar-arguments.${name}-base`, given({ pillarenv: 'base' })],
        [`pillar-arguments.${name}-saltenv`, given({ saltenv: 'dev' })],
        [`pillar-arguments.${name}-none`, onWeb1(`pillar.${name}`)],
        [`pillar-arguments.${name}-many`, onWeb1(`pillar.${name}`, ['port', 'owner', 'x'])],
        [`pillar-arguments.${name}-number`, onWeb1(`pillar.${name}`, [5])],
      ];
    },
  ),
);

/** What else is told and asked of functions, a request each. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  ...PILLAR,
  'pillar-arguments.item-default': onWeb1('pillar.item', ['a|b'], { default: 0, delimiter: '|' }),
  'pillar-arguments.items-elsewhere': onWeb1('pillar.items', ['port'], { pillarenv: 'dev' }),
  'pillar-arguments.get-merge': onWeb1('pillar.get', ['owner'], { default: { z: 1 }, merge: true }),
  'pillar-arguments.get-merge-list': onWeb1('pillar.get', ['x'], { default: [1], merge: true }),
  'pillar-arguments.get-merge-text': onWeb1('pillar.get', ['port'], { default: 'a', merge: true }),
  'pillar-arguments.filter-by': onWeb1('pillar.filter_by', [{ '*': 1, default: 2 }, 'port']),
  'sys-functions.argspec-nothing': onWeb1('sys.argspec'),
  'sys-functions.argspec-pillar': onWeb1('sys.argspec', ['pillar.item']),
  'sys-functions.argspec-cmd': onWeb1('sys.argspec', ['cmd.retcode']),
  'sys-functions.argspec-test': onWeb1('sys.state_argspec', ['test.nop']),
  'sys-functions.argspec-configurable': onWeb1('sys.state_argspec', [
    'test.configurable_test_state',
  ]),
  'sys-functions.schema': onWeb1('sys.state_schema', ['grains.exists']),
  'sys-functions.schema-configurable': onWeb1('sys.state_schema', ['test.configurable_test_state']),
  'sys-functions.schema-nothing': onWeb1('sys.state_schema'),
  'sys-functions.argspec-returner': onWeb1('sys.returner_argspec', ['local_cache']),
  'sys-functions.argspec-runner': onWeb1('sys.runner_argspec', ['manage.versions']),
  'sys-functions.returners': onWeb1('sys.list_returner_functions', ['local_cache', 'syslog.*']),
  'sys-functions.renderers': onWeb1('sys.list_renderers', ['j*']),
  'sys-functions.states': onWeb1('sys.list_state_modules', ['test.n*', 'grains']),
  'filter-by.missing': onWeb1('grains.filter_by', [{ '*': 1, default: 2 }, 'nonesuch']),
  'filter-by.base': onWeb1('grains.filter_by', [{ web: { a: 1 }, b: { c: 2 } }, 'role'], {
    base: 'b',
  }),
  'filter-by.merge-text': onWeb1('grains.filter_by', [{ web: 1 }, 'role'], { merge: 'x' }),
  'filter-by.merge-scalar': onWeb1('grains.filter_by', [{ web: 1 }, 'role'], { merge: { a: 1 } }),
  'filter-by.text': onWeb1('grains.filter_by', ['web', 'role']),
  'filter-by.sanitized': onWeb1('grains.item', ['id', 'role'], { sanitize: true }),
  'grains-values.empty': onWeb1('grains.get', ['selinux']),
  'grains-values.number': onWeb1('grains.get', [5], { default: 'x' }),
};

/** What functions take, and what they say of it. */
export const FUNCTION_ARGUMENTS: readonly Probe[] = chunkProbes('saltdev', CHUNKS);
