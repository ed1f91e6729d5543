import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { named, traceback, withDirectory } from './own-directory.ts';

const source = { documented: 'salt.modules.file', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.file-content.write',
  {
    level: 'must',
    text: 'file.write puts each argument as a line into a file, in the place of what was there, and answers how many; file.read answers the content.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      expect(await ask('file.write', path, 'old')).toBe(`Wrote 1 lines to "${path}"`);
      expect(await ask('file.write', path, 'one', 'zwölf')).toBe(`Wrote 2 lines to "${path}"`);
      expect(await ask('file.read', path)).toBe('one\nzwölf\n');
    }),
);

requirement(
  'cherrypy.file-content.write-values',
  {
    level: 'should',
    text: 'file.write writes what is no text as Python does, and takes its lines also as a list by the name args.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.write', path, 3, true, null, { a: [1, 'x'] });
      expect(await ask('file.read', path)).toBe("3\nTrue\nNone\n{'a': [1, 'x']}\n");
      const answer = await ask('file.write', path, named({ args: ['a', 'b'] }));
      expect(answer).toBe(`Wrote 2 lines to "${path}"`);
      expect(await ask('file.read', path)).toBe('a\nb\n');
    }),
);

requirement(
  'cherrypy.file-content.append',
  {
    level: 'must',
    text: 'file.append adds lines to the end of a file, after ending its last line, and file.prepend before its first.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.write', path, 'two');
      expect(await ask('file.truncate', path, 3)).toBe(null);
      expect(await ask('file.append', path, 'three')).toBe(`Wrote 1 lines to "${path}"`);
      expect(await ask('file.prepend', path, 'one')).toBe(`Prepended 1 lines to "${path}"`);
      expect(await ask('file.read', path)).toBe('one\ntwo\nthree\n');
    }),
);

requirement(
  'cherrypy.file-content.missing',
  {
    level: 'should',
    text: 'Of a file that is not there file.read, append and get_hash fail with a FileNotFoundError that names it.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/nonesuch`;
      const failure = traceback(
        `FileNotFoundError: [Errno 2] No such file or directory: '${path}'`,
      );
      expect(await ask('file.read', path)).toMatch(failure);
      expect(await ask('file.append', path, 'x')).toMatch(failure);
      expect(await ask('file.get_hash', path)).toMatch(failure);
    }),
);

requirement(
  'cherrypy.file-content.directory',
  {
    level: 'should',
    text: 'A directory cannot be read, written or hashed: an IsADirectoryError.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const failure = traceback(`IsADirectoryError: [Errno 21] Is a directory: '${directory}'`);
      expect(await ask('file.read', directory)).toMatch(failure);
      expect(await ask('file.write', directory, 'x')).toMatch(failure);
      expect(await ask('file.get_hash', directory)).toMatch(failure);
    }),
);

requirement(
  'cherrypy.file-content.touch',
  {
    level: 'must',
    text: 'file.touch makes an empty file, and sets its times where they are given.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      expect(await ask('file.touch', path)).toBe(true);
      expect(await ask('file.read', path)).toBe('');
      expect(await ask('file.touch', path, 100, 200)).toBe(true);
      expect(await ask('file.lstat', path)).toMatchObject({ st_atime: 100, st_mtime: 200 });
    }),
);

requirement(
  'cherrypy.file-content.touch-refused',
  {
    level: 'should',
    text: 'file.touch tells in few words where there is no directory for a file, and what is no time.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      expect(await ask('file.touch', `${directory}/no/file`)).toBe(
        'ERROR: No such file or directory',
      );
      expect(await ask('file.touch', `${directory}/file`, 'soon')).toBe(
        "ERROR executing 'file.touch': atime and mtime must be integers",
      );
    }),
);

requirement(
  'cherrypy.file-content.hash',
  {
    level: 'must',
    text: 'file.get_hash answers the SHA-256 of a file or the hash that is named; file.check_hash compares, by the name in front or by the length.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.write', path, 'abc');
      const [md5, sha256] = ['md5', 'sha256'].map((name) =>
        createHash(name).update('abc\n').digest('hex'),
      );
      expect(await ask('file.get_hash', path)).toBe(sha256);
      expect(await ask('file.get_hash', path, 'md5')).toBe(md5);
      expect(await ask('file.check_hash', path, `md5:${md5}`)).toBe(true);
      expect(await ask('file.check_hash', path, sha256)).toBe(true);
      expect(await ask('file.check_hash', path, `sha256:${md5}`)).toBe(false);
    }),
);

requirement(
  'cherrypy.file-content.hash-unknown',
  {
    level: 'should',
    text: 'Hashes that are not supported are refused; file.get_sum says of what is no file that it is not found.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.touch', path);
      expect(await ask('file.get_hash', path, 'sha0')).toMatch(
        traceback('ValueError: Invalid hash type: sha0'),
      );
      expect(await ask('file.check_hash', path, 'abc')).toBe(
        "ERROR executing 'file.check_hash': Hash abc (length: 3) could not be matched to a supported hash type. The supported hash types and lengths are: md5 (32), sha1 (40), sha224 (56), sha256 (64), sha384 (96), sha512 (128)",
      );
      expect(await ask('file.get_sum', directory)).toBe('File not found');
    }),
);

requirement(
  'cherrypy.file-content.part',
  {
    level: 'should',
    text: 'file.seek_read answers a part of a file, and file.truncate cuts it to a length.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.write', path, 'abcdef');
      expect(await ask('file.seek_read', path, 3, 2)).toBe('cde');
      expect(await ask('file.truncate', path, 2)).toBe(null);
      expect(await ask('file.read', path)).toBe('ab');
    }),
);
