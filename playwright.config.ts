import { defineConfig } from '@playwright/test';

/** Where Playwright leaves what tests attach; nothing here is meant to last. */
const outputDir = 'test-results';

export default defineConfig({
  outputDir,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  projects: [
    { name: 'conformance', testDir: 'specs', testMatch: /.*\.spec\.[jt]s/ },
    { name: 'tests', testDir: 'tests', testMatch: /.*\.spec\.ts/ },
  ],
});
