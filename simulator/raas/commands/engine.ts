import { MICROSECONDS, type Clock, type Timer } from '../../master/clock.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import type { Returner } from '../returns/returner.ts';
import type { Returns } from '../returns/returns.ts';
import { isLast, type Command } from './command.ts';
import type { CommandState } from './command-state.ts';
import type { Commands } from './commands.ts';
import { outcomeOf } from './progress.ts';
import { runCommand } from './run-command.ts';

/** What commands go through between RaaS and the masters. */
export interface EngineOptions {
  readonly commands: Commands;
  readonly returns: Returns;
  readonly returner: Returner;
  /** Those that are attached now. */
  readonly masters: readonly AttachedMaster[];
  readonly clock: Clock;
  /** Lets so much time pass, where time only passes when it is told to: on a virtual clock. */
  readonly whenLookedAt: ((seconds: number) => Promise<void>) | undefined;
}

/**
 * What runs commands: the plugin of each master looks for new ones every second.
 *
 * Only looks that find something are made, so that time passes at no cost while there is nothing to do.
 */
export class Engine {
  readonly #commands: Commands;
  readonly #returns: Returns;
  readonly #returner: Returner;
  readonly #masters: readonly AttachedMaster[];
  readonly #clock: Clock;
  readonly #whenLookedAt: ((seconds: number) => Promise<void>) | undefined;
  readonly #start: number;
  #armed: Timer | undefined;

  constructor(options: EngineOptions) {
    const { commands, returns, returner, masters, clock, whenLookedAt } = options;
    this.#commands = commands;
    this.#returns = returns;
    this.#returner = returner;
    this.#masters = masters;
    this.#clock = clock.unattended;
    this.#whenLookedAt = whenLookedAt;
    this.#start = clock.now();
  }

  /** Hands a command in; it runs from the next look on. */
  submit(command: Command): void {
    this.#commands.add(command);
    this.#arm();
  }

  /**
   * Lets time move on to the next look for somebody who has just asked what became of commands, and
   * whose answer is made: a client that does nothing but ask gets to the end on a virtual clock, too.
   */
  async lookedAt(): Promise<void> {
    if (!this.#commands.isBusy()) return;
    this.#arm();
    await this.#whenLookedAt?.(this.#secondsToLook());
  }

  #arm(): void {
    if (this.#armed !== undefined) return;
    this.#armed = this.#clock.timer(this.#secondsToLook());
    void this.#armed.passed.then(() => {
      this.#armed = undefined;
      this.#look();
    });
  }

  #secondsToLook(): number {
    const passed = this.#clock.now() - this.#start;
    return 1 - (passed % MICROSECONDS) / MICROSECONDS;
  }

  /** What is done to other commands comes first: who stops a command before it runs, stops it. */
  #look(): void {
    const unfinished = this.#commands.unfinished();
    for (const command of unfinished) if (command.control !== undefined) this.#take(command);
    for (const command of unfinished) if (command.control === undefined) this.#take(command);
  }

  /** Has each master run a command that has not yet, and whose plugin is there to take it. */
  #take(command: Command): void {
    if (!TAKEN_IN.has(command.state)) return;
    for (const { master_id } of this.#mastersOf(command)) {
      const attached = this.#masters.find((master) => master.master_id === master_id);
      if (attached !== undefined && !command.runs.has(master_id)) this.#run(command, attached);
    }
    this.#finishIfDone(command);
  }

  #run(command: Command, attached: AttachedMaster): void {
    if (command.state === 'new') command.state = 'retrieved';
    // A master may have been attached since we began.
    this.#returner.follow(attached);
    const { expected, over } = runCommand(attached, command);
    const taken = this.#clock.now();
    const run = { expected: new Set(expected), taken, isDone: false };
    command.runs.set(attached.master_id, run);
    void over.then(() => {
      run.isDone = true;
      this.#finishIfDone(command);
    });
  }

  /** What is done to a command that no master has taken, or that runs on none of its minions, concerns no master. */
  #mastersOf({ control, masters }: Command): Command['masters'] {
    const target = control === undefined ? undefined : this.#commands.get(control.jid);
    const isUntouched = target !== undefined && (target.runs.size === 0 || target.cmd !== 'local');
    return isUntouched ? [] : masters;
  }

  #finishIfDone(command: Command): void {
    if (command.finished !== undefined) return;
    const isDone = this.#mastersOf(command).every(
      ({ master_id }) => command.runs.get(master_id)?.isDone,
    );
    if (!isDone) return;
    const state = outcomeOf(command, this.#returns);
    this.#commands.finish(command, state, this.#clock.now());
    if (command.control !== undefined) this.#control(command.control);
  }

  #control({ action, jid }: NonNullable<Command['control']>): void {
    const target = this.#commands.get(jid);
    if (target === undefined || isLast(target.state)) return;
    if (action === 'stop') this.#commands.finish(target, 'stopped', this.#clock.now());
    else target.state = action === 'pause' ? 'paused' : 'resumed';
  }
}

/** The states in which masters take a command. */
const TAKEN_IN: ReadonlySet<CommandState> = new Set<CommandState>(['new', 'retrieved', 'resumed']);
