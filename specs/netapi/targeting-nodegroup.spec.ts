import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { EVERY_LINE } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { targetedBy } from './targeted-by.ts';

const source = { documented: 'Salt, Node groups', observed: EVERY_LINE };
const needs = ['wheel'] as const;

/**
 * The nodegroups of the master's configuration that name somebody, with what they are made of.
 *
 * @throws NotVerified where there are none
 */
async function nodegroups(target: Target): Promise<[group: string, definition: string][]> {
  const config = await target.authed.wheel('config.values');
  const groups: [string, string][] = [];
  const defined = field(config, 'nodegroups');
  for (const group of keysOf(defined)) {
    const words = [field(defined, group)].flat().join(' ');
    if ((await targetedBy(target, group, 'nodegroup')).length > 0) groups.push([group, words]);
  }
  if (groups.length > 0) return groups;
  throw new NotVerified('needs a master with nodegroups that name minions');
}

/** What a nodegroup without nodegroups in it and with some operator or engine is, as a compound target. */
const isExpression = (definition: string): boolean =>
  /\b[GPIJSE]@/.test(definition) && !definition.includes('N@');

everyModule(
  'targeting-nodegroup.named',
  {
    level: 'must',
    text: 'A nodegroup names the minions that its definition names, by its own type and as N@ in a compound target.',
    source,
    needs,
    except: { tornado: NOT_OF_TORNADO.wheel },
  },
  async ({ target }) => {
    const [group, definition] =
      (await nodegroups(target)).find(([, text]) => isExpression(text)) ?? [];
    if (group === undefined) throw new NotVerified('needs a nodegroup that is a compound target');
    const named = await targetedBy(target, definition, 'compound');
    expect(named).not.toEqual([]);
    expect(await targetedBy(target, group, 'nodegroup')).toEqual(named);
    expect(await targetedBy(target, `N@${group}`, 'compound')).toEqual(named);
    expect(await targetedBy(target, `( N@${group} ) and not *`, 'compound')).toEqual([]);
  },
);

everyModule(
  'targeting-nodegroup.nested',
  {
    level: 'must',
    text: 'A nodegroup in the definition of a nodegroup stands for its own definition in brackets.',
    source,
    needs,
    except: { tornado: NOT_OF_TORNADO.wheel },
  },
  async ({ target }) => {
    const groups = await nodegroups(target);
    const [outer, definition = ''] =
      groups.find(
        ([, text]) => /(^|\s)N@/.test(text) && groups.some(([name]) => text.includes(`N@${name}`)),
      ) ?? [];
    if (outer === undefined) throw new NotVerified('needs a nodegroup with a nodegroup in it');
    expect(await targetedBy(target, outer, 'nodegroup')).toEqual(
      await targetedBy(target, definition, 'compound'),
    );
  },
);

everyModule(
  'targeting-nodegroup.shown-as-compound',
  {
    level: 'should',
    text: 'The job of a nodegroup shows a compound target with the definition spelled out, not the name.',
    source: { observed: EVERY_LINE },
    needs,
    except: { tornado: NOT_OF_TORNADO.wheel },
  },
  async ({ target }) => {
    const { up } = target.fleet;
    for (const [group] of await nodegroups(target)) {
      const named = await targetedBy(target, group, 'nodegroup');
      if (!named.every((id) => up.includes(id))) continue;
      const chunk = { client: 'local', tgt: group, tgt_type: 'nodegroup', fun: 'test.kwarg' };
      const kwargs = field((await target.lowstate(chunk)).json(), 'return', 0, named[0] ?? '');
      expect(field(kwargs, '__pub_tgt_type')).toBe('compound');
      const shown = field(kwargs, '__pub_tgt');
      expect(shown).not.toMatch(/N@/);
      expect(await targetedBy(target, shown, 'compound')).toEqual(named);
      return;
    }
    throw new NotVerified('needs a nodegroup whose minions all answer');
  },
);
