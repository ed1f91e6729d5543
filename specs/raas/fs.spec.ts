import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { requireAccess } from './own-access.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.official, CLIENTS.samples] },
  confidence: 'client',
} as const;

/** An environment that every server has. */
const saltenv = 'base';

/** A path that nothing else has. */
function newPath(target: RaasTarget, end = '.txt'): string {
  return `/${target.unique('file')}${end}`;
}

/** Saves a file that is taken away at the end. What save_file returns is not known. */
async function saveFile(
  target: RaasTarget,
  path: string,
  contents: string,
  content_type: string | null = 'text/plain',
): Promise<void> {
  target.undo({ resource: 'fs', method: 'delete_file', given: { saltenv, path } });
  await target.ret('fs', 'save_file', { saltenv, path, contents, content_type });
}

function getFile(target: RaasTarget, path: string) {
  return target.reply('fs', 'get_file', { saltenv, path });
}

requireAccess({
  topic: 'fs',
  thing: 'file',
  parameter: 'file_uuid',
  access: 'file_access',
  remove: 'delete_file',
  async save(target) {
    const path = newPath(target);
    await saveFile(target, path, 'a');
    return (await getFile(target, path)).uuid;
  },
  told: (target, file_uuid) => target.reply('fs', 'get_file', { file_uuid }),
});

requirement(
  'raas.fs.envs',
  { ...CLIENT, text: 'The environments base and sse are always there.' },
  async ({ target }) => {
    const envs = await target.reply('fs', 'get_envs');
    expect(envs).toEqual(expect.arrayContaining(['base', 'sse']));
  },
);

requirement(
  'raas.fs.env-lists-files',
  {
    ...CLIENT,
    text: 'get_env lists the files of an environment with uuid and path, without their contents.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const path = newPath(target);
    await saveFile(target, path, 'saltproof contents');
    const { uuid } = await getFile(target, path);
    const listed = (await target.reply('fs', 'get_env', { saltenv })).filter(
      (file) => file.path === path,
    );
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({ uuid, saltenv, path });
    expect(listed[0]).not.toHaveProperty('contents');
  },
);

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

requirement(
  'raas.fs.by-uuid',
  {
    ...CLIENT,
    text: 'get_file finds a file by its uuid as it does by its place.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const path = newPath(target);
    await saveFile(target, path, 'a: ü\n');
    const file = await getFile(target, path);
    expect(file.contents).toBe('a: ü\n');
    expect(await target.reply('fs', 'get_file', { file_uuid: file.uuid })).toEqual(file);
  },
);

requirement(
  'raas.fs.exists',
  {
    ...CLIENT,
    text: 'file_exists tells whether there is a file at a place.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const path = newPath(target);
    const place = { saltenv, path };
    expect(await target.reply('fs', 'file_exists', place)).toBe(false);
    await saveFile(target, path, 'a');
    expect(await target.reply('fs', 'file_exists', place)).toBe(true);
    expect(await target.reply('fs', 'file_exists', { saltenv: 'sse', path })).toBe(false);
  },
);

requirement(
  'raas.fs.get-missing',
  { ...CLIENT, text: 'get_file of a file that there is not is an error.' },
  async ({ target }) => {
    for (const place of [{ saltenv, path: newPath(target) }, { file_uuid: NO_UUID }])
      expect((await target.rpc('fs', 'get_file', place)).error).not.toBe(null);
  },
);

requirement(
  'raas.fs.save-existing',
  {
    level: 'should',
    text: 'save_file is refused where there is a file already, which stays as it is.',
    source: { inferred: 'an importer looks first, and saves or updates' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const path = newPath(target);
    await saveFile(target, path, 'first');
    const again = { saltenv, path, contents: 'second', content_type: 'text/plain' };
    expect((await target.rpc('fs', 'save_file', again)).error).not.toBe(null);
    expect((await getFile(target, path)).contents).toBe('first');
  },
);

requirement(
  'raas.fs.update',
  {
    ...CLIENT,
    text: 'update_file gives a file other contents: it keeps its place and its uuid.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const path = newPath(target);
    await saveFile(target, path, 'first');
    const { uuid } = await getFile(target, path);
    const content_type = 'text/plain';
    const byPlace = { saltenv, path, contents: 'second', content_type };
    await target.ret('fs', 'update_file', byPlace);
    expect(await getFile(target, path)).toMatchObject({ uuid, contents: 'second' });
    const byBoth = { ...byPlace, file_uuid: uuid, contents: 'third' };
    await target.ret('fs', 'update_file', byBoth);
    expect(await getFile(target, path)).toMatchObject({ uuid, path, contents: 'third' });
  },
);

requirement(
  'raas.fs.update-missing',
  {
    level: 'should',
    text: 'update_file of a file that there is not is an error, and makes none.',
    source: { inferred: 'an importer looks first, and saves or updates' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const path = newPath(target);
    const given = { saltenv, path, contents: 'a', content_type: 'text/plain' };
    const { error } = await target.rpc('fs', 'update_file', given);
    if (error === null)
      target.undo({ resource: 'fs', method: 'delete_file', given: { saltenv, path } });
    expect(error).not.toBe(null);
  },
);

requirement(
  'raas.fs.delete',
  { ...CLIENT, text: 'A file that was deleted is not there.', needs: ['writes'] },
  async ({ target }) => {
    const path = newPath(target);
    await saveFile(target, path, 'a');
    expect(await target.ret('fs', 'file_exists', { saltenv, path })).toBe(true);
    await target.ret('fs', 'delete_file', { saltenv, path });
    expect(await target.ret('fs', 'file_exists', { saltenv, path })).toBe(false);
    expect((await target.rpc('fs', 'get_file', { saltenv, path })).error).not.toBe(null);
  },
);

requirement(
  'raas.fs.other-env',
  {
    level: 'should',
    text: 'A file of an environment that there was not makes that environment.',
    source: { inferred: 'get_envs gives the names of environments, and nothing else makes one' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const env = target.unique('env');
    const place = { saltenv: env, path: newPath(target) };
    target.undo({ resource: 'fs', method: 'delete_file', given: place });
    await target.ret('fs', 'save_file', { ...place, contents: 'a', content_type: 'text/plain' });
    expect(await target.reply('fs', 'get_envs')).toContain(env);
    expect(await target.reply('fs', 'get_env', { saltenv: env })).toHaveLength(1);
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
