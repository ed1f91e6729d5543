import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Json } from '../../oracle/fixture.ts';
import { programsOf } from '../../oracle/pypi/install.ts';
import { PEPPER } from './pepper-package.ts';
import { bareEnvironment } from './pepper-environment.ts';

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `pepper` to its end, as a user with this home; it never asks for anything. */
export async function runPepper(
  args: readonly string[],
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(join(programsOf(PEPPER), 'pepper'), ['--non-interactive', ...args], {
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
