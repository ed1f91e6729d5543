import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and gives what it printed.
 *
 * @throws Error with the command and the end of its output, where it fails or is not there
 */
export function runCommand(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (cause) =>
      reject(new Error(`${command} cannot be started: ${cause.message}`, { cause })),
    );
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${command} ${args.join(' ')} failed with ${code}:\n${output.slice(-2000)}`),
        );
    });
  });
}
