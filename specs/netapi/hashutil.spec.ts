import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'salt.modules.hashutil', observed: EVERY_LINE };
const needs = ['minion'] as const;

everyModule(
  'hashutil.digest',
  {
    level: 'should',
    text: 'hashutil.digest answers the hash of a text, md5 unless another is named; each has a function of its own.',
    source,
    needs,
  },
  async ({ target }) => {
    const text = `Grüße, ${target.unique('text')}`;
    expect(await runOnMinion(target, 'hashutil.digest', [text])).toBe(hash('md5', text));
    for (const name of ['md5', 'sha256', 'sha512']) {
      const expected = hash(name, text);
      expect(await runOnMinion(target, 'hashutil.digest', [text, name])).toBe(expected);
      expect(await runOnMinion(target, `hashutil.${name}_digest`, [text])).toBe(expected);
    }
  },
);

everyModule(
  'hashutil.unsupported',
  {
    level: 'should',
    text: 'hashutil.digest refuses another hash, and what is no text.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'hashutil.digest', ['a', 'sha1'])).toBe(
      "ERROR: Hash func 'sha1' is not supported.",
    );
    expect(await runOnMinion(target, 'hashutil.md5_digest', [5])).toMatch(
      /^Passed invalid arguments to hashutil\.md5_digest: expected str, bytes, or bytearray not <class 'int'>\n/,
    );
  },
);

function hash(name: string, text: string): string {
  return createHash(name).update(text).digest('hex');
}
