import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const needs = ['minion'] as const;

/** What a module's documentation says, as seen on every line. */
function documentedIn(module: string) {
  return { documented: `salt.modules.${module}`, observed: EVERY_LINE };
}

requirement(
  'cherrypy.disk-module.usage',
  {
    level: 'must',
    text: 'disk.usage answers by mount point filesystem, 1K-blocks, used, available and capacity, all as texts; disk.percent how full one is.',
    source: documentedIn('disk'),
    needs,
  },
  async ({ target }) => {
    expect(field(await runOnMinion(target, 'disk.usage'), '/')).toEqual({
      filesystem: expect.any(String) as unknown,
      '1K-blocks': expect.stringMatching(/^\d+$/) as unknown,
      used: expect.stringMatching(/^\d+$/) as unknown,
      available: expect.stringMatching(/^\d+$/) as unknown,
      capacity: expect.stringMatching(/^\d+%$/) as unknown,
    });
    expect(await runOnMinion(target, 'disk.percent', ['/'])).toMatch(/^\d+%$/);
  },
);

requirement(
  'cherrypy.status-module.figures',
  {
    level: 'must',
    text: 'status.uptime, loadavg, meminfo and nproc answer figures in the shapes that clients read.',
    source: { ...documentedIn('status'), client: ['salt-netapi-client'] },
    needs,
  },
  async ({ target }) => {
    const number = expect.any(Number) as unknown;
    expect(await runOnMinion(target, 'status.uptime')).toEqual({
      seconds: number,
      since_iso: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/) as unknown,
      since_t: number,
      days: number,
      time: expect.stringMatching(/^\d+:\d+$/) as unknown,
      users: number,
    });
    expect(await runOnMinion(target, 'status.loadavg')).toEqual({
      '1-min': number,
      '5-min': number,
      '15-min': number,
    });
    expect(field(await runOnMinion(target, 'status.meminfo'), 'MemTotal')).toEqual({
      value: expect.stringMatching(/^\d+$/) as unknown,
      unit: 'kB',
    });
    expect(await runOnMinion(target, 'status.nproc')).toEqual(number);
  },
);

requirement(
  'cherrypy.network-module.interfaces',
  {
    level: 'must',
    text: 'network.interfaces answers by name whether an interface is up, its hardware address, and its addresses with netmask, broadcast and label.',
    source: { ...documentedIn('network'), client: ['salt-netapi-client'] },
    needs,
  },
  async ({ target }) => {
    expect(field(await runOnMinion(target, 'network.interfaces'), 'lo')).toMatchObject({
      up: true,
      hwaddr: '00:00:00:00:00:00',
      inet: [{ address: '127.0.0.1', netmask: '255.0.0.0', broadcast: null, label: 'lo' }],
    });
    expect(await runOnMinion(target, 'network.interface_ip', ['lo'])).toBe('127.0.0.1');
  },
);

requirement(
  'cherrypy.network-module.addresses',
  {
    level: 'should',
    text: 'network.ip_addrs answers the IPv4 addresses, with include_loopback also that of the machine itself; is_loopback and is_private tell of an address.',
    source: documentedIn('network'),
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'network.ip_addrs')).not.toContain('127.0.0.1');
    const all = [{ __kwarg__: true, include_loopback: true }];
    expect(await runOnMinion(target, 'network.ip_addrs', all)).toContain('127.0.0.1');
    expect(await runOnMinion(target, 'network.is_loopback', ['127.0.0.1'])).toBe(true);
    expect(await runOnMinion(target, 'network.is_private', ['10.0.0.1'])).toBe(true);
    expect(await runOnMinion(target, 'network.is_private', ['8.8.8.8'])).toBe(false);
  },
);

requirement(
  'cherrypy.user-module.info',
  {
    level: 'must',
    text: 'user.info answers what is known of a user, an empty object of one that is not there; list_users names them sorted, primary_group the group of one.',
    source: documentedIn('useradd'),
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'user.info', ['root'])).toMatchObject({
      uid: 0,
      gid: 0,
      name: 'root',
      home: '/root',
      groups: ['root'],
      passwd: 'x',
    });
    expect(await runOnMinion(target, 'user.info', [target.unique('user')])).toEqual({});
    const users = (await runOnMinion(target, 'user.list_users')) as string[];
    expect(users).toContain('root');
    expect(users).toEqual(users.toSorted());
    expect(await runOnMinion(target, 'user.primary_group', ['root'])).toBe('root');
  },
);

requirement(
  'cherrypy.match-module.itself',
  {
    level: 'should',
    text: 'match.glob, list, pcre, compound and grain answer whether the minion itself is in a target; filter_by and search_by find the targets that it is in.',
    source: documentedIn('match'),
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    const nobody = target.unique('nobody');
    for (const fun of ['match.glob', 'match.list', 'match.pcre', 'match.compound']) {
      expect(await runOnMinion(target, fun, [minion]), fun).toBe(true);
      expect(await runOnMinion(target, fun, [nobody]), fun).toBe(false);
    }
    expect(await runOnMinion(target, 'match.grain', [`id:${minion}`])).toBe(true);
    expect(await runOnMinion(target, 'match.grain', [`id:${nobody}`])).toBe(false);
    const lookup = { [nobody]: 1, [minion]: 2 };
    expect(await runOnMinion(target, 'match.filter_by', [lookup])).toBe(2);
    const groups = { a: [nobody], b: [minion] };
    expect(await runOnMinion(target, 'match.search_by', [groups])).toEqual(['b']);
  },
);
