import { expect } from '@playwright/test';
import { freePort } from '../../oracle/salt/free-port.ts';
import { printed } from './pepper-command.ts';
import { test } from './pepper-test.ts';

/* The command `pepper`: what its exit code says. */

/** The values that it printed one after another. */
function values(stdout: string): unknown[] {
  return stdout
    .split(/^(?=\[)/m)
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as unknown);
}

test('--fail-if-incomplete ends with 0 where all minions return', async ({ pepper }) => {
  const { code, stdout } = await pepper(['--fail-if-incomplete', 'web*', 'test.echo', 'x']);
  expect(code).toBe(0);
  const returns = values(stdout).flat() as object[];
  expect(returns).toHaveLength(2);
  expect(Object.assign({}, ...returns)).toEqual({ web1: 'x', web2: 'x' });
});

test('--fail-if-incomplete ends with 1 and names those that did not', async ({ pepper }) => {
  const options = ['--fail-if-incomplete', '-t', '1'];
  const { code, stdout } = await pepper([...options, '-L', 'web1,old1', 'test.ping']);
  expect(code).toBe(1);
  expect(values(stdout)).toEqual([[{ web1: true }], [{ Failed: ['old1'] }]]);
});

test('a function that there is not ends with 0, and its retcode says so', async ({ pepper }) => {
  const answer = printed(await pepper(['web1', 'no.such']));
  expect(answer).toMatchObject({
    return: [{ web1: { ret: "'no.such' is not available.", retcode: 1 } }],
  });
});

test('a runner that there is not ends with 1', async ({ pepper }) => {
  expect(await pepper(['--client=runner', 'no.such'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Pepper error: Server error.\n',
  });
});

test('a client that there is not is not sent', async ({ pepper }) => {
  expect(await pepper(['--client=no_such', 'web1', 'test.ping'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Pepper error: Client not implemented: no_such\n',
  });
});

test('ssh, which finds no token of a session on 3008, ends with 1 like a refused log-in', async ({
  pepper,
}) => {
  expect(await pepper(['--client=ssh', 'web1', 'test.ping'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Pepper error: Authentication denied\n',
  });
});

test('a master that nobody listens for ends with 1', async ({ pepper }) => {
  const url = `http://127.0.0.1:${await freePort()}`;
  expect(await pepper(['-u', url, 'web1', 'test.ping'])).toMatchObject({
    code: 1,
    stdout: '<urlopen error [Errno 111] Connection refused>\n',
    stderr: expect.stringContaining('Uncaught Pepper error'),
  });
});

test('a URL without http is not asked', async ({ pepper }) => {
  expect(await pepper(['-u', 'localhost:8000', 'web1', 'test.ping'])).toMatchObject({
    code: 1,
    stderr: 'Pepper error: salt-api URL missing HTTP(s) protocol: localhost:8000\n',
  });
});
