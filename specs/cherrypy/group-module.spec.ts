import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.groupadd', observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.group-module.info',
  {
    level: 'must',
    text: 'group.info answers name, passwd, gid and members of a group, an empty object of one that is not there.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'group.info', ['root'])).toEqual({
      name: 'root',
      passwd: expect.any(String) as unknown,
      gid: 0,
      members: expect.any(Array) as unknown,
    });
    expect(await runOnMinion(target, 'group.info', [target.unique('group')])).toEqual({});
  },
);

requirement(
  'cherrypy.group-module.getent',
  {
    level: 'should',
    text: 'group.getent answers a list of all groups, each as group.info does.',
    source,
    needs,
  },
  async ({ target }) => {
    const all = (await runOnMinion(target, 'group.getent')) as unknown[];
    expect(all).toContainEqual(await runOnMinion(target, 'group.info', ['root']));
    for (const group of all)
      expect(Object.keys(group as object)).toEqual(['name', 'passwd', 'gid', 'members']);
  },
);

requirement(
  'cherrypy.group-module.unknown',
  {
    level: 'should',
    text: 'A group that is not there cannot be given another number, and nobody is in it.',
    source: { observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const group = target.unique('group');
    expect(await runOnMinion(target, 'group.chgid', [group, 4242])).toBe(false);
    expect(await runOnMinion(target, 'group.deluser', [group, 'root'])).toBe(true);
    expect(await runOnMinion(target, 'file.group_to_gid', [group])).toBe('');
  },
);
