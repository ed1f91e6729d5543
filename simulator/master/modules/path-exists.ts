/** What there is on the disk of a simulated machine: next to nothing, and no file of anybody's own. */
const PATHS: ReadonlySet<string> = new Set([
  '/',
  '/bin',
  '/bin/bash',
  '/bin/sh',
  '/dev/null',
  '/etc',
  '/home',
  '/root',
  '/tmp',
  '/usr',
  '/usr/bin',
  '/var',
]);

/** Whether there is such a file or directory on a simulated machine. */
export function pathExists(path: string): boolean {
  return PATHS.has(path.length > 1 ? path.replace(/\/+$/, '') || '/' : path);
}
