import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

requirement(
  'raas.tokens.ws-ticket',
  {
    level: 'should',
    text: 'auth.get_ws_ticket gives a text, another each time.',
    source: { client: [CLIENTS.mcp], inferred: 'a ticket lets one websocket in' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const first = await target.reply('auth', 'get_ws_ticket');
    expect(first).toEqual(expect.any(String));
    expect(await target.reply('auth', 'get_ws_ticket')).not.toBe(first);
  },
);

requirement(
  'raas.tokens.auth-pubkey',
  {
    level: 'should',
    text: 'auth.get_auth_pubkey gives an object, the same each time.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const key = await target.reply('auth', 'get_auth_pubkey');
    expect(key).toEqual(expect.any(Object));
    expect(await target.reply('auth', 'get_auth_pubkey')).toEqual(key);
  },
);

requirement(
  'raas.tokens.auth-pubkey-pem',
  {
    level: 'may',
    text: 'The public key of auth.get_auth_pubkey is PEM.',
    source: { inferred: 'the public key that masters are given is PEM' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const key = await target.reply('auth', 'get_auth_pubkey');
    expect(JSON.stringify(key)).toContain('-----BEGIN PUBLIC KEY-----');
    expect(JSON.stringify(key)).not.toContain('~');
  },
);
