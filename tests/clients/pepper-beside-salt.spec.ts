import { expect } from '@playwright/test';
import { isInstalled } from '../../oracle/pypi/install.ts';
import { releaseOf } from '../../oracle/salt/releases.ts';
import { asked } from './client-test.ts';
import { runPepperBeside, type Ended } from './pepper-command.ts';
import { test as base } from './pepper-test.ts';

/* The command `pepper` where Salt is installed too: only then are there outputters and --fail options. */

const SALT = releaseOf('3008');

const test = base.extend<{ beside: (...args: string[]) => Promise<Ended> }>({
  beside: ({ home }, use, info) => {
    info.skip(!isInstalled(SALT), `${SALT.name} is not installed; npm run oracle -- 3008 does it`);
    return use((...args) => runPepperBeside(SALT, args, home));
  },
});

const shown = (stdout: string, code = 0): Ended => ({ code, stdout, stderr: '' });

test('what minions return is shown as salt shows it', async ({ beside }) => {
  expect(await beside('web*', 'test.ping')).toEqual(shown('web1:\n    True\nweb2:\n    True\n'));
});

test('another outputter may be chosen', async ({ beside }) => {
  expect(await beside('--out=yaml', 'web1', 'test.echo', 'x')).toEqual(shown('web1: x\n'));
});

test('what a runner returns is shown without what surrounds it', async ({ beside }) => {
  const { stdout } = await beside('--client=runner', 'test.arg', 'a', 'named=b');
  expect(stdout).toMatch(/^args:\n    - a\nkwargs:\n    ----------\n[^]*    named:\n        b\n/);
});

test('what a wheel returns is shown likewise', async ({ beside }) => {
  expect(await beside('--client=wheel', 'key.list', 'match=rejected')).toEqual(
    shown('minions_rejected:\n    - bad1\n'),
  );
});

test('of a batch each minion is shown', async ({ beside }) => {
  const { stdout } = await beside('--batch=1', 'web*', 'test.ping');
  expect(stdout.match(/^web\d:\n    True$/gm)).toHaveLength(2);
});

/** The exit codes where one minion is down: no retcode stands for it before 3008, then 1. */
const ONE_DOWN: Readonly<Record<string, readonly [before: number, since: number]>> = {
  '--fail-any': [0, 1],
  '--fail-any-none': [0, 1],
  '--fail-all': [0, 0],
  '--fail-all-none': [0, 0],
};

for (const [option, [before, since]] of Object.entries(ONE_DOWN)) {
  test(`${option} makes a code of the minions' retcodes`, async ({ beside }) => {
    const all = await beside(option, 'web*', 'test.retcode', 'code=42');
    const none = await beside(option, 'web*', 'test.ping');
    expect([all.code, none.code]).toEqual([42, 0]);
  });

  for (const [salt, code] of Object.entries({ '3007': before, '3008': since }))
    test.describe(`with Salt ${salt}`, () => {
      // Nobody waits for the minion then.
      test.use({ options: { clock: 'virtual', salt } });

      test(`${option} ends with ${code} where one of two is down`, async ({
        simulator,
        beside,
      }) => {
        const { code: ended } = await beside(option, '-L', 'web1,old1', 'test.ping');
        expect(ended).toBe(code);
        expect(asked(simulator)).toEqual(['POST /login', 'POST /']);
      });
    });
}

test('--fail-any-none ends with 255 where no minion has a retcode', async ({ beside }) => {
  expect(await beside('--fail-any-none', 'nobody', 'test.ping')).toEqual(shown('', 255));
});
