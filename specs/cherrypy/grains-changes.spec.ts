import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { eventually } from '../target/eventually.ts';
import { keysOf } from '../target/return-of.ts';
import { settled, withGrain } from './own-grain.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.grains', observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;
const FORCE = { __kwarg__: true, force: true };

requirement(
  'cherrypy.grains-changes.targeting',
  {
    level: 'must',
    text: 'A minion whose grain was set is found by that grain as a target, and no longer once it is taken away.',
    source,
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    const value = target.unique('value');
    let chunk = {};
    const found = async (): Promise<string[]> => keysOf(await target.authed.run(chunk));
    await withGrain(target, value, async (name) => {
      chunk = { client: 'local', tgt: `${name}:${value}`, tgt_type: 'grain', fun: 'test.ping' };
      expect(await eventually(found, (ids) => ids.length > 0)).toEqual([minion]);
    });
    expect(await eventually(found, (ids) => ids.length === 0)).toEqual([]);
  },
);

requirement(
  'cherrypy.grains-changes.setvals',
  {
    level: 'must',
    text: 'grains.setvals sets several grains and answers them; grains.setval does so for one.',
    source: client,
    needs,
  },
  ({ target }) =>
    withGrain(target, 'one', (first) =>
      withGrain(target, 'two', async (second) => {
        const values = { [first]: [1, 'x'], [second]: { a: { b: null } } };
        expect(await runOnMinion(target, 'grains.setvals', [values])).toEqual(values);
        expect(await settled(target, second, values[second])).toEqual(values[second]);
        expect(await runOnMinion(target, 'grains.get', [first])).toEqual(values[first]);
      }),
    ),
);

requirement(
  'cherrypy.grains-changes.setvals-no-dict',
  {
    level: 'should',
    text: 'grains.setvals of what is no object fails with a SaltException.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const failure = await runOnMinion(target, 'grains.setvals', ['x']);
    expect(failure).toMatch(/^The minion function caused an exception: Traceback /);
    expect(failure).toContain(
      '\nsalt.exceptions.SaltException: setvals grains must be a dictionary.\n',
    );
  },
);

requirement(
  'cherrypy.grains-changes.set',
  {
    level: 'must',
    text: 'grains.set answers comment, changes and result; what is set already it does not set again.',
    source,
    needs,
  },
  ({ target }) =>
    withGrain(target, 'a', async (name) => {
      const set = (...arg: unknown[]) => runOnMinion(target, 'grains.set', [name, ...arg]);
      expect(await set('a')).toEqual({
        comment: 'Grain is already set',
        changes: {},
        result: true,
      });
      expect(await set('b')).toEqual({ comment: '', changes: { [name]: 'b' }, result: true });
      expect(await settled(target, name, 'b')).toBe('b');
    }),
);

requirement(
  'cherrypy.grains-changes.set-complex',
  {
    level: 'should',
    text: 'grains.set puts a list or an object in the place of another value, or another value in the place of these, only with force.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withGrain(target, 'a', async (name) => {
      const set = (...arg: unknown[]) => runOnMinion(target, 'grains.set', [name, ...arg]);
      const refused = (why: string) => ({
        comment: `The key '${name}' exists ${why}. Use 'force=True' to overwrite.`,
        changes: {},
        result: false,
      });
      expect(await set(['b'])).toEqual(refused('and the given value is a dict or a list'));
      const changes = { [name]: ['b'] };
      expect(await set(['b'], FORCE)).toEqual({ comment: '', changes, result: true });
      await settled(target, name, ['b']);
      expect(await set('c')).toEqual(refused('but is a dict or a list'));
    }),
);

requirement(
  'cherrypy.grains-changes.set-below',
  {
    level: 'should',
    text: 'grains.set of a path of keys changes what is below a grain and answers the whole grain.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withGrain(target, { a: 1, b: 2 }, async (name) => {
      expect(await runOnMinion(target, 'grains.set', [`${name}:a`, 3])).toEqual({
        comment: '',
        changes: { [name]: { a: 3, b: 2 } },
        result: true,
      });
      expect(await settled(target, name, { a: 3, b: 2 })).toEqual({ a: 3, b: 2 });
    }),
);

requirement(
  'cherrypy.grains-changes.delval',
  {
    level: 'must',
    text: 'grains.delval sets a grain to null, with destructive takes it away; grains.delkey does the latter.',
    source: client,
    needs,
  },
  ({ target }) =>
    withGrain(target, 'a', async (name) => {
      const gone = { comment: '', changes: { [name]: null }, result: true };
      expect(await runOnMinion(target, 'grains.delval', [name])).toEqual(gone);
      expect(await settled(target, name, null)).toBe(null);
      expect(await runOnMinion(target, 'grains.delkey', [name])).toEqual(gone);
      expect(await settled(target, name, '')).toBe('');
      expect(await runOnMinion(target, 'grains.ls')).not.toContain(name);
    }),
);

requirement(
  'cherrypy.grains-changes.delkey-nothing',
  {
    level: 'should',
    text: 'grains.delkey of a grain that is not there succeeds and says that it changed it.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('saltproof');
    const gone = { comment: '', changes: { [name]: null }, result: true };
    expect(await runOnMinion(target, 'grains.delkey', [name])).toEqual(gone);
  },
);

requirement(
  'cherrypy.grains-changes.filter-by',
  {
    level: 'should',
    text: 'grains.filter_by answers the value whose key the named grain matches, else that of the default, else null.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const filter = (...arg: unknown[]) => runOnMinion(target, 'grains.filter_by', arg);
    const byId = { __kwarg__: true, grain: 'id' };
    expect(await filter({ [target.minion]: { a: 1 }, default: 2 }, byId)).toEqual({ a: 1 });
    const nobody = target.unique('nobody');
    expect(await filter({ [nobody]: 1, default: { b: 2 } }, byId)).toEqual({ b: 2 });
    expect(await filter({ [nobody]: 1 })).toBe(null);
  },
);

requirement(
  'cherrypy.grains-changes.sanitized',
  {
    level: 'should',
    text: 'grains.items with sanitize hides which machine it is.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const sanitize = { __kwarg__: true, sanitize: true };
    const items = await runOnMinion(target, 'grains.items', [sanitize]);
    expect(items).toMatchObject({ id: 'MINION.DOMAINNAME' });
  },
);
