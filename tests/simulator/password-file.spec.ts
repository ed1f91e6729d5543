import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';
import { standsInFile } from '../../simulator/master/eauth/password-file.ts';
import { float, type PyScalar, type PyValue } from '../../simulator/python/value.ts';

/*
 * The back end `file`, as auth/file.py of 3006.28, 3007.15 and 3008.3 answered to the same files:
 * all three alike.
 */

const hash = (algorithm: string, text: string): string =>
  createHash(algorithm).update(text).digest('hex');

/** Whether these log in, by a file of this text and these options. */
function letsIn(
  text: string,
  options: readonly [PyScalar, PyValue][],
  ...pairs: readonly [PyValue, PyValue][]
): boolean[] {
  const backend = new Map<PyScalar, PyValue>([['^filename', 'passwords'], ...options]);
  return pairs.map(([username, password]) => standsInFile(backend, text, username, password));
}

const inFields = (username: PyValue, password: PyValue): [PyScalar, PyValue][] => [
  ['^field_separator', '|'],
  ['^username_field', username],
  ['^password_field', password],
];

const ANN: [PyValue, PyValue] = ['ann', 'pw'];

test('a line holds a user and a password, and only the first line of a user counts', () => {
  expect(letsIn('ann:pw\nbob:x y\n', [], ANN, ['ann', 'x'], ['bob', 'x y'], ['eve', ''])).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(letsIn('ann:a\nann:b\n', [], ['ann', 'a'], ['ann', 'b'])).toEqual([true, false]);
  expect(letsIn('5:6\n', [], [5, 6], [5, '6'])).toEqual([false, false]);
});

test('white space around a line is no part of it, a third field none of the password', () => {
  const text = '  ann:pw  \nbob:a:b\n';
  expect(letsIn(text, [], ANN, ['ann', 'pw  '], ['bob', 'a'], ['bob', 'a:b'])).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('every end of a line is one, but no other separator is, and no mark stands before the first', () => {
  const both: [PyValue, PyValue][] = [
    ['bob', 'x'],
    ['cy', 'y'],
  ];
  expect(letsIn('ann:pw\r\nbob:x\rcy:y\n', [], ANN, ...both)).toEqual([true, true, true]);
  expect(letsIn('ann:ü\u000bbob:x\u2028cy:y\n', [], ['ann', 'ü'], ['ann', 'ü\u000bbob'])).toEqual([
    false,
    true,
  ]);
  expect(letsIn('\ufeffann:pw\n', [], ANN)).toEqual([false]);
});

test('a line without both fields, be it an empty one, shuts out all after it', () => {
  expect(letsIn('ann:pw\n\nbob:x\n', [], ANN, ['bob', 'x'])).toEqual([true, false]);
});

test('^hashtype is plaintext, md5, sha256 or sha512, in small letters', () => {
  for (const type of ['md5', 'sha256', 'sha512']) {
    const stored = hash(type, 'pw');
    expect(letsIn(`ann:${stored}\n`, [['^hashtype', type]], ANN, ['ann', stored])).toEqual([
      true,
      false,
    ]);
    expect(letsIn(`ann:${stored.toUpperCase()}\n`, [['^hashtype', type]], ANN)).toEqual([false]);
  }
  expect(letsIn(`ann:${hash('sha1', 'pw')}\n`, [['^hashtype', 'sha1']], ANN)).toEqual([false]);
  expect(letsIn('ann:pw\n', [['^hashtype', null]], ANN)).toEqual([false]);
});

test('^field_separator may be of any length but none, and null is white space', () => {
  expect(letsIn('ann  pw\n', [['^field_separator', null]], ANN)).toEqual([true]);
  expect(letsIn('ann::pw\n', [['^field_separator', '::']], ANN)).toEqual([true]);
  expect(letsIn('ann:pw\n', [['^field_separator', '']], ANN)).toEqual([false]);
});

test('fields are counted from 1 by whatever Python reads as an integer, and 0 is the last', () => {
  expect(letsIn('1|pw|ann\n', inFields('3', 2.9), ANN)).toEqual([true]);
  expect(letsIn('pw|ann\n', inFields(0, float(1)), ANN)).toEqual([true]);
  expect(letsIn('ann|pw\n', inFields(true, ' 2 '), ANN)).toEqual([true]);
  expect(letsIn('ann|pw\n', inFields('x', 2), ANN)).toEqual([false]);
});

test('options that Salt fails on let nobody in', () => {
  for (const type of ['htpasswd', 'htdigest', 'nosuch', 'Text', null])
    expect(letsIn('ann:pw\n', [['^filetype', type]], ANN)).toEqual([false]);
  expect(letsIn('ann:pw\n', [['^username', 'x']], ANN)).toEqual([false]);
  expect(letsIn('ann:pw\n', [[5, []]], ANN)).toEqual([false]);
  expect(letsIn('ann:pw\n', [['^realm', 'r']], ANN)).toEqual([true]);
});

test.describe('external_auth: file', () => {
  const users = { ann: { password: 'of the fleet' } };
  const logIn = async (
    file: object,
    password: string,
  ): Promise<{ status: number; warnings: readonly string[] }> => {
    const config = { external_auth: { file: { ...file, ann: ['.*'] } } };
    const simulator = await startSimulator({ config, fleet: { minions: {}, users } });
    try {
      const body = new URLSearchParams({ username: 'ann', password, eauth: 'file' });
      const { status } = await fetch(`${simulator.url}/login`, { method: 'POST', body });
      return { status, warnings: simulator.warnings };
    } finally {
      await simulator.close();
    }
  };

  test('takes passwords from the file it names, and from the fleet file if it names none', async () => {
    const path = test.info().outputPath('passwords');
    writeFileSync(path, `ann:${hash('sha256', 'pw')}\n`);
    const file = { '^filename': path, '^hashtype': 'sha256' };
    expect(await logIn(file, 'pw')).toEqual({ status: 200, warnings: [] });
    expect(await logIn(file, 'of the fleet')).toEqual({ status: 401, warnings: [] });
    expect(await logIn({}, 'of the fleet')).toEqual({ status: 200, warnings: [] });
  });

  test('lets nobody in by a file it cannot read, and says so', async () => {
    const path = test.info().outputPath('latin-1');
    writeFileSync(path, Buffer.from('ann:pw\nbob:\xff\n', 'latin1'));
    for (const name of [path, '/nosuch/passwords']) {
      const { status, warnings } = await logIn({ '^filename': name }, 'pw');
      expect(status).toBe(401);
      expect(warnings).toEqual([
        expect.stringContaining(
          `external_auth: file lets nobody in: ${name}, which ^filename names, cannot be read`,
        ),
      ]);
    }
  });

  test('says which types of file and of hash it does not read', async () => {
    const path = test.info().outputPath('passwords');
    writeFileSync(path, 'ann:pw\n');
    const types = { '^filename': path, '^filetype': 'htpasswd', '^hashtype': 'sha1' };
    const { status, warnings } = await logIn(types, 'pw');
    expect(status).toBe(401);
    expect(warnings).toEqual([
      expect.stringContaining('^filetype htpasswd is not read, only text'),
      expect.stringContaining('^hashtype sha1 is none that Salt knows'),
    ]);
  });
});
