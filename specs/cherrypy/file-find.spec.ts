import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { named, withDirectory } from './own-directory.ts';

const source = { documented: 'salt.modules.file', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.file-find.conditions',
  {
    level: 'must',
    text: 'file.find answers sorted paths of all that is below a path and meets the conditions: name, type, size, depth.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      await ask('file.mkdir', `${directory}/b`);
      await ask('file.write', `${directory}/b/one.txt`, 'hello');
      await ask('file.touch', `${directory}/a.txt`);
      const find = (conditions: Record<string, unknown>) =>
        ask('file.find', directory, named(conditions));
      const below = (...paths: string[]) => paths.map((path) => `${directory}/${path}`);
      expect(await find({ name: '*.txt' })).toEqual(below('a.txt', 'b/one.txt'));
      expect(await find({ type: 'd' })).toEqual([directory, ...below('b')]);
      expect(await find({ type: 'f', size: '+1b' })).toEqual(below('b/one.txt'));
      expect(await find({ mindepth: 1, maxdepth: 1 })).toEqual(below('a.txt', 'b'));
      expect(await find({ grep: 'hel+o' })).toEqual(below('b/one.txt'));
    }),
);

requirement(
  'cherrypy.file-find.print',
  {
    level: 'should',
    text: 'file.find with print answers what is asked for of each file, a list of it where it is several things; with delete it takes them away.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.write', path, 'abc');
      const find = (conditions: Record<string, unknown>) =>
        ask('file.find', directory, named({ type: 'f', ...conditions }));
      expect(await find({ print: 'name' })).toEqual(['file']);
      expect(await find({ print: 'name,size,type' })).toEqual([['file', 4, 'f']]);
      expect(await find({ delete: 'f' })).toEqual([path]);
      expect(await find({ print: 'name' })).toEqual([]);
    }),
);

requirement(
  'cherrypy.file-find.refused',
  {
    level: 'should',
    text: 'What file.find cannot make sense of it answers as a text that begins with error.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const find = (conditions: Record<string, unknown>) =>
      target.local(target.minion, 'file.find', '/nonesuch', named(conditions));
    for (const [conditions, why] of [
      [{ color: 'red' }, 'invalid option "color"'],
      [{ name: '' }, 'missing value for "name" option'],
      [{ type: 'q' }, 'invalid file type "q"'],
      [{ size: 'x' }, 'invalid size: "x"'],
      [{ mtime: 'x' }, "invalid time interval: 'x'"],
      [{ regex: '(' }, 'invalid regular expression: "("'],
    ] as const)
      expect(await find(conditions)).toEqual({ [target.minion]: `error: ${why}` });
  },
);
