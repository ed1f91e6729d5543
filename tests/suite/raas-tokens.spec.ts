import { expect, test } from '@playwright/test';
import { replyOf } from '../../specs/target/reply.ts';
import { cookieHeaders, cookiesOf } from '../../specs/target/raas/cookies.ts';
import { maskedAnew, tokenBytes } from '../../specs/target/raas/masked-token.ts';
import { xsrfOf } from '../../specs/target/raas/xsrf.ts';
import type { Header } from '../../report/result.ts';

const reply = (...headers: readonly Header[]) =>
  replyOf({ status: 200, reason: 'OK', headers }, Buffer.from(''));

test('a token behind another mask is another text and the same token', () => {
  const first = '2|00000000|0123456789abcdef|1700000000';
  const again = maskedAnew(first, Buffer.from('ffffffff', 'hex'), 1);
  expect(again).toBe('2|ffffffff|fedcba9876543210|1');
  expect(tokenBytes(again)).toEqual(tokenBytes(first));
});

test('a token of the first form is hex, or what it is', () => {
  expect(tokenBytes('00ff').toString('hex')).toBe('00ff');
  expect(tokenBytes('plain').toString()).toBe('plain');
});

test('cookies come from every Set-Cookie, without their attributes and quotes, and not those that are taken away', () => {
  const cookies = cookiesOf(
    reply(
      ['Set-Cookie', '_xsrf="2|a|b|1"; Path=/; HttpOnly'],
      ['set-cookie', 'session=a=b; Secure'],
      ['Set-Cookie', 'gone=; Max-Age=0'],
    ),
  );
  expect([...cookies]).toEqual([
    ['_xsrf', '2|a|b|1'],
    ['session', 'a=b'],
  ]);
  expect(cookieHeaders(cookies)).toEqual([['Cookie', '_xsrf=2|a|b|1; session=a=b']]);
});

test('without a header of its own the token of the header is the text of the cookie', () => {
  expect(xsrfOf(reply(['Set-Cookie', '_xsrf=a']))).toEqual({ cookie: 'a', header: 'a' });
  expect(xsrfOf(reply(['Set-Cookie', '_xsrf=a'], ['X-XSRFTOKEN', 'b']))?.header).toBe('b');
  expect(xsrfOf(reply(['X-Xsrftoken', 'b']))).toBeUndefined();
});
