import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Release } from './releases.ts';
import { runCommand } from './run-command.ts';

/** Written last into an installation: one without it was interrupted. */
const COMPLETE = 'saltproof-complete';

/** Pythons that the three lines run on, the one they were observed with first. */
const PYTHONS = ['python3.11', 'python3.12', 'python3.13', 'python3'];

/** Where installations are kept between runs. */
export function cacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'saltproof');
}

/** Whether the directory holds a finished installation. */
export function isInstalled(directory: string): boolean {
  return existsSync(join(directory, COMPLETE));
}

/**
 * Installs a release from PyPI into a virtual environment, unless it is there already.
 *
 * @returns the directory of its programs
 * @throws Error where no Python can make one, or pip fails
 */
export async function install(release: Release, say: (line: string) => void): Promise<string> {
  const directory = join(cacheDirectory(), `salt-${release.version}`);
  const bin = join(directory, 'bin');
  if (isInstalled(directory)) return bin;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(cacheDirectory(), { recursive: true });
  say(`installing Salt ${release.version} from PyPI into ${directory}`);
  await makeEnvironment(directory);
  await runCommand(join(bin, 'pip'), [
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...release.requirements,
  ]);
  writeFileSync(join(directory, COMPLETE), `${release.requirements.join('\n')}\n`);
  return bin;
}

async function makeEnvironment(directory: string): Promise<void> {
  const failures: string[] = [];
  for (const python of PYTHONS) {
    try {
      await runCommand(python, ['-m', 'venv', directory]);
      return;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No Python could make a virtual environment; install Python 3.11 with its venv module.\n${failures.join('\n')}`,
  );
}
