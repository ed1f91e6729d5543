import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { expectNames } from './expect-names.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.sysmod', observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.sys-module.list-functions',
  {
    level: 'must',
    text: 'sys.list_functions answers the sorted full names of all functions, of those of the named modules, or of those that a glob matches.',
    source,
    needs,
  },
  async ({ target }) => {
    expectNames(await runOnMinion(target, 'sys.list_functions'), 'grains.items', 'test.ping');
    const ofTest = await runOnMinion(target, 'sys.list_functions', ['test']);
    expectNames(ofTest, 'test.echo', 'test.ping');
    expect((ofTest as string[]).filter((name) => !name.startsWith('test.'))).toEqual([]);
    expect(await runOnMinion(target, 'sys.list_functions', ['test.pin*'])).toEqual(['test.ping']);
    expect(await runOnMinion(target, 'sys.list_functions', [target.unique('module')])).toEqual([]);
  },
);

requirement(
  'cherrypy.sys-module.list-modules',
  {
    level: 'should',
    text: 'sys.list_modules answers the sorted names of all modules, or of those that a glob matches.',
    source,
    needs,
  },
  async ({ target }) => {
    expectNames(await runOnMinion(target, 'sys.list_modules'), 'grains', 'sys', 'test');
    expect(await runOnMinion(target, 'sys.list_modules', ['grain*'])).toEqual(['grains']);
    expect(await runOnMinion(target, 'sys.list_modules', [target.unique('module')])).toEqual([]);
  },
);

requirement(
  'cherrypy.sys-module.argspec',
  {
    level: 'must',
    text: 'sys.argspec answers the names of the arguments of a function, their defaults, and whether it takes more; null stands for none.',
    source,
    needs,
  },
  async ({ target }) => {
    const argspec = (name: string): Promise<unknown> => runOnMinion(target, 'sys.argspec', [name]);
    const none = { args: null, defaults: null, varargs: null, kwargs: null };
    expect(await argspec('test.ping')).toEqual({ 'test.ping': none });
    expect(await argspec('test.echo')).toEqual({ 'test.echo': { ...none, args: ['text'] } });
    expect(await argspec('test.arg')).toEqual({
      'test.arg': { ...none, varargs: true, kwargs: true },
    });
    expect(await argspec('grains.append')).toEqual({
      'grains.append': {
        ...none,
        args: ['key', 'val', 'convert', 'delimiter'],
        defaults: [false, ':'],
      },
    });
    expect(await argspec(target.unique('module'))).toEqual({});
  },
);

requirement(
  'cherrypy.sys-module.argspec-of-module',
  {
    level: 'should',
    text: 'sys.argspec of a module answers the arguments of each of its functions.',
    source,
    needs,
  },
  async ({ target }) => {
    const specs = await runOnMinion(target, 'sys.argspec', ['mine']);
    expect(specs).toMatchObject({ 'mine.get': { args: expect.any(Array) as unknown } });
    expect(keysOf(specs).filter((name) => !name.startsWith('mine.'))).toEqual([]);
  },
);

requirement(
  'cherrypy.sys-module.doc',
  {
    level: 'must',
    text: 'sys.doc answers the documentation of the named functions, or of all of a module, by full name.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
  },
  async ({ target }) => {
    const text = expect.any(String) as unknown;
    const names = ['test.ping', 'test.echo'];
    expect(await runOnMinion(target, 'sys.doc', names)).toEqual({
      'test.ping': text,
      'test.echo': text,
    });
    const ofModule = await runOnMinion(target, 'sys.doc', ['test']);
    expect(ofModule).toMatchObject({ 'test.ping': text });
    expect(keysOf(ofModule).filter((name) => !name.startsWith('test.'))).toEqual([]);
    expect(await runOnMinion(target, 'sys.doc', [target.unique('module')])).toEqual({});
  },
);

requirement(
  'cherrypy.sys-module.runners',
  {
    level: 'should',
    text: 'sys.list_runners and sys.list_runner_functions answer the names of runners and of their functions, sorted; sys.runner_argspec and runner_doc tell of them as of functions.',
    source,
    needs,
  },
  async ({ target }) => {
    expectNames(await runOnMinion(target, 'sys.list_runners'), 'jobs', 'manage');
    const ofJobs = await runOnMinion(target, 'sys.list_runner_functions', ['jobs']);
    expectNames(ofJobs, 'jobs.active', 'jobs.list_jobs');
    expect((ofJobs as string[]).filter((name) => !name.startsWith('jobs.'))).toEqual([]);
    expect(await runOnMinion(target, 'sys.runner_argspec', ['jobs.active'])).toEqual({
      'jobs.active': { args: ['display_progress'], defaults: [false], varargs: null, kwargs: null },
    });
    expect(await runOnMinion(target, 'sys.runner_doc', ['test.arg'])).toEqual({
      'test.arg': expect.any(String) as unknown,
    });
  },
);

requirement(
  'cherrypy.sys-module.reload',
  { level: 'should', text: 'sys.reload_modules answers null.', source, needs },
  async ({ target }) => {
    expect(await runOnMinion(target, 'sys.reload_modules')).toBe(null);
  },
);

requirement(
  'cherrypy.sys-module.patterns',
  {
    level: 'may',
    text: 'Names of modules are found by a glob on their functions, documentation by a module with or without its dot, and arguments of no module at all where none is named.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'sys.list_modules', ['test.pin*'])).toEqual(['test']);
    const ofModule = await runOnMinion(target, 'sys.doc', ['test']);
    expect(keysOf(await runOnMinion(target, 'sys.doc', ['test.']))).toEqual(keysOf(ofModule));
    expect(keysOf(await runOnMinion(target, 'sys.doc', ['test.pin*']))).toEqual(['test.ping']);
    expect(await runOnMinion(target, 'sys.argspec')).toEqual({});
  },
);
