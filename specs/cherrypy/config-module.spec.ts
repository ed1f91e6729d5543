import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { NotVerified } from '../not-verified.ts';
import { keysOf } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { scalarIn } from '../netapi/scalar-in.ts';

const source = { documented: 'salt.modules.config', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.config-module.get-option',
  {
    level: 'must',
    text: 'config.get and config.option answer an option of the minion.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'config.get', ['id'])).toBe(target.minion);
    expect(await runOnMinion(target, 'config.option', ['id'])).toBe(target.minion);
  },
);

requirement(
  'cherrypy.config-module.default',
  {
    level: 'must',
    text: 'config.get, option and merge answer the default for what is nowhere, an empty text where none is given.',
    source,
    needs,
  },
  async ({ target }) => {
    const missing = target.unique('option');
    for (const fun of ['config.get', 'config.option', 'config.merge']) {
      expect(await runOnMinion(target, fun, [missing])).toBe('');
      expect(await runOnMinion(target, fun, [missing, 'x'])).toBe('x');
    }
  },
);

requirement(
  'cherrypy.config-module.get-grain',
  {
    level: 'should',
    text: 'config.get answers a grain where there is no such option, by a path of keys as well, unless omit_grains says otherwise; config.merge knows no grains.',
    source,
    needs,
  },
  async ({ target }) => {
    const place = scalarIn(await runOnMinion(target, 'grains.items'), 2);
    if (place === undefined) throw new NotVerified('needs a minion with a dict among its grains');
    const path = place.path.join(':');
    expect(String(await runOnMinion(target, 'config.get', [path]))).toBe(place.value);
    const omit = { __kwarg__: true, omit_grains: true, omit_pillar: true };
    expect(await runOnMinion(target, 'config.get', [path, omit])).toBe('');
    const [top = ''] = place.path;
    expect(keysOf(await runOnMinion(target, 'config.option', [top]))).not.toEqual([]);
    expect(await runOnMinion(target, 'config.merge', [top])).toBe('');
  },
);

requirement(
  'cherrypy.config-module.delimiter',
  {
    level: 'should',
    text: 'config.get takes another delimiter between the keys.',
    source,
    needs,
  },
  async ({ target }) => {
    const place = scalarIn(await runOnMinion(target, 'grains.items'), 2);
    if (place === undefined) throw new NotVerified('needs a minion with a dict among its grains');
    const arg = [place.path.join('|'), { __kwarg__: true, delimiter: '|' }];
    expect(String(await runOnMinion(target, 'config.get', arg))).toBe(place.value);
  },
);

requirement(
  'cherrypy.config-module.wildcard',
  {
    level: 'should',
    text: 'config.option with a wildcard answers an object of all that the glob matches, an empty one where nothing does.',
    source,
    needs,
  },
  async ({ target }) => {
    const wildcard = { __kwarg__: true, wildcard: true };
    expect(await runOnMinion(target, 'config.option', ['mine_*', wildcard])).toMatchObject({
      mine_interval: expect.any(Number),
    });
    const nothing = target.unique('option');
    expect(await runOnMinion(target, 'config.option', [`${nothing}*`, wildcard])).toEqual({});
  },
);

requirement(
  'cherrypy.config-module.module-defaults',
  {
    level: 'should',
    text: 'config.option knows the defaults of modules, and no more than these where everything else is omitted.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const all = { __kwarg__: true, omit_all: true };
    expect(await runOnMinion(target, 'config.option', ['test.foo', all])).toBe('unconfigured');
    expect(await runOnMinion(target, 'config.option', ['id', all])).toBe('');
  },
);

requirement(
  'cherrypy.config-module.items',
  {
    level: 'should',
    text: 'config.items answers all options of the minion, its id among them.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'config.items')).toMatchObject({
      id: target.minion,
      file_client: expect.any(String),
    });
  },
);

requirement(
  'cherrypy.config-module.small-functions',
  {
    level: 'should',
    text: 'config.manage_mode writes a mode in four digits, valid_fileproto knows URIs of files, backup_mode answers the mode it is given.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'config.manage_mode', ['644'])).toBe('0644');
    expect(await runOnMinion(target, 'config.manage_mode', [420])).toBe('0420');
    expect(await runOnMinion(target, 'config.valid_fileproto', ['salt://a'])).toBe(true);
    expect(await runOnMinion(target, 'config.valid_fileproto', ['nonesuch://a'])).toBe(false);
    expect(await runOnMinion(target, 'config.backup_mode', ['minion'])).toBe('minion');
  },
);
