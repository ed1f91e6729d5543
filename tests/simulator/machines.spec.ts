import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

/* What is particular about the machines of minions, as a fleet file says it, and what stays of changes. */

const FLEET = {
  minions: {
    web1: {
      files: { '/srv/site/index.html': 'hello\n', '/etc/hosts': null, '/opt': 'no directory\n' },
      services: { nginx: {}, idle: { running: false }, late: { enabled: false }, cron: null },
      packages: { nginx: '1.24.0-1', rsync: null },
      users: {
        anna: { groups: ['ops', 'sudo'], fullname: 'Anna' },
        ben: { uid: 1500, gid: 100, home: '/srv', shell: '/bin/sh' },
      },
      groups: { ops: { gid: 2000, members: ['root'] } },
    },
    web2: {},
  },
  users: { saltdev: { password: 'saltdev' } },
};

/** What a function returns on a minion. */
function asking(simulator: Simulator) {
  return async (minion: string, fun: string, ...arg: readonly unknown[]): Promise<unknown> =>
    ((await runAsSaltdev(simulator, { tgt: minion, fun, arg })) as Record<string, unknown>)[minion];
}

async function withFleet(
  trial: (ask: ReturnType<typeof asking>, simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({ fleet: FLEET });
  try {
    await trial(asking(simulator), simulator);
  } finally {
    await simulator.close();
  }
}

test('files of a fleet file are there, in directories made for them, in the place of what was there', () =>
  withFleet(async (ask) => {
    expect(await ask('web1', 'file.read', '/srv/site/index.html')).toBe('hello\n');
    expect(await ask('web1', 'file.file_exists', '/etc/hosts')).toBe(false);
    expect(await ask('web1', 'file.read', '/opt')).toBe('no directory\n');
    expect(await ask('web2', 'file.directory_exists', '/opt')).toBe(true);
    expect(await ask('web2', 'file.file_exists', '/srv/site/index.html')).toBe(false);
  }));

test('a state is not called where what it creates is there: of the fleet file, or made by a state before', () =>
  withFleet(async (ask) => {
    const made = { file: ['managed', { name: '/tmp/made' }, { contents: 'x' }] };
    const comments = async (minion: string, creates: string): Promise<unknown[]> => {
      const after = { test: ['nop', { creates }, { require: [{ file: 'made' }] }] };
      const states = (await ask(minion, 'state.high', { made, after })) as object;
      return Object.values(states).map(({ comment }: { comment: unknown }) => comment);
    };
    const page = '/srv/site/index.html';
    expect(await comments('web1', page)).toContain(`${page} exists`);
    expect(await comments('web2', page)).toContain('Success!');
    expect(await comments('web2', '/tmp/made')).toContain('/tmp/made exists');
    expect(await comments('web2', '/bin/sh')).toContain('/bin/sh exists');
  }));

test('services of a fleet file run and start at boot unless it says otherwise', () =>
  withFleet(async (ask) => {
    const states = async (fun: string) =>
      Promise.all(['nginx', 'idle', 'late', 'cron'].map((name) => ask('web1', fun, name)));
    expect(await states('service.status')).toEqual([true, false, true, false]);
    expect(await states('service.enabled')).toEqual([true, false, false, false]);
    expect(await states('service.missing')).toEqual([false, false, false, true]);
    expect(await ask('web2', 'service.status', 'cron')).toBe(true);
  }));

test('a service that is stopped on one minion runs on another that has it from the same list', () =>
  withFleet(async (ask) => {
    expect(await ask('web1', 'service.stop', 'nginx')).toBe(true);
    expect(await ask('web1', 'service.status', 'nginx')).toBe(false);
    await withFleet(async (other) =>
      expect(await other('web1', 'service.status', 'nginx')).toBe(true),
    );
  }));

test('packages of a fleet file are installed beside those of every machine', () =>
  withFleet(async (ask) => {
    expect(await ask('web1', 'pkg.version', 'nginx', 'bash', 'rsync')).toEqual({
      nginx: '1.24.0-1',
      bash: '5.2.15-2',
      rsync: '',
    });
    expect(await ask('web2', 'pkg.version', 'nginx')).toBe('');
  }));

test('users and groups of a fleet file are given what it does not say', () =>
  withFleet(async (ask) => {
    expect(await ask('web1', 'user.info', 'anna')).toMatchObject({
      uid: 1000,
      gid: 1000,
      groups: ['anna', 'ops', 'sudo'],
      home: '/home/anna',
      shell: '/bin/bash',
      fullname: 'Anna',
    });
    expect(await ask('web1', 'user.info', 'ben')).toMatchObject({
      uid: 1500,
      gid: 100,
      groups: ['users'],
      home: '/srv',
      shell: '/bin/sh',
    });
    expect(await ask('web1', 'group.info', 'ops')).toEqual({
      name: 'ops',
      passwd: 'x',
      gid: 2000,
      members: ['root', 'anna'],
    });
    expect(await ask('web1', 'file.contains', '/etc/passwd', 'anna:x:1000:1000:Anna:')).toBe(true);
    expect(await ask('web2', 'user.info', 'anna')).toEqual({});
  }));

test('groups that are added, changed and taken away are so in /etc/group', () =>
  withFleet(async (ask) => {
    expect(await ask('web1', 'group.add', 'dev')).toBe(true);
    expect(await ask('web1', 'group.add', 'dev')).toBe(false);
    expect(await ask('web1', 'group.adduser', 'dev', 'anna')).toBe(true);
    expect(await ask('web1', 'group.adduser', 'dev', 'nobodyelse')).toBe(false);
    expect(await ask('web1', 'group.chgid', 'dev', 3000)).toBe(true);
    expect(await ask('web1', 'file.contains_regex', '/etc/group', '^dev:x:3000:anna$')).toBe(true);
    expect(await ask('web1', 'user.list_groups', 'anna')).toContain('dev');
    expect(await ask('web1', 'group.members', 'dev', 'ben,root')).toBe(true);
    expect(await ask('web1', 'group.deluser', 'dev', 'ben')).toBe(true);
    expect(await ask('web1', 'group.info', 'dev')).toMatchObject({ members: ['root'] });
    expect(await ask('web1', 'group.delete', 'anna')).toBe(false);
    expect(await ask('web1', 'group.delete', 'dev')).toBe(true);
    expect(await ask('web1', 'group.info', 'dev')).toEqual({});
  }));

test('files are the minion’s own, and stay from one job to the next', () =>
  withFleet(async (ask, simulator) => {
    await ask('web1', 'file.write', '/tmp/note', 'mine');
    await ask('web1', 'file.chown', '/tmp/note', 'anna', 'ops');
    await simulator.clock.advance({ hours: 1 });
    expect(await ask('web1', 'file.read', '/tmp/note')).toBe('mine\n');
    expect(await ask('web1', 'file.find', '/tmp', { __kwarg__: true, owner: 'anna' })).toEqual([
      '/tmp/note',
    ]);
    expect(await ask('web1', 'file.find', '/tmp', { __kwarg__: true, mtime: '+30m' })).toContain(
      '/tmp/note',
    );
    expect(await ask('web2', 'file.file_exists', '/tmp/note')).toBe(false);
  }));

test('the same calls give the same inodes and times with the same seed', async () => {
  const seen: unknown[] = [];
  for (let run = 0; run < 2; run++)
    await withFleet(async (ask) => {
      await ask('web1', 'file.touch', '/tmp/a');
      seen.push(await ask('web1', 'file.stats', '/tmp/a'));
    });
  expect(seen[1]).toEqual(seen[0]);
});

test('even the root directory can be emptied, on one minion', () =>
  withFleet(async (ask) => {
    expect(await ask('web1', 'file.remove', '/')).toBe(
      "ERROR: Could not remove '/': [Errno 16] Device or resource busy: '/'",
    );
    expect(await ask('web1', 'file.readdir', '/')).toEqual(['.', '..']);
    expect(await ask('web1', 'user.list_users')).toEqual([]);
    expect(await ask('web2', 'file.directory_exists', '/etc')).toBe(true);
  }));

test('states of highstates write files, which then are so', async () => {
  const fleet = {
    ...FLEET,
    states: {
      site: {
        '/srv/site/page': { 'file.managed': [{ contents: 'page' }, { makedirs: true }] },
        reload: { 'test.succeed_with_changes': [{ onchanges: [{ file: '/srv/site/page' }] }] },
      },
    },
  };
  const simulator = await startSimulator({ fleet });
  try {
    const ask = asking(simulator);
    const apply = async () =>
      Object.values((await ask('web2', 'state.apply', 'site')) as object).map(
        (state: { comment: string }) => state.comment,
      );
    expect(await apply()).toEqual(['File /srv/site/page updated', 'Success!']);
    expect(await ask('web2', 'file.read', '/srv/site/page')).toBe('page\n');
    expect(await apply()).toEqual([
      'File /srv/site/page is in the correct state',
      'State was not run because none of the onchanges reqs changed',
    ]);
  } finally {
    await simulator.close();
  }
});
