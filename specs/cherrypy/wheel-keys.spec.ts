import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';

const source = { documented: 'salt.wheel.key', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

/** The pairs of hexadecimal digits of a text's SHA-256, as fingerprints show them. */
function sha256(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .replaceAll(/..(?=.)/g, '$&:');
}

requirement(
  'cherrypy.wheel-keys.list-all',
  {
    level: 'must',
    text: 'key.list_all answers the ids in each of the four states of keys, and the master’s own key files.',
    source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel', fun: 'key.list_all' });
    const [{ data }] = target.shape(reply, 'wheel-keys').return;
    const { minions, minions_pre: pending, minions_rejected: rejected } = data.return;
    expect([...minions].toSorted()).toEqual([...target.fleet.up, ...target.fleet.down].toSorted());
    expect([...pending].toSorted()).toEqual(target.fleet.pending);
    expect([...rejected].toSorted()).toEqual(target.fleet.rejected);
  },
);

requirement(
  'cherrypy.wheel-keys.list-all-order',
  {
    level: 'should',
    text: 'Up to 3007 key.list_all names the accepted ids first, and the master’s files are master.pem and master.pub.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel', fun: 'key.list_all' });
    const [{ data }] = target.shape(reply, 'wheel-keys').return;
    expect(Object.keys(data.return)).toEqual([
      'minions',
      'minions_pre',
      'minions_rejected',
      'minions_denied',
      'local',
    ]);
    expect(data.return.local).toEqual(expect.arrayContaining(['master.pem', 'master.pub']));
  },
);

requirement(
  'cherrypy.wheel-keys.list-all-order-3008',
  {
    level: 'should',
    text: 'From 3008 on key.list_all names the pending ids first, then the rejected, and then the accepted ones.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel', fun: 'key.list_all' });
    const [{ data }] = target.shape(reply, 'wheel-keys').return;
    expect(Object.keys(data.return)).toEqual([
      'minions_pre',
      'minions_rejected',
      'minions',
      'minions_denied',
      'local',
    ]);
  },
);

requirement(
  'cherrypy.wheel-keys.list',
  {
    level: 'should',
    text: 'key.list answers the ids in one state, named by how a word for it begins; any other word finds nothing.',
    source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const { authed, fleet } = target;
    for (const match of ['pre', 'un', 'unaccepted'])
      expect(await authed.wheel('key.list', { match })).toEqual({ minions_pre: fleet.pending });
    expect(await authed.wheel('key.list', { match: 'rej' })).toEqual({
      minions_rejected: fleet.rejected,
    });
    expect(keysOf(await authed.wheel('key.list', { match: 'acc' }))).toEqual(['minions']);
    expect(await authed.wheel('key.list', { match: 'minions' })).toEqual({});
  },
);

requirement(
  'cherrypy.wheel-keys.name-match',
  {
    level: 'must',
    text: 'key.name_match answers the matching ids by state, leaves out states without any, and takes several globs with commas.',
    source,
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const match = `${target.minion},${target.unique('nobody')}`;
    expect(await target.authed.wheel('key.name_match', { match })).toEqual({
      minions: [target.minion],
    });
  },
);

requirement(
  'cherrypy.wheel-keys.glob-match',
  {
    level: 'should',
    text: 'From 3008 on key.glob_match is another name of key.name_match.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const match = target.minion;
    expect(await target.authed.wheel('key.glob_match', { match })).toEqual({ minions: [match] });
  },
);

requirement(
  'cherrypy.wheel-keys.print',
  {
    level: 'must',
    text: 'key.print answers the public keys that match as PEM texts, by state and id.',
    source,
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const keys = await target.authed.wheel('key.print', { match: target.minion });
    const pub = field(keys, 'minions', target.minion);
    expect(keys).toEqual({ minions: { [target.minion]: pub } });
    expect(pub).toMatch(/^-----BEGIN PUBLIC KEY-----\n[^]+\n-----END PUBLIC KEY-----\n?$/);
  },
);

requirement(
  'cherrypy.wheel-keys.finger',
  {
    level: 'should',
    text: 'Up to 3007 a fingerprint is that of the base64 lines of the key, with their line breaks.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const match = target.minion;
    const keys = await target.authed.wheel('key.print', { match });
    const lines = String(field(keys, 'minions', match))
      .trim()
      .split('\n')
      .slice(1, -1);
    const prints = await target.authed.wheel('key.finger', { match, hash_type: 'sha256' });
    expect(prints).toEqual({ minions: { [match]: sha256(`${lines.join('\n')}\n`) } });
  },
);

requirement(
  'cherrypy.wheel-keys.finger-3008',
  {
    level: 'should',
    text: 'From 3008 on a fingerprint is that of the whole PEM text of the key.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const match = target.minion;
    const keys = await target.authed.wheel('key.print', { match });
    const prints = await target.authed.wheel('key.finger', { match, hash_type: 'sha256' });
    expect(prints).toEqual({
      minions: { [match]: sha256(String(field(keys, 'minions', match))) },
    });
  },
);

requirement(
  'cherrypy.wheel-keys.finger-hash-type',
  {
    level: 'should',
    text: 'key.finger takes the digest that hash_type names, and fails on one that Python does not have.',
    source: observed,
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const match = target.minion;
    const md5 = await target.authed.wheel('key.finger', { match, hash_type: 'md5' });
    expect(field(md5, 'minions', match)).toMatch(/^(?:[0-9a-f]{2}:){15}[0-9a-f]{2}$/);
    const none = await target.authed.wheel('key.finger', { match, hash_type: 'nonsense' });
    expect(none).toMatch(/\nAttributeError: module 'hashlib' has no attribute 'nonsense'\n$/);
  },
);

requirement(
  'cherrypy.wheel-keys.finger-master',
  {
    level: 'should',
    text: 'key.finger_master answers the fingerprint of the base64 lines of the master’s public key as that of master.pub.',
    source: observed,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const local = field(await target.authed.wheel('key.master_key_str'), 'local');
    const [file = ''] = keysOf(local);
    const pub = String(field(local, file));
    const lines = pub.trim().split('\n').slice(1, -1);
    const print = await target.authed.wheel('key.finger_master', { hash_type: 'sha256' });
    expect(print).toEqual({ local: { 'master.pub': sha256(`${lines.join('\n')}\n`) } });
  },
);
