import { beforeExit } from './before-exit.ts';
import { ProcessGroup } from './process-group.ts';

/**
 * Runs a program to its end and gives what it printed; it does not outlive this process.
 *
 * @throws Error with the end of its output, where it cannot be started or fails
 */
export async function runCommand(command: string, args: readonly string[]): Promise<string> {
  let group: ProcessGroup | undefined;
  // Before the program starts: it may be at work before this process gets on, and a signal arrive.
  const takeBack = beforeExit(() => group?.signal('SIGKILL'));
  try {
    group = new ProcessGroup(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    return await outputOf(group, [command, ...args].join(' '));
  } finally {
    takeBack();
  }
}

function outputOf({ child }: ProcessGroup, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (cause) =>
      reject(new Error(`${line} cannot be started: ${cause.message}`, { cause })),
    );
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${line} failed with ${code ?? signal}:\n${output.slice(-2000)}`));
    });
  });
}
