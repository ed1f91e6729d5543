import { expect } from '@playwright/test';
import { isInstalled } from '../../oracle/pypi/install.ts';
import { releaseOf } from '../../oracle/salt/releases.ts';
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

// So that nobody waits for the minion that is down.
test.use({ options: { clock: 'virtual' } });

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

/** The exit codes where all minions fail with 42, where none does, and where one is down, which is 1. */
const CODES: Readonly<Record<string, readonly [all: number, none: number, one: number]>> = {
  '--fail-any': [42, 0, 1],
  '--fail-any-none': [42, 0, 1],
  '--fail-all': [42, 0, 0],
  '--fail-all-none': [42, 0, 0],
};

for (const [option, codes] of Object.entries(CODES))
  test(`${option} makes a code of the minions' retcodes`, async ({ beside }) => {
    const all = await beside(option, 'web*', 'test.retcode', 'code=42');
    const none = await beside(option, 'web*', 'test.ping');
    const one = await beside(option, '-L', 'web1,old1', 'test.ping');
    expect([all.code, none.code, one.code]).toEqual(codes);
  });

test('--fail-any-none ends with 255 where no minion has a retcode', async ({ beside }) => {
  expect(await beside('--fail-any-none', 'nobody', 'test.ping')).toEqual(shown('', 255));
});
