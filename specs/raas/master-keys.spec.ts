import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field, keysOf } from '../target/return-of.ts';
import { CLIENTS } from './sources.ts';
import { expectError } from './refusals.ts';

/** What the plugin of a master asks for, with an XSRF token and without credentials. */
function asMaster(target: RaasTarget, method: string, given: object): Promise<unknown> {
  return target.as('nobody').ret('master', method, { ...given });
}

/** The key that RaaS wants messages of masters encrypted with. */
async function serverKey(target: RaasTarget, master_id: string): Promise<string> {
  const pubkey = field(await asMaster(target, 'request_master_key', { master_id }), 'pubkey');
  if (typeof pubkey === 'string') return pubkey;
  throw new NotVerified('needs the public key of the server');
}

/** Asks for a JWT as a master does; its key is taken away again at the end. */
async function jwtFor(target: RaasTarget, master_id: string): Promise<unknown> {
  const key = await serverKey(target, master_id);
  const said = JSON.stringify({ created: Math.floor(Date.now() / 1000), master_id });
  const padded = { key, padding: constants.RSA_PKCS1_OAEP_PADDING };
  const encrypted_message = publicEncrypt(padded, Buffer.from(said)).toString('base64');
  const ret = await asMaster(target, 'get_master_jwt', { master_id, encrypted_message });
  target.undo(deletion(master_id));
  return field(ret, 'jwt') ?? null;
}

const deletion = (master_id: string) => ({
  resource: 'master',
  method: 'set_master_key_state',
  given: { masters: [master_id], action: 'delete' },
});

async function decide(target: RaasTarget, master_id: string, action: string): Promise<void> {
  await target.ret('master', 'set_master_key_state', { masters: [master_id], action });
}

async function statesOf(target: RaasTarget, master_id: string): Promise<string[]> {
  const keys = await target.reply('master', 'get_master_keys', { master_id });
  return keys.map(({ state }) => state);
}

requirement(
  'raas.master-keys.listed',
  {
    level: 'should',
    text: 'The keys of masters are listed with their states, those in one state alone where that is asked for.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const all = await target.reply('master', 'get_master_keys');
    for (const state of ['accepted', 'pending', 'rejected']) {
      const some = await target.reply('master', 'get_master_keys', { state });
      expect(some.filter((key) => key.state !== state)).toEqual([]);
      expect(some.length).toBeLessThanOrEqual(all.length);
    }
  },
);

requirement(
  'raas.master-keys.server-key',
  {
    level: 'must',
    text: 'A master gets the server’s public key and its fingerprint without credentials.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    const ret = await asMaster(target, 'request_master_key', { master_id });
    expect(ret).toMatchObject({
      pubkey: expect.stringContaining('PUBLIC KEY'),
      fingerprint: expect.any(String),
    });
  },
);

requirement(
  'raas.master-keys.pending',
  {
    level: 'must',
    text: 'A master whose key waits to be accepted gets no JWT.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    expect(await jwtFor(target, master_id)).toBe(null);
    expect(await statesOf(target, master_id)).toEqual(['pending']);
  },
);

requirement(
  'raas.master-keys.accepted',
  {
    level: 'must',
    text: 'A master whose key was accepted gets a JWT, and calls with it.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    await jwtFor(target, master_id);
    await decide(target, master_id, 'accept');
    expect(await statesOf(target, master_id)).toEqual(['accepted']);
    const jwt = await jwtFor(target, master_id);
    const headers = [...(await target.xsrfHeaders()), ['Authorization', `JWT ${String(jwt)}`]];
    const call = { riq: 1, resource: 'test', method: 'echo', kwarg: { message: 'ü' } };
    const reply = await target.post('/rpc', call, headers as [string, string][]);
    expect(field(reply.json(), 'ret')).toBe('ü');
  },
);

requirement(
  'raas.master-keys.rejected',
  {
    level: 'should',
    text: 'A key of a master that was rejected is listed so, and accepted again when that is said.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    await jwtFor(target, master_id);
    for (const [action, state] of [
      ['reject', 'rejected'],
      ['accept', 'accepted'],
      ['reject', 'rejected'],
    ] as const) {
      await decide(target, master_id, action);
      expect(await statesOf(target, master_id)).toEqual([state]);
    }
  },
);

requirement(
  'raas.master-keys.deleted',
  {
    level: 'should',
    text: 'A key of a master that was deleted is listed no longer.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    await jwtFor(target, master_id);
    await decide(target, master_id, 'delete');
    expect(await statesOf(target, master_id)).toEqual([]);
  },
);

requirement(
  'raas.master-keys.unknown',
  {
    level: 'should',
    text: 'Where a master has no key there is an error when one is to be accepted.',
    source: { inferred: 'errors of calls come inside 200, and nothing could be done here' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const given = { masters: [target.unique('master')], action: 'accept' };
    expectError(await target.rpc('master', 'set_master_key_state', given));
  },
);

requirement(
  'raas.master-keys.false-proof',
  {
    level: 'should',
    text: 'A master that cannot prove to have its key is not let in: there is an error, and no key is noted.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pubkey = publicKey.export({ type: 'spki', format: 'pem' });
    const nonce = { enc: 'AAAA', sig: 'AAAA' };
    const shown = { master_id, pubkey, nonce };
    expectError(await target.as('nobody').rpc('master', 'authenticate_master', shown));
    expect(await statesOf(target, master_id)).toEqual([]);
  },
);

requirement(
  'raas.master-keys.saved-ahead',
  {
    level: 'should',
    text: 'A key can be saved ahead of its master.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    // What was saved ahead cannot be taken away again.
    needs: ['writes', 'tellable clock'],
  },
  async ({ target }) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const public_key = Buffer.from(pem).toString('base64');
    const given = { title: target.unique('key'), public_key, state: 'reject' };
    await target.reply('master', 'save_master_key', given);
  },
);

requirement(
  'raas.master-keys.not-discovered',
  {
    level: 'may',
    text: 'What masters alone call is not discovered.',
    source: { client: [CLIENTS.official, CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const discovered = await target.ret('api', 'discover', { include: ['api'] });
    const methods = keysOf(field(discovered, 'api', 'master'));
    expect(methods).toContain('authenticate_master');
    expect(methods.filter((name) => PLUGIN_ONLY.includes(name))).toEqual([]);
  },
);

const PLUGIN_ONLY = ['request_master_key', 'get_master_jwt'];
