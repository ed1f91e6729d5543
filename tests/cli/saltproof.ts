import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The compiled command line, as the package ships it; `npm test` builds it first. */
export const SALTPROOF = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'saltproof.js');

/** What a program left behind that has ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what a program is run. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A program that is running. */
export interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** All that it printed so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Waits until it has printed this. */
  prints(pattern: RegExp): Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Starts `saltproof` as a user does. */
export function start(args: readonly string[], { cwd, env = {} }: Surroundings = {}): Running {
  const child = spawn(process.execPath, [SALTPROOF, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutSecrets(), ...env },
    ...(cwd !== undefined && { cwd }),
  });
  const seen = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (seen.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (seen.stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...seen }));
  const prints = async (pattern: RegExp): Promise<string> => {
    let found = pattern.exec(seen.stdout);
    while (found === null) {
      const event = await Promise.race([once(child.stdout, 'data'), ended]);
      found = pattern.exec(seen.stdout);
      if (found === null && !Array.isArray(event))
        throw new Error(`saltproof ended with ${event.code}: ${seen.stdout}${seen.stderr}`);
    }
    return found[0];
  };
  return { child, output: () => ({ ...seen }), prints, ended };
}

/** Runs `saltproof` to its end. */
export function saltproof(args: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  return start(args, surroundings).ended;
}

/** Runs `saltproof serve` on a free port for as long as a test needs it, and ends it. */
export async function whileServing(
  args: readonly string[],
  use: (url: string, serving: Running) => Promise<void>,
): Promise<void> {
  const serving = start(['serve', '--port', '0', '--json', ...args]);
  try {
    const { url } = JSON.parse(await serving.prints(/^\{.*\}$/m)) as { url: string };
    await use(url, serving);
  } finally {
    serving.child.kill('SIGKILL');
    await serving.ended;
  }
}

/** The environment without what a developer may have set for runs of their own. */
function withoutSecrets(): NodeJS.ProcessEnv {
  const { SALTPROOF_PASSWORD: _password, SALTPROOF_LIMITED: _limited, ...env } = process.env;
  return env;
}
