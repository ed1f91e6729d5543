import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { withDirectory } from './own-directory.ts';
import { resultOf, runStates } from './run-states.ts';

const source = { documented: 'salt.states.file', observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

/** What one `file` state comes to. */
async function state(
  target: Target,
  fun: string,
  name: string,
  kwarg: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> {
  const { test, ...rest } = kwarg;
  const given = Object.entries(rest).map(([key, value]) => ({ [key]: value }));
  const high = { managed: { file: [fun, { name }, ...given], __sls__: 'specs', __env__: 'base' } };
  const { states } = await runStates(target, 'state.high', [high], {
    ...(test === true && { test }),
  });
  const { result, comment, changes } = resultOf(states, 'managed');
  return { result, comment, changes };
}

requirement(
  'cherrypy.file-states.managed',
  {
    level: 'must',
    text: 'file.managed makes a file of its contents with a line end, says nothing changed when it is so, and tells the difference when it was not.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      const managed = (contents: string) => state(target, 'managed', path, { contents });
      expect(await managed('one')).toEqual({
        result: true,
        comment: `File ${path} updated`,
        changes: { diff: 'New file' },
      });
      expect(await ask('file.read', path)).toBe('one\n');
      expect(await managed('one')).toEqual({
        result: true,
        comment: `File ${path} is in the correct state`,
        changes: {},
      });
      expect(await managed('two')).toEqual({
        result: true,
        comment: `File ${path} updated`,
        changes: { diff: '--- \n+++ \n@@ -1 +1 @@\n-one\n+two\n' },
      });
    }),
);

requirement(
  'cherrypy.file-states.managed-mode',
  {
    level: 'should',
    text: 'file.managed sets the mode of a file, which is a change unless it is the one that new files are made with.',
    source: { observed: EVERY_LINE },
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      const managed = (mode: string) => state(target, 'managed', path, { contents: 'x', mode });
      expect(await managed('640')).toMatchObject({ changes: { diff: 'New file', mode: '0640' } });
      expect(await managed('0600')).toMatchObject({ changes: { mode: '0600' } });
      expect(await ask('file.get_mode', path)).toBe('0600');
    }),
);

requirement(
  'cherrypy.file-states.managed-test',
  {
    level: 'must',
    text: 'In a test run file.managed comes to null where it would change something, and changes nothing.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      const comment = `The file ${path} is set to be changed\nNote: No changes made, actual changes may\nbe different due to other states.`;
      const tried = () => state(target, 'managed', path, { contents: 'x', test: true });
      expect(await tried()).toEqual({ result: null, comment, changes: { newfile: path } });
      expect(await ask('file.file_exists', path)).toBe(false);
      await ask('file.write', path, 'y');
      const changes = { diff: '--- \n+++ \n@@ -1 +1 @@\n-y\n+x\n' };
      expect(await tried()).toEqual({ result: null, comment, changes });
    }),
);

requirement(
  'cherrypy.file-states.managed-refused',
  {
    level: 'should',
    text: 'file.managed fails where the directory is not there, a directory stands in its place, or the path is relative.',
    source: { observed: EVERY_LINE },
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory) => {
      for (const [path, comment] of [
        [`${directory}/no/file`, 'Parent directory not present'],
        [directory, `Specified target ${directory} is a directory`],
        ['file', 'Specified file file is not an absolute path'],
      ] as const)
        expect(await state(target, 'managed', path, { contents: 'x' })).toEqual({
          result: false,
          comment,
          changes: {},
        });
    }),
);

requirement(
  'cherrypy.file-states.directory',
  {
    level: 'must',
    text: 'file.directory makes a directory with its mode, those above it only with makedirs, and says so when it is as it should be.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/a/b`;
      const made = (kwarg: Record<string, unknown>) => state(target, 'directory', path, kwarg);
      const changes = { [path]: { directory: 'new' } };
      expect(await made({})).toMatchObject({
        result: false,
        comment: `No directory to create ${path} in`,
      });
      expect(await made({ makedirs: true, mode: '750' })).toEqual({
        result: true,
        comment: '',
        changes,
      });
      expect(await ask('file.get_mode', path)).toBe('0750');
      expect(await made({ mode: '750' })).toEqual({
        result: true,
        comment: `The directory ${path} is in the correct state`,
        changes: {},
      });
    }),
);

requirement(
  'cherrypy.file-states.absent',
  {
    level: 'must',
    text: 'file.absent takes a file or a directory away, names what it removed, and is content where nothing is.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.touch', path);
      const changes = { removed: path };
      expect(await state(target, 'absent', path, { test: true })).toEqual({
        result: null,
        comment: `File ${path} is set for removal`,
        changes,
      });
      expect(await state(target, 'absent', path)).toEqual({
        result: true,
        comment: `Removed file ${path}`,
        changes,
      });
      expect(await state(target, 'absent', path)).toEqual({
        result: true,
        comment: `File ${path} is not present`,
        changes: {},
      });
    }),
);

requirement(
  'cherrypy.file-states.touch',
  {
    level: 'should',
    text: 'file.touch makes an empty file, and updates the times of one that is there; file.exists and file.missing tell of it.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory) => {
      const path = `${directory}/file`;
      expect(await state(target, 'missing', path)).toMatchObject({ result: true });
      expect(await state(target, 'touch', path)).toEqual({
        result: true,
        comment: `Created empty file ${path}`,
        changes: { new: path },
      });
      expect(await state(target, 'touch', path)).toEqual({
        result: true,
        comment: `Updated times on file ${path}`,
        changes: { touched: path },
      });
      expect(await state(target, 'exists', path)).toMatchObject({
        result: true,
        comment: `Path ${path} exists`,
      });
    }),
);

requirement(
  'cherrypy.file-states.append',
  {
    level: 'should',
    text: 'file.append adds a text to a file once, and file.replace what a pattern finds; both tell the difference.',
    source,
    needs,
  },
  ({ target }) =>
    withDirectory(target, async (directory, ask) => {
      const path = `${directory}/file`;
      await ask('file.write', path, 'one');
      expect(await state(target, 'append', path, { text: 'two' })).toMatchObject({
        result: true,
        comment: 'Appended 1 lines',
      });
      expect(await state(target, 'append', path, { text: 'two' })).toEqual({
        result: true,
        comment: `File ${path} is in correct state`,
        changes: {},
      });
      const replaced = { pattern: 'two', repl: '2', backup: false };
      expect(await state(target, 'replace', path, replaced)).toEqual({
        result: true,
        comment: 'Changes were made',
        changes: { diff: '--- \n+++ \n@@ -1,2 +1,2 @@\n one\n-two\n+2\n' },
      });
    }),
);
