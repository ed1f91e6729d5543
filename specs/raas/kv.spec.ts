import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { newUser } from './new-user.ts';
import { CLIENTS } from './sources.ts';
import { STRANGE_NAMES } from './stored-values.ts';

const client = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
  needs: ['writes'],
} as const;

/** Stores a value under a key of its own, which is deleted at the end of a requirement. */
async function stored(target: RaasTarget, value: string | null): Promise<string> {
  const key = target.unique('key');
  await target.save('kv', 'set_key', { key, value });
  return key;
}

requirement(
  'raas.kv.round-trip',
  {
    ...client,
    text: 'kv.get_key gives the text that kv.set_key stored, whatever is in it.',
  },
  async ({ target }) => {
    for (const value of [
      'text',
      '',
      'grüße, 世界 🧂',
      '{"a": [1]}',
      '\'"\\\n\t',
      'x'.repeat(5000),
    ]) {
      const key = await stored(target, value);
      expect(await target.reply('kv', 'get_key', { key })).toBe(value);
    }
  },
);

requirement(
  'raas.kv.strange-names',
  { ...client, text: 'A key may be called anything; each has a value of its own.' },
  async ({ target }) => {
    const begin = target.unique('key');
    for (const name of STRANGE_NAMES)
      await target.save('kv', 'set_key', { key: begin + name, value: `value${name}` });
    for (const name of STRANGE_NAMES)
      expect(await target.reply('kv', 'get_key', { key: begin + name })).toBe(`value${name}`);
    const keys = await target.reply('kv', 'list_keys');
    expect(keys).toEqual(expect.arrayContaining(STRANGE_NAMES.map((name) => begin + name)));
  },
);

requirement(
  'raas.kv.replaced',
  {
    ...client,
    confidence: 'inferred',
    source: { inferred: 'a key has one value' },
    text: 'kv.set_key of a key that there is already replaces its value.',
  },
  async ({ target }) => {
    const key = await stored(target, 'before');
    await target.ret('kv', 'set_key', { key, value: 'after' });
    expect(await target.reply('kv', 'get_key', { key })).toBe('after');
    const keys = await target.reply('kv', 'list_keys');
    expect(keys.filter((name) => name === key)).toEqual([key]);
  },
);

requirement(
  'raas.kv.absent',
  { ...client, text: 'kv.get_key of a key that there is not gives null.', needs: [] },
  async ({ target }) => {
    const { ret, error } = await target.rpc('kv', 'get_key', { key: target.unique('no-key') });
    expect([ret, error]).toEqual([null, null]);
  },
);

requirement(
  'raas.kv.listed',
  { ...client, text: 'kv.list_keys lists the names of the keys, without values.' },
  async ({ target }) => {
    const key = await stored(target, 'value');
    const other = await stored(target, 'value');
    const keys = await target.reply('kv', 'list_keys');
    expect(keys).toEqual(expect.arrayContaining([key, other]));
    expect(keys).not.toContain('value');
  },
);

requirement(
  'raas.kv.deleted',
  {
    ...client,
    text: 'kv.delete_key gives 1 for a key that there was, and then 0; its value is gone.',
  },
  async ({ target }) => {
    const key = await stored(target, 'value');
    expect(await target.reply('kv', 'delete_key', { key })).toBe(1);
    expect(await target.reply('kv', 'get_key', { key })).toBe(null);
    expect(await target.reply('kv', 'list_keys')).not.toContain(key);
    expect(await target.reply('kv', 'delete_key', { key })).toBe(0);
  },
);

requirement(
  'raas.kv.own',
  {
    ...client,
    text: 'Keys belong to the user who stored them: others neither see nor delete them.',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const key = await stored(target, 'mine');
    const other = target.user((await newUser(target)).credentials);
    expect(await other.ret('kv', 'get_key', { key })).toBe(null);
    expect(await other.ret('kv', 'list_keys')).not.toContain(key);
    expect(await other.ret('kv', 'delete_key', { key })).toBe(0);
    expect(await target.reply('kv', 'get_key', { key })).toBe('mine');
  },
);

requirement(
  'raas.kv.system',
  {
    ...client,
    text: 'A key of the system cannot be read back; kv.delete_system_key gives 1 for one that there was, and then 0.',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const key = target.unique('system-key');
    await target.save('kv', 'set_system_key', { key, value: 'value' });
    expect(await target.reply('kv', 'get_key', { key })).toBe(null);
    expect(await target.reply('kv', 'list_keys')).not.toContain(key);
    expect(await target.reply('kv', 'delete_system_key', { key })).toBe(1);
    expect(await target.reply('kv', 'delete_system_key', { key })).toBe(0);
  },
);
