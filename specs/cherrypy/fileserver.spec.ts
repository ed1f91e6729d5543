import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.runners.fileserver', observed: EVERY_LINE };
const cp = { documented: 'salt.modules.cp', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const runner = ['runner'] as const;
const both = ['runner', 'minion'] as const;

requirement(
  'cherrypy.fileserver.envs',
  {
    level: 'should',
    text: 'runner fileserver.envs answers the sorted environments; with sources the back ends that have them.',
    source,
    needs: runner,
  },
  async ({ target: { authed } }) => {
    const envs = (await authed.runner('fileserver.envs')) as string[];
    expect(envs).toContain('base');
    expect(envs).toEqual(envs.toSorted());
    expect(await authed.runner('fileserver.envs', { sources: true })).toContain('roots');
  },
);

requirement(
  'cherrypy.fileserver.lists',
  {
    level: 'should',
    text: 'runner fileserver.file_list, dir_list and empty_dir_list answer sorted paths of an environment, and nothing of one that there is not.',
    source,
    needs: runner,
  },
  async ({ target: { authed } }) => {
    for (const fun of ['file_list', 'dir_list', 'empty_dir_list']) {
      const paths = (await authed.runner(`fileserver.${fun}`)) as string[];
      expect(paths).toEqual(paths.map(String).toSorted());
      expect(await authed.runner(`fileserver.${fun}`, { saltenv: 'nonesuch' })).toEqual([]);
    }
    expect(await authed.runner('fileserver.symlink_list', { saltenv: 'nonesuch' })).toEqual({});
  },
);

requirement(
  'cherrypy.fileserver.backend',
  {
    level: 'should',
    text: 'The runner fileserver answers of the back ends that are asked for only; with a minus before their names of the others.',
    source: observed,
    needs: runner,
  },
  async ({ target: { authed } }) => {
    for (const [fun, backend, nothing] of [
      ['file_list', 'nonesuch', []],
      ['envs', 'nonesuch', []],
      ['envs', '-roots', []],
      ['clear_file_list_cache', 'nonesuch', {}],
    ] as const)
      expect(await authed.runner(`fileserver.${fun}`, { backend })).toEqual(nothing);
    expect(await authed.runner('fileserver.envs', { backend: 'roots' })).toContain('base');
  },
);

requirement(
  'cherrypy.fileserver.update',
  {
    level: 'should',
    text: 'runner fileserver.update answers true.',
    source,
    needs: runner,
  },
  async ({ target: { authed } }) => {
    expect(await authed.runner('fileserver.update')).toBe(true);
  },
);

requirement(
  'cherrypy.fileserver.clear-lists',
  {
    level: 'may',
    text: 'runner fileserver.clear_file_list_cache names the environments whose lists it forgot by their back ends; none where there were none.',
    source: observed,
    needs: [...runner, 'writes'],
  },
  async ({ target: { authed } }) => {
    await authed.runner('fileserver.clear_file_list_cache');
    await authed.runner('fileserver.file_list');
    expect(await authed.runner('fileserver.clear_file_list_cache', { saltenv: 'x' })).toEqual({});
    const cleared = await authed.runner('fileserver.clear_file_list_cache', { saltenv: 'base' });
    expect(cleared).toEqual({ roots: ['base'] });
  },
);

requirement(
  'cherrypy.fileserver.no-locks',
  {
    level: 'may',
    text: 'Where no back end fetches files, runner fileserver.clear_cache, clear_lock and lock say that there was nothing to do.',
    source: observed,
    needs: [...runner, 'writes'],
  },
  async ({ target: { authed } }) => {
    const backend = { backend: 'roots' };
    expect(await authed.runner('fileserver.clear_cache', backend)).toBe('No cache was cleared');
    expect(await authed.runner('fileserver.clear_lock', backend)).toBe('No locks were removed');
    expect(await authed.runner('fileserver.lock', backend)).toBe('No locks were set');
  },
);

requirement(
  'cherrypy.fileserver.cp-lists',
  {
    level: 'should',
    text: 'cp.envs, list_master and list_master_dirs of a minion answer what the runner fileserver does, list_states the names of the state files among them.',
    source: cp,
    needs: both,
  },
  async ({ target }) => {
    const { authed } = target;
    const files = (await authed.runner('fileserver.file_list')) as string[];
    expect(await runOnMinion(target, 'cp.list_master')).toEqual(files);
    const dirs = await authed.runner('fileserver.dir_list');
    expect(await runOnMinion(target, 'cp.list_master_dirs')).toEqual(dirs);
    expect(await runOnMinion(target, 'cp.envs')).toContain('base');
    const states = files.filter((path) => path.endsWith('.sls'));
    const names = states.map((path) => path.replace(/(?:\/init)?\.sls$/, '').replaceAll('/', '.'));
    expect(await runOnMinion(target, 'cp.list_states')).toEqual([...new Set(names)].toSorted());
    expect(await runOnMinion(target, 'cp.list_master', ['nonesuch'])).toEqual([]);
  },
);

requirement(
  'cherrypy.fileserver.cp-file',
  {
    level: 'should',
    text: 'cp.get_file_str answers the text of a file that the master serves, cp.hash_file its hash and the kind of it.',
    source: cp,
    needs: both,
  },
  async ({ target }) => {
    const files = (await target.authed.runner('fileserver.file_list')) as string[];
    const path = files.find((file) => file.endsWith('.sls'));
    if (path === undefined) throw new NotVerified('the target serves no state files');
    const text = await runOnMinion(target, 'cp.get_file_str', [`salt://${path}`]);
    expect(typeof text).toBe('string');
    const hash = await runOnMinion(target, 'cp.hash_file', [`salt://${path}`]);
    expect(Object.keys(hash as object).join(' ')).toBe('hash_type hsum');
    const type = field(hash, 'hash_type') as string;
    expect(field(hash, 'hsum')).toBe(createHash(type).update(String(text)).digest('hex'));
  },
);

requirement(
  'cherrypy.fileserver.cp-unknown',
  {
    level: 'should',
    text: 'cp.get_file_str of a file that the master does not serve answers false, cp.hash_file an empty text.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const address = `salt://${target.unique('nonesuch')}`;
    expect(await runOnMinion(target, 'cp.get_file_str', [address])).toBe(false);
    expect(await runOnMinion(target, 'cp.hash_file', [address])).toBe('');
  },
);
