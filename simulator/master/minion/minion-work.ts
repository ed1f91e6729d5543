import type { PyDict } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import type { Master } from '../master.ts';
import { isStateFunction } from './asks-for-queue.ts';
import { MinionMemory } from './minion-memory.ts';
import type { FunctionResult, FunctionSite, Running } from './run-function.ts';

/** The first process id a simulated minion gives to a job. */
const FIRST_PID = 4711;

/** What minions are at, and what they keep from one job to the next. */
export class MinionWork {
  readonly #master: Master;
  /** What each minion is running now, as `saltutil.running` lists it. */
  readonly #running = new Map<string, Set<PyDict>>();
  /** By id of the minion: a key that is deleted and accepted anew finds it as it was. */
  readonly #memories = new Map<string, MinionMemory>();
  /** By minion the state runs that wait for those before them, in their order. */
  readonly #queues = new Map<string, (() => void)[]>();
  #nextPid = FIRST_PID;

  constructor(master: Master) {
    this.#master = master;
  }

  /** A process id that no job has had. */
  nextPid(): number {
    return this.#nextPid++;
  }

  /** What a minion keeps; made when it is first asked for. */
  memoryOf(minion: Minion): MinionMemory {
    const memory = this.#memories.get(minion.id) ?? new MinionMemory(minion, this.#master.clock);
    this.#memories.set(minion.id, memory);
    return memory;
  }

  /** The jobs that a minion is running. */
  runningOn({ id }: Minion): readonly PyDict[] {
    return [...(this.#running.get(id) ?? [])];
  }

  /** Whether a minion is running states. */
  isRunningStates(minion: Minion): boolean {
    return this.runningOn(minion).some((job) => isStateFunction(job.get('fun') ?? null));
  }

  /** Puts a run of states off until no other is running on the minion. */
  queue({ id }: Minion, run: () => void): void {
    const queue = this.#queues.get(id) ?? [];
    queue.push(run);
    this.#queues.set(id, queue);
  }

  /** The place in which a function runs on a minion. */
  siteOn(minion: Minion, published: PyDict): FunctionSite {
    return {
      minion,
      running: this.runningOn(minion),
      master: this.#master,
      clock: this.#master.clock,
      memory: () => this.memoryOf(minion),
      endJob: (jid) => this.#endJob(minion, jid),
      published,
      answers: this.#master.answers,
    };
  }

  /**
   * Has a job come to its end, at once where its result is there.
   *
   * @param entry how the job is listed among those that run, once it takes time
   * @param done what becomes of the result, unless there is none or the job was ended before
   */
  follow(
    minion: Minion,
    result: Running,
    entry: () => PyDict,
    done: (result: FunctionResult) => void,
  ): void {
    if (result === undefined) return;
    if (!(result instanceof Promise)) {
      done(result);
      return;
    }
    const jobs = this.#running.get(minion.id) ?? new Set();
    const listed = entry();
    this.#running.set(minion.id, jobs.add(listed));
    void result
      .then((finished) => {
        if (finished !== undefined && jobs.has(listed)) done(finished);
      })
      .finally(() => {
        jobs.delete(listed);
        this.#runQueued(minion);
      });
  }

  #runQueued(minion: Minion): void {
    const queue = this.#queues.get(minion.id) ?? [];
    while (!this.isRunningStates(minion)) {
      const next = queue.shift();
      if (next === undefined) return;
      next();
    }
  }

  /** A job that is ended never returns. */
  #endJob(minion: Minion, jid: string): boolean {
    const jobs = this.#running.get(minion.id) ?? new Set();
    const entry = [...jobs].find((job) => job.get('jid') === jid);
    const isEnded = entry !== undefined && jobs.delete(entry);
    if (isEnded) this.#master.clock.soon(() => this.#runQueued(minion));
    return isEnded;
  }
}
