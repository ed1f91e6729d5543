import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Json } from '../../oracle/fixture.ts';
import { packagesOf, programsOf, type Installation } from '../../oracle/pypi/install.ts';
import { PEPPER } from './pepper-package.ts';
import { bareEnvironment } from './pepper-environment.ts';

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `pepper` to its end, as a user with this home; it never asks for anything. */
export function runPepper(
  args: readonly string[],
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return run(join(programsOf(PEPPER), 'python'), args, home, env);
}

/** Runs `pepper` in the Python of another installation, which shows what it gets by what is there. */
export function runPepperBeside(
  installation: Installation,
  args: readonly string[],
  home: string,
): Promise<Ended> {
  const python = join(programsOf(installation), 'python');
  return run(python, args, home, { PYTHONPATH: packagesOf(PEPPER) });
}

async function run(
  python: string,
  args: readonly string[],
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const pepper = join(programsOf(PEPPER), 'pepper');
  const child = spawn(python, [pepper, '--non-interactive', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: home,
    env: bareEnvironment(home, env),
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

/**
 * What it printed, where it ended well.
 *
 * @throws Error with what it said, where it did not
 */
export function printed({ code, stdout, stderr }: Ended): Json {
  if (code !== 0) throw new Error(`pepper ended with ${code}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Json;
}
