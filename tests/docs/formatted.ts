import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * A text as the formatter leaves it.
 *
 * @param path where it will be written, which tells the formatter what it is
 * @throws Error where the formatter cannot read it
 */
export function formatted(text: string, path: string): string {
  const formatter = join(ROOT, 'node_modules', '.bin', 'oxfmt');
  const { stdout, status, stderr } = spawnSync(formatter, ['--stdin-filepath', path], {
    input: text,
    encoding: 'utf8',
    cwd: ROOT,
  });
  if (status === 0) return stdout;
  throw new Error(`oxfmt does not format ${path}: ${stderr}`);
}
