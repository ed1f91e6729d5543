import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { functionTable } from './function-table.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The document with the table of functions. */
export const FUNCTIONS = join(ROOT, 'docs', 'functions.md');

/** The table of functions as the formatter leaves it. */
export function functionsDocument(): string {
  const formatter = join(ROOT, 'node_modules', '.bin', 'oxfmt');
  const { stdout, status, stderr } = spawnSync(formatter, ['--stdin-filepath', FUNCTIONS], {
    input: functionTable(),
    encoding: 'utf8',
    cwd: ROOT,
  });
  if (status === 0) return stdout;
  throw new Error(`oxfmt does not format the table of functions: ${stderr}`);
}
