import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { requireAccess } from './own-access.ts';
import { CLIENTS } from './sources.ts';
import { getFile, newPath, saltenv, saveFile } from './stored-file.ts';
import { NO_UUID } from './stored.ts';
import { expectError } from './refusals.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.official, CLIENTS.samples] },
  confidence: 'client',
} as const;

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
      expectError(await target.rpc('fs', 'get_file', place));
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
    expectError(await target.rpc('fs', 'save_file', again));
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
    expectError(await target.rpc('fs', 'get_file', { saltenv, path }));
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
