import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this code lies: the sources, or dist/ once compiled. */
export const CODE_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The configuration that Playwright is started with: compiled where the code is, else as TypeScript. */
export function playwrightConfig(): string {
  const compiled = join(CODE_ROOT, 'playwright.config.js');
  return existsSync(compiled) ? compiled : join(CODE_ROOT, 'playwright.config.ts');
}

/** The suite's reporter, beside the configuration. */
export function suiteReporter(): string {
  const compiled = join(CODE_ROOT, 'specs', 'reporter.js');
  return existsSync(compiled) ? compiled : join(CODE_ROOT, 'specs', 'reporter.ts');
}
