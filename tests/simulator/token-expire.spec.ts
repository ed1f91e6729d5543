import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';

/** Values of token_expire as JSON, and the lines on which a log-in with them succeeds (seen on 3006.28 and 3008.3). */
const LOG_INS: readonly (readonly [asked: string, lines: readonly string[]])[] = [
  ['5', ['3006', '3008']],
  ['5.0', ['3006', '3008']],
  ['-5', ['3006', '3008']],
  ['true', ['3006', '3008']],
  ['250000000000', ['3006', '3008']],
  ['253000000000', ['3006']],
  ['-70000000000', ['3006']],
  ['18446744073709551615', ['3006']],
  ['18446744073709551616', []],
  ['1e300', ['3006']],
  ['NaN', ['3006']],
  ['"5"', []],
  ['null', []],
  ['[5]', []],
];

for (const salt of ['3006', '3008']) {
  test(`Salt ${salt} takes the lives of tokens that its Python can add to a time`, async () => {
    const simulator = await startSimulator({ salt });
    try {
      for (const [asked, lines] of LOG_INS) {
        const reply = await fetch(`${simulator.url}/login`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: `{"username": "saltdev", "password": "saltdev", "eauth": "pam", "token_expire": ${asked}}`,
        });
        expect([asked, reply.status]).toEqual([asked, lines.includes(salt) ? 200 : 401]);
      }
    } finally {
      await simulator.close();
    }
  });
}
