import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { withDirectory } from './own-directory.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.file', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.file-paths.exist',
  {
    level: 'must',
    text: 'file.file_exists is true of a file alone, file.directory_exists of a directory alone, file.path_exists_glob of whatever a glob matches.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.touch', path);
      expect(await ask('file.file_exists', path)).toBe(true);
      expect(await ask('file.file_exists', directory)).toBe(false);
      expect(await ask('file.directory_exists', directory)).toBe(true);
      expect(await ask('file.directory_exists', path)).toBe(false);
      expect(await ask('file.path_exists_glob', `${directory}/f*`)).toBe(true);
      expect(await ask('file.path_exists_glob', `${directory}/g*`)).toBe(false);
    }),
);

requirement(
  'cherrypy.file-paths.access',
  {
    level: 'should',
    text: 'file.access answers whether a path is there, and whether it can be read and executed; other modes and relative paths are refused.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.touch', path);
      expect(await ask('file.access', path, 'r')).toBe(true);
      expect(await ask('file.access', path, 'x')).toBe(false);
      expect(await ask('file.access', `${path}s`, 'f')).toBe(false);
      const refused = "ERROR executing 'file.access': ";
      expect(await ask('file.access', path, 'q')).toBe(`${refused}Invalid mode specified.`);
      expect(await ask('file.access', 'file', 'f')).toBe(
        `${refused}Path to link must be absolute.`,
      );
    }),
);

requirement(
  'cherrypy.file-paths.stats',
  {
    level: 'must',
    text: 'file.stats answers inode, owner, times, size, mode, type and target of a path; get_mode, get_user and get_group one of them.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.write', path, 'abc');
      expect(await ask('file.set_mode', path, '0640')).toBe('0640');
      const number = expect.any(Number) as unknown;
      const stats = (await ask('file.stats', path)) as Record<string, unknown>;
      expect(stats).toEqual({
        inode: number,
        uid: number,
        gid: number,
        group: expect.any(String) as unknown,
        user: expect.any(String) as unknown,
        atime: number,
        mtime: number,
        ctime: number,
        size: 4,
        mode: '0640',
        type: 'file',
        target: path,
      });
      expect(await ask('file.get_mode', path)).toBe('0640');
      expect(await ask('file.get_user', path)).toBe(stats['user']);
      expect(await ask('file.get_group', path)).toBe(stats['group']);
    }),
);

requirement(
  'cherrypy.file-paths.stats-missing',
  {
    level: 'should',
    text: 'file.stats and its parts fail for a path that is not there; file.lstat answers an empty object.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/nonesuch`;
      expect(await ask('file.stats', path)).toBe(`ERROR: Path not found: ${path}`);
      expect(await ask('file.get_mode', path)).toBe(`ERROR: Path not found: ${path}`);
      expect(await ask('file.lstat', path)).toEqual({});
    }),
);

requirement(
  'cherrypy.file-paths.mode',
  {
    level: 'should',
    text: 'file.set_mode takes a mode as a text or as a number of the same digits, answers the new one, and says what is none.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.touch', path);
      expect(await ask('file.set_mode', path, 755)).toBe('0755');
      expect(await ask('file.set_mode', path, '0600')).toBe('0600');
      expect(await ask('file.set_mode', path, 'u+x')).toBe('Invalid Mode u+x');
      expect(await ask('file.set_mode', `${path}s`, '600')).toBe(`ERROR: ${path}s: File not found`);
    }),
);

requirement(
  'cherrypy.file-paths.chown-refused',
  {
    level: 'should',
    text: 'file.chown answers a line for each of user and group that is not there, and whether the file is not.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.touch', path);
      const nobody = target.unique('nobody');
      expect(await ask('file.chown', path, nobody, nobody)).toBe(
        'User does not exist\nGroup does not exist\n',
      );
      expect(await ask('file.chown', `${path}s`, 'root', 0)).toBe('File not found');
      expect(await ask('file.user_to_uid', nobody)).toBe('');
      expect(await ask('file.uid_to_user', 0)).toBe('root');
    }),
);

requirement(
  'cherrypy.file-paths.texts',
  {
    level: 'should',
    text: 'file.dirname, basename, join and normpath go by the text of a path, as Python’s os.path does.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const [fun, arg, answer] of [
      ['dirname', ['/a/b'], '/a'],
      ['basename', ['/a/b'], 'b'],
      ['basename', ['/a/'], ''],
      ['join', ['a', 'b/', 'c'], 'a/b/c'],
      ['join', ['a', '/b'], '/b'],
      ['normpath', ['/a/../b/./c//d'], '/b/c/d'],
    ] as const)
      expect(await runOnMinion(target, `file.${fun}`, arg)).toBe(answer);
    expect(await runOnMinion(target, 'file.basename', [5])).toMatch(
      /^Passed invalid arguments to file\.basename: expected str, bytes or os\.PathLike object, not int\n/,
    );
  },
);
