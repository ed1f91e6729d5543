import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { named, traceback, withDirectory, type Ask } from './own-directory.ts';

const source = { documented: 'salt.modules.file', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

/** Runs a trial with a file of these lines. */
function withLines(
  target: Target,
  lines: readonly string[],
  trial: (path: string, ask: Ask) => Promise<void>,
): Promise<void> {
  return withDirectory(target, async (directory, ask) => {
    const path = `${directory}/file`;
    await ask('file.write', path, ...lines);
    await trial(path, ask);
  });
}

requirement(
  'cherrypy.file-search.contains',
  {
    level: 'must',
    text: 'file.contains looks for a text, contains_regex for a line that a pattern finds, contains_glob for a glob of the whole; in no file nothing is found.',
    source,
    needs,
  },
  ({ target }) =>
    withLines(target, ['alpha = 1', '  beta = 2'], async (path, ask) => {
      expect(await ask('file.contains', path, ' beta ')).toBe(true);
      expect(await ask('file.contains', path, 'gamma')).toBe(false);
      expect(await ask('file.contains_regex', path, '^beta')).toBe(false);
      expect(await ask('file.contains_regex', path, '^beta', named({ lchar: ' ' }))).toBe(true);
      expect(await ask('file.contains_glob', path, '*beta*')).toBe(true);
      expect(await ask('file.contains_glob', path, 'beta*')).toBe(false);
      expect(await ask('file.contains', `${path}s`, 'alpha')).toBe(false);
    }),
);

requirement(
  'cherrypy.file-search.search',
  {
    level: 'must',
    text: 'file.search answers whether a pattern finds anything, line by line unless flags say otherwise; of a file that is not there it fails.',
    source,
    needs,
  },
  ({ target }) =>
    withLines(target, ['alpha', 'beta'], async (path, ask) => {
      expect(await ask('file.search', path, '^beta$')).toBe(true);
      expect(await ask('file.search', path, '^beta$', named({ flags: 0 }))).toBe(false);
      expect(await ask('file.search', path, 'BETA', named({ flags: ['IGNORECASE'] }))).toBe(true);
      expect(await ask('file.search', `${path}s`, 'x')).toBe(
        `ERROR executing 'file.search': File not found: ${path}s`,
      );
    }),
);

requirement(
  'cherrypy.file-search.bad-pattern',
  {
    level: 'should',
    text: 'A pattern that Python does not compile fails with a re.error that says where.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withLines(target, ['alpha'], async (path, ask) => {
      expect(await ask('file.search', path, '(')).toMatch(
        traceback('re.error: missing ), unterminated subpattern at position 0'),
      );
      expect(await ask('file.search', path, 'a[')).toMatch(
        traceback('re.error: unterminated character set at position 1'),
      );
      expect(await ask('file.search', path, 'a', named({ flags: 'LOUD' }))).toBe(
        'ERROR: Invalid re flag given: LOUD',
      );
    }),
);

requirement(
  'cherrypy.file-search.replace',
  {
    level: 'must',
    text: 'file.replace replaces what a pattern finds, answers the difference as a unified diff, an empty text where there is none, and keeps the file as it was with .bak behind its name.',
    source,
    needs,
  },
  ({ target }) =>
    withLines(target, ['alpha = 1', 'beta = 2'], async (path, ask) => {
      expect(await ask('file.replace', path, '(\\w+) = (\\d)', '\\2: \\1')).toBe(
        '--- \n+++ \n@@ -1,2 +1,2 @@\n-alpha = 1\n-beta = 2\n+1: alpha\n+2: beta\n',
      );
      expect(await ask('file.read', path)).toBe('1: alpha\n2: beta\n');
      expect(await ask('file.read', `${path}.bak`)).toBe('alpha = 1\nbeta = 2\n');
      expect(await ask('file.replace', path, 'gamma', 'x')).toBe('');
    }),
);

requirement(
  'cherrypy.file-search.replace-options',
  {
    level: 'should',
    text: 'file.replace replaces so many places as count says, adds a line with append_if_not_found, and changes nothing with dry_run.',
    source,
    needs,
  },
  ({ target }) =>
    withLines(target, ['a', 'x', 'a'], async (path, ask) => {
      const replace = (pattern: string, options: Record<string, unknown>) =>
        ask('file.replace', path, pattern, 'b', named({ backup: false, ...options }));
      expect(await replace('a', { dry_run: true, show_changes: false })).toBe(true);
      expect(await replace('a', { count: 1 })).toBe(
        '--- \n+++ \n@@ -1,3 +1,3 @@\n-a\n+b\n x\n a\n',
      );
      const added = { append_if_not_found: true, not_found_content: 'c' };
      expect(await replace('z', added)).toBe('--- \n+++ \n@@ -1,3 +1,4 @@\n b\n x\n a\n+c\n');
      expect(await replace('z', added)).toBe('');
      expect(await ask('file.read', path)).toBe('b\nx\na\nc\n');
    }),
);

requirement(
  'cherrypy.file-search.line',
  {
    level: 'should',
    text: 'file.line inserts a line after another, ensures one, replaces or deletes those that match, and answers the difference, false where there is none.',
    source,
    needs,
  },
  ({ target }) =>
    withLines(target, ['a = 1', 'b = 2'], async (path, ask) => {
      const line = (options: Record<string, unknown>) => ask('file.line', path, named(options));
      expect(await line({ mode: 'insert', content: 'aa = 1', after: '^a' })).toBe(
        '--- \n+++ \n@@ -1,2 +1,3 @@\n a = 1\n+aa = 1\n b = 2\n',
      );
      const ensured = { mode: 'ensure', content: 'c = 3', after: '^b' };
      expect(await line(ensured)).toMatch(/\n b = 2\n\+c = 3\n$/);
      expect(await line(ensured)).toBe(false);
      await line({ mode: 'replace', match: 'b = 2', content: 'b = 3' });
      await line({ mode: 'delete', match: '^aa' });
      expect(await ask('file.read', path)).toBe('a = 1\nb = 3\nc = 3\n');
    }),
);

requirement(
  'cherrypy.file-search.line-refused',
  {
    level: 'should',
    text: 'file.line says what it misses: a mode, a content, a place, or a file.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withLines(target, ['a', 'a'], async (path, ask) => {
      const line = (options: Record<string, unknown>) => ask('file.line', path, named(options));
      for (const [options, why] of [
        [{ content: 'x' }, 'Mode was not defined. How to process the file?'],
        [{ mode: 'bogus' }, 'Unknown mode: "bogus"'],
        [{ mode: 'insert' }, 'Content can only be empty if mode is "delete"'],
        [
          { mode: 'insert', content: 'x', after: 'a' },
          'Found more than expected occurrences in "after" expression',
        ],
      ] as const)
        expect(await line(options)).toBe(`ERROR: ${why}`);
      expect(await ask('file.line', `${path}s`, named({ mode: 'delete', match: 'a' }))).toBe(
        `ERROR: File "${path}s" does not exists or is not a file.`,
      );
    }),
);

requirement(
  'cherrypy.file-search.grep',
  {
    level: 'should',
    text: 'file.grep answers what the command grep writes, as cmd.run_all does; where nothing is found the code of both is 1.',
    source,
    needs,
  },
  ({ target }) =>
    withLines(target, ['alpha', 'beta', 'Alpha'], async (path, ask) => {
      const found = (await ask('file.grep', path, 'alpha', '-i', '-n')) as object;
      expect(found).toEqual({
        pid: expect.any(Number) as unknown,
        retcode: 0,
        stdout: '1:alpha\n3:Alpha',
        stderr: '',
      });
      expect(await ask('file.grep', path, 'gamma')).toMatchObject({ retcode: 1, stdout: '' });
    }),
);
