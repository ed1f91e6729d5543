import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findPython } from './python.ts';
import type { Release } from './releases.ts';
import { runCommand } from '../processes/run-command.ts';

/** Written last into an installation, and says what is in it: one without it was interrupted. */
const COMPLETE = 'saltproof-complete';

/** Where installations are kept between runs. */
export function cacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'saltproof');
}

/** Whether the directory holds a finished installation of just this release. */
export function isInstalled(directory: string, { requirements }: Release): boolean {
  try {
    return readFileSync(join(directory, COMPLETE), 'utf8') === list(requirements);
  } catch {
    return false;
  }
}

/** Notes that the installation in a directory is finished. */
export function markInstalled(directory: string, { requirements }: Release): void {
  writeFileSync(join(directory, COMPLETE), list(requirements));
}

/**
 * Installs a release from PyPI into a virtual environment, unless it is there already. What an
 * interrupted installation left is thrown away.
 *
 * @returns the directory of its programs
 * @throws Error where no Python can make one, or pip fails
 */
export async function install(release: Release, say: (line: string) => void): Promise<string> {
  const directory = join(cacheDirectory(), `salt-${release.version}`);
  const bin = join(directory, 'bin');
  if (isInstalled(directory, release)) return bin;
  const python = await findPython();
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(cacheDirectory(), { recursive: true });
  say(`installing Salt ${release.version} from PyPI into ${directory}`);
  await runCommand(python, ['-m', 'venv', directory]);
  await runCommand(join(bin, 'pip'), [
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...release.requirements,
  ]);
  markInstalled(directory, release);
  return bin;
}

function list(requirements: readonly string[]): string {
  return requirements.map((requirement) => `${requirement}\n`).join('');
}
