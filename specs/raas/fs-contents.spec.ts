import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { getFile, newPath, saltenv, saveFile } from './stored-file.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.official, CLIENTS.samples] },
  confidence: 'client',
} as const;

/** Contents that are texts, by what they are. */
const TEXTS: readonly (readonly [name: string, what: string, contents: string, type: string])[] = [
  ['text', 'A text', 'x: y\n', 'text/x-yaml'],
  ['empty', 'An empty file', '', 'text/plain'],
  ['unicode', 'A text of any letters', '# grüße, 世界 🧂\r\n\t"\\\u2028', 'text/x-python'],
  ['large', 'A text of 300,000 letters', 'line of a file\n'.repeat(20_000), 'text/plain'],
  ['like-base64', 'A text that looks like base64', 'AAEC', 'text/plain'],
];

for (const [name, what, contents, content_type] of TEXTS)
  requirement(
    `raas.fs.${name}`,
    {
      ...CLIENT,
      text: `${what} that is saved with a type of text/ is given back as it was.`,
      needs: ['writes'],
    },
    async ({ target }) => {
      const path = newPath(target);
      await saveFile(target, path, contents, content_type);
      const file = await getFile(target, path);
      expect(file).toMatchObject({ saltenv, path, content_type });
      expect(file.contents).toBe(contents);
    },
  );

for (const [name, content_type, bytes] of [
  ['binary', 'binary/octet-stream', Buffer.from([0, 1, 2, 253, 254, 255])],
  ['json', 'application/json', Buffer.from('{"a": "ü"}')],
  ['no-bytes', 'binary/octet-stream', Buffer.alloc(0)],
] as const)
  requirement(
    `raas.fs.${name}`,
    {
      ...CLIENT,
      text: `Contents of the type ${content_type} travel as base64 both ways${name === 'no-bytes' ? ', empty ones too' : ''}.`,
      needs: ['writes'],
    },
    async ({ target }) => {
      const path = newPath(target, '.bin');
      await saveFile(target, path, bytes.toString('base64'), content_type);
      const file = await getFile(target, path);
      expect(file).toMatchObject({ saltenv, path, content_type });
      expect(Buffer.from(file.contents, 'base64')).toEqual(bytes);
    },
  );

requirement(
  'raas.fs.guessed-type',
  {
    level: 'must',
    text: 'A file that is saved without a content type has one nevertheless.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['writes'],
  },
  async ({ target }) => {
    const path = newPath(target, '.sls');
    await saveFile(target, path, 'x: y\n', null);
    expect((await getFile(target, path)).content_type).toMatch(/^\w+\/\S+$/);
  },
);

/** Files that cannot be saved, each with what is wrong. */
const WRONG_FILES: readonly (readonly [name: string, text: string, fields: object, why: string])[] =
  [
    [
      'relative-path',
      'whose path does not begin with a slash',
      { path: 'saltproof-relative' },
      'paths in all samples begin with one',
    ],
    [
      'no-base64',
      'that is no text and comes not as base64',
      { content_type: 'binary/octet-stream', contents: '%%%' },
      'the official client encodes all that is no text',
    ],
    ['no-path', 'without a path', { path: null }, 'a file has a place'],
  ];

for (const [name, text, fields, why] of WRONG_FILES)
  requirement(
    `raas.fs.${name}`,
    {
      level: 'should',
      text: `A file ${text} is refused.`,
      source: { inferred: why },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      const standard = { path: newPath(target), contents: 'a', content_type: 'text/plain' };
      const given = { saltenv, ...standard, ...fields };
      const { error } = await target.rpc('fs', 'save_file', given);
      const { path } = given;
      if (error === null)
        target.undo({ resource: 'fs', method: 'delete_file', given: { saltenv, path } });
      expect(error).not.toBe(null);
    },
  );
