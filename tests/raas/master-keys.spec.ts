import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  sign,
} from 'node:crypto';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * Masters sign in with their own keys, as the plugin on a master does: nobody is let in before its
 * key is accepted, and nobody stays in whose key is rejected.
 */

let simulator: Simulator;
let plugin: RpcClient;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'] });
  plugin = await RpcClient.connect(simulator.url);
  root = await RpcClient.root(simulator.url);
});
test.afterEach(() => simulator.close());

const OAEP = constants.RSA_PKCS1_OAEP_PADDING;
const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PUBLIC = KEYS.publicKey.export({ type: 'spki', format: 'pem' }).toString();

interface Proven {
  readonly key_state: string;
  readonly enc: string;
  readonly jwt?: string;
}

/** The plugin's side of `authenticate_master`: a nonce for RaaS's eyes, signed by the master. */
async function proof(master_id: string, nonce = 'a nonce'): Promise<object> {
  const { pubkey } = await plugin.call<{ pubkey: string }>('master.request_master_key', {
    master_id,
  });
  const text = Buffer.from(nonce);
  const enc = publicEncrypt({ key: pubkey, padding: OAEP }, text).toString('base64');
  const sig = sign('sha256', text, KEYS.privateKey).toString('base64');
  return { master_id, pubkey: PUBLIC, nonce: { enc, sig } };
}

async function decide(master_id: string, action: string): Promise<void> {
  await root.call('master.set_master_key_state', { masters: [master_id], action });
}

test('a master that shows its key waits until it is accepted, and calls as the role Salt Master then', async () => {
  const shown = await proof('edge');
  const pending = await plugin.call<Proven>('master.authenticate_master', shown);
  expect([pending.key_state, pending.jwt]).toEqual(['pending', undefined]);
  const echoed = privateDecrypt(
    { key: KEYS.privateKey, padding: OAEP },
    Buffer.from(pending.enc, 'base64'),
  );
  expect(echoed.toString()).toBe('a nonce');

  await decide('edge', 'accept');
  const { key_state, jwt } = await plugin.call<Proven>('master.authenticate_master', shown);
  expect(key_state).toBe('accepted');
  const master = await RpcClient.connect(simulator.url, `JWT ${jwt}`);
  await master.call('master.save_master', { master_id: 'edge', grains: { os: 'Debian' } });
  const grains = await root.call('master.get_master_grains', { master_id: 'edge' });
  expect(grains).toEqual({ edge: { grains: { os: 'Debian' } } });
  expect((await master.ask('admin.trim_database', { audit: 1 })).error).not.toBeNull();
});

test('what a rejected master was let in with is void', async () => {
  const shown = await proof('edge');
  await plugin.call('master.authenticate_master', shown);
  await decide('edge', 'accept');
  const { jwt } = await plugin.call<Proven>('master.authenticate_master', shown);
  const master = await RpcClient.connect(simulator.url, `JWT ${jwt}`);
  await decide('edge', 'reject');
  expect((await master.post({ resource: 'test', method: 'warnings' })).status).toBe(401);
  const again = await plugin.call<Proven>('master.authenticate_master', shown);
  expect([again.key_state, again.jwt]).toEqual(['rejected', undefined]);
  await decide('edge', 'accept');
  expect(await plugin.call('master.authenticate_master', shown)).toHaveProperty('jwt');
});

test('a master of the older kind gets its JWT by a message that says who it is', async () => {
  const { pubkey, fingerprint } = await plugin.call<{ pubkey: string; fingerprint: string }>(
    'master.request_master_key',
    { master_id: 'edge' },
  );
  expect(createPublicKey(pubkey).asymmetricKeyType).toBe('rsa');
  expect(fingerprint).toMatch(/^([\da-f]{2}:){31}[\da-f]{2}$/);
  const said = JSON.stringify({ created: 1_700_000_000, master_id: 'edge' });
  const encrypted_message = publicEncrypt(
    { key: pubkey, padding: OAEP },
    Buffer.from(said),
  ).toString('base64');
  const asked = { master_id: 'edge', encrypted_message };
  expect(await plugin.call('master.get_master_jwt', asked)).toEqual({ jwt: null });
  await decide('edge', 'accept');
  const { jwt } = await plugin.call<{ jwt: string }>('master.get_master_jwt', asked);
  const master = await RpcClient.connect(simulator.url, `JWT ${jwt}`);
  expect(await master.call('test.echo', { message: 'here' })).toBe('here');
  const other = await plugin.ask('master.get_master_jwt', { ...asked, master_id: 'other' });
  expect(other.error?.message).toContain('other');
});

test('a key of one master is no key of another, and a signature of one key is none of another', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pubkey = other.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const shown = await proof('edge');
  const unsigned = await plugin.ask('master.authenticate_master', { ...shown, pubkey });
  expect(unsigned.error?.message).toContain('sig is not of this key');
  const own = await proof('saltproof_master');
  const strange = await plugin.ask('master.authenticate_master', own);
  expect(strange.error?.message).toContain('is not the key of saltproof_master');
  const garbage = { ...shown, nonce: { enc: 'AAAA', sig: 'AAAA' } };
  const unread = await plugin.ask('master.authenticate_master', garbage);
  expect(unread.error?.message).toContain('enc cannot be decrypted');
});

test('a key that was saved ahead is accepted when its master shows it', async () => {
  const public_key = Buffer.from(PUBLIC).toString('base64');
  const ahead = { title: 'the new master', public_key, state: 'accept' };
  expect(await root.call('master.save_master_key', ahead)).toBe(true);
  const { pubkey } = await plugin.call<{ pubkey: string }>('master.request_master_key', {
    master_id: 'edge',
  });
  const text = Buffer.from('a nonce');
  const enc = publicEncrypt({ key: pubkey, padding: OAEP }, text).toString('base64');
  const sig = sign('sha256', text, KEYS.privateKey).toString('base64');
  const shown = { master_id: 'edge', pubkey: PUBLIC, nonce: { enc, sig } };
  const { key_state } = await plugin.call<Proven>('master.authenticate_master', shown);
  expect(key_state).toBe('accepted');
});

test('without credentials nothing else is answered, alone or in a list with what is', async () => {
  const open = { resource: 'master', method: 'request_master_key', kwarg: { master_id: 'edge' } };
  const closed = { resource: 'test', method: 'warnings' };
  expect((await plugin.post(open)).status).toBe(200);
  expect((await plugin.post([open, open])).status).toBe(200);
  expect((await plugin.post(closed)).status).toBe(401);
  expect((await plugin.post([open, closed])).status).toBe(401);
  expect((await plugin.post([])).status).toBe(401);
});

test('what masters sign in with is not discovered', async () => {
  const { api } = await root.call<{ api: Record<string, object> }>('api.discover');
  expect(api['master']).toHaveProperty('authenticate_master');
  expect(api['master']).not.toHaveProperty('request_master_key');
  expect(api['master']).not.toHaveProperty('get_master_jwt');
});

test('a master tells of its own minions alone', async () => {
  const shown = await proof('edge');
  await plugin.call('master.authenticate_master', shown);
  await decide('edge', 'accept');
  const { jwt } = await plugin.call<Proven>('master.authenticate_master', shown);
  const master = await RpcClient.connect(simulator.url, `JWT ${jwt}`);
  await master.call('master.save_master', { master_id: 'edge' });
  const keys = { minions: ['cam1'], minions_pre: [], minions_rejected: [], minions_denied: [] };
  await master.call('minions.save_minion_key_state', { master_id: 'edge', keys });
  const minions_delta = { update: { cam1: { os: 'Debian' }, cam2: { os: 'Debian' } }, delete: [] };
  await master.call('minions.save_minion_cache', { master_id: 'edge', minions_delta });
  const cached = await root.call<Rows>('minions.get_minion_cache', { master_id: 'edge' });
  expect(cached.results).toMatchObject([{ minion: 'cam1', grains: { os: 'Debian' } }]);
  const foreign = { master_id: 'saltproof_master', keys };
  const refused = await master.ask('minions.save_minion_key_state', foreign);
  expect(refused.error?.message).toContain('saltproof_master');
});
