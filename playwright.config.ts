import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { RUN_OPTIONS_VARIABLE, suiteOptions } from './specs/run-options.ts';

/**
 * The specifications of the APIs that a run judges. A path among Playwright's arguments could not
 * choose them: in its eyes every requirement is a test in playwright-test.ts.
 */
const suite =
  process.env[RUN_OPTIONS_VARIABLE] === undefined
    ? ['**/*.spec.[jt]s']
    : suiteOptions()
        .apis.flatMap(({ api }) => (api === 'raas' ? [api] : [api, 'netapi']))
        .map((room) => `**/specs/${room}/**/*.spec.[jt]s`);

/**
 * What takes minutes: every requirement on hundreds of broken simulators, the calls that all of them
 * make, and 100,000 requests at one.
 */
const PROOF = /(?:broken[\\/](?:coverage|methods|variants)|fuzz[\\/].*)\.spec\.ts$/;

/** Clients that others have written. */
const CLIENTS = 'tests/clients';

/*
 * Projects of one runner: the conformance suite, which `saltproof check` starts with a target, the
 * tests of this repository, the proof that each requirement can fail, and real clients with what
 * installs them. Compiled it lies in dist/, where there are no tests.
 *
 * Specifications lie below node_modules once installed, where Playwright takes no TypeScript: they
 * are shipped compiled. What Playwright writes must not land there either.
 */
export default defineConfig({
  outputDir: join(process.cwd(), 'test-results'),
  fullyParallel: true,
  workers: '100%',
  forbidOnly: true,
  timeout: 120_000,
  projects: [
    { name: 'conformance', testDir: 'specs', testMatch: suite },
    {
      name: 'tests',
      testDir: 'tests',
      testMatch: /\.spec\.ts$/,
      testIgnore: [PROOF, `**/${CLIENTS}/**`],
    },
    { name: 'proof', testDir: 'tests', testMatch: PROOF, timeout: 600_000 },
    { name: 'clients-installed', testDir: CLIENTS, testMatch: /\.setup\.ts$/ },
    {
      name: 'clients',
      testDir: CLIENTS,
      testMatch: /\.spec\.ts$/,
      dependencies: ['clients-installed'],
    },
  ],
});
