import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a daemon may take to end by itself, in milliseconds. */
const PATIENCE = 10_000;

/** One Salt daemon, in a process group of its own. */
export class Daemon {
  readonly name: string;
  readonly #logFile: string;
  readonly #child: ChildProcess;

  /** @param logFile where everything it prints goes */
  constructor(name: string, command: string, args: readonly string[], logFile: string) {
    this.name = name;
    this.#logFile = logFile;
    const log = openSync(logFile, 'a');
    this.#child = spawn(command, args, { detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The end of what the daemon printed, for messages. */
  get lastWords(): string {
    return readFileSync(this.#logFile, 'utf8').slice(-1500);
  }

  /** Ends the daemon and every process it started. */
  async stop(): Promise<void> {
    this.#signal('SIGTERM');
    for (const start = Date.now(); this.isRunning && Date.now() - start < PATIENCE;)
      await delay(50);
    this.#signal('SIGKILL');
  }

  /** Ends everything at once, where there is no time to wait. */
  kill(): void {
    this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
