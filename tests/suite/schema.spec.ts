import { expect, test } from '@playwright/test';
import type { RunResult } from '../../report/result.ts';
import type { Results } from '../../schemas/generated/results.ts';
import { Schemas } from '../../specs/schema.ts';

const schemas = new Schemas();

test('a value that fits is given back', () => {
  const welcome = { return: 'Welcome', clients: ['local'] };
  expect(schemas.expect(welcome, 'welcome')).toBe(welcome);
});

test('a value that does not fit is told with every wrong place and the reason', () => {
  const wrong = { return: 'Hello', clients: ['local', 7, 'local'], extra: 1 };
  const check = (): unknown => schemas.expect(wrong, 'welcome');
  expect(check).toThrow('The reply does not fit the schema "welcome": ');
  for (const fault of [
    'the whole must NOT have additional properties ("extra")',
    '/return must be equal to constant ("Welcome")',
    '/clients must NOT have duplicate items (items ## 2 and 0 are identical)',
    '/clients/1 must be string',
  ])
    expect(check).toThrow(fault);
  expect(check).toThrow('. It is {"return":"Hello"');
});

test('a list of a thousand wrong items says no more than ten faults', () => {
  const clients = Array.from({ length: 1000 }, (_, at) => at);
  expect(() => schemas.expect({ return: 'Welcome', clients }, 'welcome')).toThrow('and 990 more');
});

test('perms of a login are a list, or an empty object where nothing is granted', () => {
  const session = { token: 'a'.repeat(40), expire: 2.5, start: 1.5, user: 'a', eauth: 'pam' };
  const login = (perms: unknown): unknown => ({ return: [{ ...session, perms }] });
  for (const perms of [[], ['.*', { 'web*': ['test.*'] }], {}])
    expect(() => schemas.expect(login(perms), 'login')).not.toThrow();
  for (const perms of [[7], { a: 1 }, null])
    expect(() => schemas.expect(login(perms), 'login')).toThrow('/return/0/perms');
});

type ReadonlyDeep<T> = { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> };
type Same<A, B> = [A, B] extends [B, A] ? 'same' : 'different';

test('the published schema of results says the same as the model that reports read', () => {
  // Headers aside: a schema cannot name the parts of a pair.
  type Parts<T> = T extends { requirements: readonly (infer R)[] }
    ? [Omit<T, 'requirements'>, Omit<R, 'exchanges'>]
    : never;
  const said: Same<Parts<RunResult>, Parts<ReadonlyDeep<Results>>> = 'same';
  expect(said).toBe('same');
});
