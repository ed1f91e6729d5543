import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ProcessGroup } from './process-group.ts';

/** How long a daemon may take to end by itself, in milliseconds. */
const PATIENCE = 10_000;

/** What a daemon would otherwise take from its surroundings and show on the wire. */
const ENVIRONMENT = {
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  SHELL: '/bin/bash', // the default of `shell` in `sys.argspec cmd`
} as const;

/** One Salt daemon, in a process group of its own. */
export class Daemon {
  readonly name: string;
  readonly #logFile: string;
  readonly #group: ProcessGroup;

  /**
   * @param logFile where everything it prints goes
   * @param environment what it is told beside its arguments
   */
  constructor(
    name: string,
    command: string,
    args: readonly string[],
    logFile: string,
    environment: Readonly<Record<string, string>> = {},
  ) {
    this.name = name;
    this.#logFile = logFile;
    const log = openSync(logFile, 'a');
    const env = { ...process.env, ...ENVIRONMENT, ...environment };
    this.#group = new ProcessGroup(command, args, { stdio: ['ignore', log, log], env });
    this.#group.child.once('error', () => {}); // a program that cannot be started is one that does not run
    closeSync(log);
  }

  get isRunning(): boolean {
    return this.#group.isRunning;
  }

  /** The end of what the daemon printed, for messages. */
  get lastWords(): string {
    return readFileSync(this.#logFile, 'utf8').slice(-1500);
  }

  /** Ends the daemon and every process of its group. */
  async stop(): Promise<void> {
    this.#group.signal('SIGTERM');
    for (const start = Date.now(); this.isRunning && Date.now() - start < PATIENCE;)
      await delay(50);
    this.kill();
  }

  /** Ends everything at once, where there is no time to wait. */
  kill(): void {
    this.#group.signal('SIGKILL');
  }
}
