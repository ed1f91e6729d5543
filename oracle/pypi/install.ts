import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findPython } from './python.ts';
import { runCommand } from '../processes/run-command.ts';

/** What is installed from PyPI into a virtual environment of its own. */
export interface Installation {
  /** Names its directory: `salt-3008.3`. */
  readonly name: string;
  /** What pip is asked for. */
  readonly requirements: readonly string[];
}

/** Written last into an installation, and says what is in it: one without it was interrupted. */
const COMPLETE = 'saltproof-complete';

/** Where installations are kept between runs. */
export function cacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'saltproof');
}

/** Where an installation lies, be it there or not. */
function directoryOf({ name }: Installation): string {
  return join(cacheDirectory(), name);
}

/** The directory of its programs. */
export function programsOf(installation: Installation): string {
  return join(directoryOf(installation), 'bin');
}

/** The directory of its packages, as another Python finds them; there once it is installed. */
export function packagesOf(installation: Installation): string {
  const lib = join(directoryOf(installation), 'lib');
  const [python = ''] = readdirSync(lib).filter((name) => /^python3\.\d+$/.test(name));
  return join(lib, python, 'site-packages');
}

/** Whether a directory holds just this installation, finished. */
export function isInstalled(
  installation: Installation,
  directory = directoryOf(installation),
): boolean {
  const { requirements } = installation;
  try {
    return readFileSync(join(directory, COMPLETE), 'utf8') === list(requirements);
  } catch {
    return false;
  }
}

/** Notes that the installation in a directory is finished. */
export function markInstalled({ requirements }: Installation, directory: string): void {
  writeFileSync(join(directory, COMPLETE), list(requirements));
}

/**
 * Installs from PyPI into a virtual environment, unless it is there already. What an interrupted
 * installation left is thrown away.
 *
 * @returns the directory of its programs
 * @throws Error where no Python can make one, or pip fails
 */
export async function install(
  installation: Installation,
  say: (line: string) => void,
): Promise<string> {
  const { name, requirements } = installation;
  const directory = directoryOf(installation);
  const bin = programsOf(installation);
  if (isInstalled(installation)) return bin;
  const python = await findPython();
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(cacheDirectory(), { recursive: true });
  say(`installing ${name} from PyPI into ${directory}`);
  await runCommand(python, ['-m', 'venv', directory]);
  const pip = ['install', '--quiet', '--disable-pip-version-check', ...requirements];
  await runCommand(join(bin, 'pip'), pip);
  markInstalled(installation, directory);
  return bin;
}

function list(requirements: readonly string[]): string {
  return requirements.map((requirement) => `${requirement}\n`).join('');
}
