import { createRequire } from 'node:module';

/** The version of this package, from its package.json beside the sources or beside dist/. */
export function saltproofVersion(): string {
  const require = createRequire(import.meta.url);
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return (require(path) as { version: string }).version;
    } catch {
      continue;
    }
  }
  return 'unknown';
}
