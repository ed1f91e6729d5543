import { runCommand } from '../processes/run-command.ts';

/** Where a Python may be found; the Salt lines were observed on the first. */
const COMMANDS = ['python3.11', 'python3.12', 'python3.13', 'python3'] as const;

/** The minor versions of Python 3 that all Salt lines run on. */
const MINORS = [11, 12, 13] as const;

/** Prints the minor version; fails without the modules that a virtual environment needs. */
const PROBE = 'import ensurepip, sys, venv; print(*sys.version_info[:2])';

/**
 * The command of a Python that can make a virtual environment for Salt and its clients.
 *
 * @throws Error that says of each Python why it will not do
 */
export async function findPython(commands: readonly string[] = COMMANDS): Promise<string> {
  const failures: string[] = [];
  for (const command of commands) {
    try {
      const [major, minor] = (await runCommand(command, ['-c', PROBE])).trim().split(' ');
      if (major === '3' && MINORS.some((known) => String(known) === minor)) return command;
      failures.push(`${command} is Python ${major}.${minor}`);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  const versions = MINORS.map((minor) => `3.${minor}`).join(', ');
  throw new Error(
    `One of Python ${versions} with its venv and ensurepip modules is needed, and none was found. ` +
      `Install Python 3.11 (on Debian: python3.11 and python3.11-venv).\n${failures.join('\n')}`,
  );
}
