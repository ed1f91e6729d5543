import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { expectNames } from './expect-names.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.sysmod', observed: EVERY_LINE };
const needs = ['minion'] as const;

const NONE = { args: null, defaults: null, varargs: null, kwargs: null };

/** The schema of an argument, which may be a scalar of each kind. */
function scalar(title: string, rest: Readonly<Record<string, unknown>> = {}): unknown {
  const types = ['boolean', 'integer', 'number', 'string'];
  return { oneOf: types.map((type) => ({ type, title, description: title, ...rest })) };
}

requirement(
  'cherrypy.sys-states.list',
  {
    level: 'should',
    text: 'sys.list_state_modules and list_state_functions answer the sorted names of states, as list_modules and list_functions do those of functions.',
    source,
    needs,
  },
  async ({ target }) => {
    expectNames(await runOnMinion(target, 'sys.list_state_modules'), 'grains', 'test');
    expect(await runOnMinion(target, 'sys.list_state_modules', ['test'])).toEqual(['test']);
    expect(await runOnMinion(target, 'sys.list_state_modules', ['test.no*'])).toEqual(['test']);
    const all = await runOnMinion(target, 'sys.list_state_functions');
    expectNames(all, 'grains.present', 'test.nop', 'test.succeed_with_changes');
    const ofTest = await runOnMinion(target, 'sys.list_state_functions', ['test']);
    expectNames(ofTest, 'test.mod_watch', 'test.nop');
    expect((ofTest as string[]).filter((name) => !name.startsWith('test.'))).toEqual([]);
    for (const [pattern, names] of [
      ['test.no*', ['test.nop']],
      [target.unique('module'), []],
    ] as const)
      expect(await runOnMinion(target, 'sys.list_state_functions', [pattern])).toEqual(names);
  },
);

requirement(
  'cherrypy.sys-states.argspec',
  {
    level: 'should',
    text: 'sys.state_argspec answers the arguments of states, of which name is the first.',
    source,
    needs,
  },
  async ({ target }) => {
    const argspec = (name: string): Promise<unknown> =>
      runOnMinion(target, 'sys.state_argspec', [name]);
    expect(await argspec('test.nop')).toEqual({
      'test.nop': { ...NONE, args: ['name'], kwargs: true },
    });
    expect(await argspec('grains.present')).toEqual({
      'grains.present': {
        ...NONE,
        args: ['name', 'value', 'delimiter', 'force'],
        defaults: [':', false],
      },
    });
    const ofTest = await argspec('test');
    expect(keysOf(ofTest).filter((name) => !name.startsWith('test.'))).toEqual([]);
    expect(ofTest).toHaveProperty(['test.show_notification', 'args'], ['name', 'text']);
    expect(await argspec(target.unique('module'))).toEqual({});
  },
);

for (const [line, version, later] of [
  ['3006', '3006.28', []],
  ['3007', '3007.15', ['allow_test_mode_failure']],
] as const)
  requirement(
    `cherrypy.sys-states.argspec-${line}`,
    {
      level: 'may',
      text:
        later.length === 0
          ? 'Up to 3006 the last argument of the state test.configurable_test_state is warnings.'
          : 'From 3007 on the last argument of the state test.configurable_test_state is allow_test_mode_failure.',
      source: { observed: line === '3006' ? [version] : [version, '3008.3'] },
      ...(line === '3006' ? { until: line } : { since: line }),
      needs,
    },
    async ({ target }) => {
      const name = 'test.configurable_test_state';
      expect(await runOnMinion(target, 'sys.state_argspec', [name])).toHaveProperty(
        [name, 'args'],
        ['name', 'changes', 'result', 'comment', 'warnings', ...later],
      );
    },
  );

requirement(
  'cherrypy.sys-states.doc',
  {
    level: 'should',
    text: 'sys.state_doc answers the documentation of states and, before it, of their module.',
    source,
    needs,
  },
  async ({ target }) => {
    const text = expect.any(String) as unknown;
    expect(await runOnMinion(target, 'sys.state_doc', ['test.nop'])).toEqual({
      test: text,
      'test.nop': text,
    });
    const ofTest = await runOnMinion(target, 'sys.state_doc', ['test']);
    expect(keysOf(ofTest)[0]).toBe('test');
    expect(keysOf(ofTest).filter((name) => !/^test(\.|$)/.test(name))).toEqual([]);
    expect(await runOnMinion(target, 'sys.state_doc', [target.unique('module')])).toEqual({});
  },
);

requirement(
  'cherrypy.sys-states.returners',
  {
    level: 'should',
    text: 'sys.list_returners, list_returner_functions, returner_argspec and returner_doc tell of the returners as of modules.',
    source,
    needs,
  },
  async ({ target }) => {
    expectNames(await runOnMinion(target, 'sys.list_returners'), 'local', 'local_cache');
    expect(await runOnMinion(target, 'sys.list_returners', ['local_c*'])).toEqual(['local_cache']);
    const ofCache = await runOnMinion(target, 'sys.list_returner_functions', ['local_cache']);
    expectNames(ofCache, 'local_cache.get_jid', 'local_cache.returner');
    expect(await runOnMinion(target, 'sys.returner_argspec', ['local'])).toMatchObject({
      'local.returner': { ...NONE, args: ['ret'] },
    });
    const doc = await runOnMinion(target, 'sys.returner_doc', ['local_cache.get_jid']);
    expect(doc).toEqual({ 'local_cache.get_jid': expect.any(String) as unknown });
  },
);

requirement(
  'cherrypy.sys-states.renderers',
  {
    level: 'should',
    text: 'sys.list_renderers answers the sorted names of the renderers, or of those that a glob matches; sys.renderer_doc wants a glob.',
    source,
    needs,
  },
  async ({ target }) => {
    expectNames(await runOnMinion(target, 'sys.list_renderers'), 'jinja', 'json', 'yaml');
    expect(await runOnMinion(target, 'sys.list_renderers', ['jin*', 'json'])).toEqual([
      'jinja',
      'json',
    ]);
    expect(await runOnMinion(target, 'sys.renderer_doc', ['jin*'])).toEqual({
      jinja: expect.any(String) as unknown,
    });
    expect(await runOnMinion(target, 'sys.renderer_doc', ['jinja'])).toEqual({});
  },
);

requirement(
  'cherrypy.sys-states.schema',
  {
    level: 'may',
    text: 'sys.state_schema answers a JSON Schema of the arguments of each state, which may be any scalar, with the default if there is one.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'sys.state_schema', ['grains.exists'])).toEqual([
      {
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'grains.exists',
        description: 'grains.exists',
        type: 'object',
        properties: { name: scalar('name'), delimiter: scalar('delimiter', { default: ':' }) },
        'x-ordering': ['name', 'delimiter'],
        additionalProperties: false,
      },
    ]);
    expect(await runOnMinion(target, 'sys.state_schema', [target.unique('module')])).toEqual([]);
  },
);
