import { expect, test } from '@playwright/test';
import { failureOf, isVerdict } from '../../specs/failure.ts';
import { SchemaMismatch } from '../../specs/schema-mismatch.ts';
import { NoReply } from '../../specs/target/no-reply.ts';

async function errorOf(body: () => unknown): Promise<unknown> {
  try {
    await body();
  } catch (error) {
    return error;
  }
  throw new Error('It did not throw.');
}

const polled = { timeout: 50, intervals: [10] };

test.describe('a verdict on the target is', () => {
  const verdicts: readonly (readonly [string, () => unknown])[] = [
    ['an expectation that does not hold', () => expect(1).toBe(2)],
    ['nothing where a text should be', () => expect(undefined).toMatch(/a/)],
    ['nothing where a list should be', () => expect(undefined).toContain('a')],
    ['a negated one', () => expect(1).not.toBe(1)],
    ['a promise that is not rejected', () => expect(Promise.resolve(1)).rejects.toThrow()],
    ['a value that never came', () => expect.poll(() => 1, polled).toBe(2)],
    ['a block that never passed', () => expect(() => expect(1).toBe(2)).toPass(polled)],
    [
      'a reply of another shape',
      () => {
        throw new SchemaMismatch('no');
      },
    ],
    [
      'no reply',
      () => {
        throw new NoReply('no');
      },
    ],
  ];
  for (const [title, body] of verdicts)
    test(title, async () => {
      expect(isVerdict(await errorOf(body))).toBe(true);
    });
});

test.describe('a fault of the suite is', () => {
  const faults: readonly (readonly [string, () => unknown])[] = [
    [
      'an error of the language',
      () => {
        throw new TypeError('x is undefined');
      },
    ],
    [
      'something thrown that is no error',
      () => {
        throw 'text';
      },
    ],
  ];
  for (const [title, body] of faults)
    test(title, async () => {
      expect(isVerdict(await errorOf(body))).toBe(false);
    });
});

test('a failure tells what was expected and seen, and where the specification says so', async () => {
  const error = await errorOf(() => expect({ a: 1 }).toEqual({ a: 2 }));
  (error as Error).stack =
    'Error\n    at login (/app/specs/cherrypy/login.spec.ts:17:5)\n    at run (x.js:1:1)';
  expect(failureOf(error)).toMatchObject({
    expected: '{"a":2}',
    actual: '{"a":1}',
    location: 'specs/cherrypy/login.spec.ts:17',
  });
});
