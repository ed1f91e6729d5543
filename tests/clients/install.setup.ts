import { test as setup } from '@playwright/test';
import { install } from '../../oracle/pypi/install.ts';
import { PEPPER } from './pepper-package.ts';

/** What is said where there is no Python, or no way to PyPI. */
const OUT_OF_REACH = /and none was found|connection broken by/;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/* Before all others, once: two at a time would install over each other. */
setup('salt-pepper is installed from PyPI', async () => {
  setup.setTimeout(300_000);
  const failure: unknown = await install(PEPPER, say).catch((error: unknown) => error);
  if (!(failure instanceof Error)) return;
  setup.skip(OUT_OF_REACH.test(failure.message), failure.message);
  throw failure;
});
