import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

/** A program with everything it starts, unless that leaves the group by itself. */
export class ProcessGroup {
  readonly child: ChildProcess;

  constructor(
    command: string,
    args: readonly string[],
    options: { readonly stdio: StdioOptions; readonly env?: NodeJS.ProcessEnv },
  ) {
    this.child = spawn(command, args, { ...options, detached: true });
  }

  /** Whether the program itself still runs; what it started may outlive it. */
  get isRunning(): boolean {
    const { pid, exitCode, signalCode } = this.child;
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  /** Sends a signal to all of them; nothing where none is left. */
  signal(signal: NodeJS.Signals): void {
    if (this.child.pid !== undefined) signalGroup(this.child.pid, signal);
  }
}

/** Sends a signal to the processes of a group; nothing where none is left. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
