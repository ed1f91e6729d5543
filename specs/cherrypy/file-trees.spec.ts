import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { named, traceback, withDirectory } from './own-directory.ts';

const source = { documented: 'salt.modules.file', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.file-trees.directories',
  {
    level: 'must',
    text: 'file.mkdir makes a directory with those above it, file.makedirs the one that a path is in; one that is there already is told or passed over.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const inner = `${directory}/a/b`;
      expect(await ask('file.mkdir', inner, named({ mode: '750' }))).toBe(true);
      expect(await ask('file.mkdir', inner)).toBe(true);
      expect(await ask('file.get_mode', inner)).toBe('0750');
      expect(await ask('file.makedirs', `${inner}/c/file`)).toBe(null);
      expect(await ask('file.makedirs', `${inner}/c/file`)).toBe(
        `Directory '${inner}/c' already exists`,
      );
      expect(await ask('file.readdir', inner)).toEqual(['.', '..', 'c']);
    }),
);

requirement(
  'cherrypy.file-trees.directories-refused',
  {
    level: 'should',
    text: 'Where a file stands no directory is made: a FileExistsError.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.touch', path);
      expect(await ask('file.mkdir', path)).toMatch(
        traceback(`FileExistsError: [Errno 17] File exists: '${path}'`),
      );
      expect(await ask('file.makedirs', `${path}/x`)).toBe(
        `The path '${path}' already exists and is not a directory`,
      );
      expect(await ask('file.readdir', path)).toBe(
        `ERROR executing 'file.readdir': A valid directory was not specified: ${path}`,
      );
    }),
);

requirement(
  'cherrypy.file-trees.remove',
  {
    level: 'must',
    text: 'file.remove takes a file or a directory with all in it away and answers true, false where there is none; file.rmdir only an empty directory.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      await ask('file.mkdir', `${directory}/a/b`);
      expect(await ask('file.rmdir', `${directory}/a`)).toBe(false);
      expect(await ask('file.rmdir', `${directory}/a/b`)).toBe(true);
      await ask('file.touch', `${directory}/a/file`);
      expect(await ask('file.remove', `${directory}/a`)).toBe(true);
      expect(await ask('file.remove', `${directory}/a`)).toBe(false);
      expect(await ask('file.remove', 'a')).toBe(
        "ERROR executing 'file.remove': File path must be absolute: a",
      );
    }),
);

requirement(
  'cherrypy.file-trees.copy',
  {
    level: 'must',
    text: 'file.copy copies a file with its mode, a directory only with recurse; file.rename gives a file another path, and tells what is not there.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const [path, copy] = [`${directory}/file`, `${directory}/copy`];
      await ask('file.write', path, 'abc');
      await ask('file.set_mode', path, '0640');
      expect(await ask('file.copy', path, copy)).toBe(true);
      expect(await ask('file.read', copy)).toBe('abc\n');
      expect(await ask('file.get_mode', copy)).toBe('0640');
      expect(await ask('file.copy', directory, `${directory}/x`)).toBe(
        "ERROR executing 'file.copy': Cannot copy overwriting a directory without recurse flag set to true!",
      );
      expect(await ask('file.rename', copy, `${directory}/moved`)).toBe(true);
      expect(await ask('file.rename', copy, path)).toBe(
        `ERROR: Could not rename '${copy}' to '${path}'`,
      );
    }),
);

requirement(
  'cherrypy.file-trees.links',
  {
    level: 'must',
    text: 'file.symlink makes a link, which file.is_link and file.readlink tell of; another one takes its place only with force.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const [path, link] = [`${directory}/file`, `${directory}/link`];
      expect(await ask('file.symlink', path, link)).toBe(true);
      expect(await ask('file.symlink', path, link)).toBe(true);
      expect(await ask('file.is_link', link)).toBe(true);
      expect(await ask('file.readlink', link)).toBe(path);
      const other = `${directory}/other`;
      expect(await ask('file.symlink', other, link)).toBe(`ERROR: Found existing symlink: ${link}`);
      expect(await ask('file.symlink', other, link, named({ force: true }))).toBe(true);
      expect(await ask('file.readlink', link)).toBe(other);
      await ask('file.touch', path);
      expect(await ask('file.readlink', path)).toBe(
        `ERROR executing 'file.readlink': A valid link was not specified: ${path}`,
      );
    }),
);
