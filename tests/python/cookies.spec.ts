import { expect, test } from '@playwright/test';
import { CookieError, parseCookies } from '../../simulator/python/cookies.ts';

/** Cookie headers and what Python 3.11's SimpleCookie.load makes of them. */
const READ: readonly (readonly [header: string, cookies: Readonly<Record<string, string>>])[] = [
  ['', {}],
  ['a=1', { a: '1' }],
  ['a=1; b=2', { a: '1', b: '2' }],
  ['a=1 b=2', { a: '1', b: '2' }],
  ['a = 1;b=', { a: '1', b: '' }],
  ['a=1; a=2', { a: '2' }],
  ['a=b=c', { a: 'b=c' }],
  ['a="x;y"; b=2', { a: 'x;y', b: '2' }],
  ['a="\\141\\""', { a: 'a"' }],
  ['$Version=1; a=1; $Path=/', { a: '1' }],
  ['a=1; Path=/; HttpOnly; b=2', { a: '1', b: '2' }],
  ['a=1; expires=Sun, 22 Nov 2026 07:42:30 GMT; b=2', { a: '1', b: '2' }],
  ['path=/; a=1', {}],
  ['a=1; path', {}],
  ['a=1; b', {}],
  ['a=1; b={"c":1}; d=2', { a: '1' }],
  ['a=\u00fc; b=2', {}],
];

for (const [header, cookies] of READ) {
  test(`the cookies of ${JSON.stringify(header)} are Python's`, () => {
    expect(Object.fromEntries(parseCookies(header))).toEqual(cookies);
  });
}

test('a name that no cookie may have, and an attribute that none has, are refused in Python’s words', () => {
  expect(() => parseCookies('a=1; b@c=2')).toThrow(new CookieError("Illegal key 'b@c'"));
  expect(() => parseCookies('a=1; $Foo=2')).toThrow(new CookieError("Invalid attribute 'foo'"));
});
