import type { Command } from './command.ts';

/** Every command that there was, oldest first, until they are trimmed. */
export class Commands {
  readonly #commands = new Map<string, Command>();
  readonly #unfinished = new Set<Command>();

  add(command: Command): void {
    this.#commands.set(command.jid, command);
    if (command.finished === undefined) this.#unfinished.add(command);
  }

  get(jid: string): Command | undefined {
    return this.#commands.get(jid);
  }

  all(): Command[] {
    return [...this.#commands.values()];
  }

  /** Those of which something is still to come, oldest first. */
  unfinished(): readonly Command[] {
    return [...this.#unfinished];
  }

  /** Whether anything is still to come of any. */
  isBusy(): boolean {
    return this.#unfinished.size > 0;
  }

  /** Brings a command to its end, at an instant in microseconds since the epoch. */
  finish(command: Command, state: Command['state'], now: number): void {
    if (!this.#unfinished.delete(command)) return;
    command.state = state;
    command.finished = now;
  }

  /** The finished commands that were made before an instant, in microseconds since the epoch. */
  olderThan(instant: number): Command[] {
    return this.all().filter(
      ({ created, finished }) => created < instant && finished !== undefined,
    );
  }

  forget(commands: readonly Command[]): void {
    for (const { jid } of commands) this.#commands.delete(jid);
  }
}
