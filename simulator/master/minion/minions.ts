import { carried } from '../../python/msgpack.ts';
import { str } from '../../python/repr.ts';
import {
  dict,
  getOr,
  isDict,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import { cachedReturn } from '../job-cache.ts';
import type { Master } from '../master.ts';
import type { PublishedJob } from '../published-job.ts';
import type { Orchestration } from '../states/salt/orchestration.ts';
import { minionAgrees } from '../targeting/match-target.ts';
import { asksForQueue } from './asks-for-queue.ts';
import { fireMinionEvent } from './minion-event.ts';
import { MinionWork } from './minion-work.ts';
import { argOf, returnData } from './return-data.ts';
import { runCompound } from './run-compound.ts';
import { runFunction, type FunctionResult } from './run-function.ts';
import { runOnMaster } from './run-on-master.ts';
import { ACCEPTANCE_WAIT_TIME, fireStart } from './start-minion.ts';
import { fireStateErrors } from './state-errors.ts';
import { Unattended } from './unattended.ts';

/** How many jids a minion remembers, as `minion_jid_queue_hwm` has it. */
const MOST_TAKEN = 100;

/** The minions at work: each takes the jobs that name it, runs them, and returns. */
export class Minions {
  readonly #master: Master;
  /** The last jids that each minion has taken: it takes none of them again. */
  readonly #taken = new Map<string, Set<string>>();
  /** Minions that know nothing yet of their accepted keys. */
  readonly #unaware = new Set<Minion>();
  readonly #work: MinionWork;
  readonly #unattended: Unattended;

  constructor(master: Master) {
    this.#master = master;
    this.#work = new MinionWork(master);
    this.#unattended = new Unattended(master, this.#work);
    for (const minion of master.fleet.accepted()) this.#unattended.start(minion);
  }

  /** Sends a job to its minions; those that are down, or read the target otherwise, never answer. */
  run(job: PublishedJob): void {
    this.#master.clock.soon(() => {
      const published = this.#publishedTo(job);
      for (const id of job.minions) {
        const minion = this.#master.fleet.get(id);
        if (
          minion?.up &&
          !this.#unaware.has(minion) &&
          this.#agrees(minion, job) &&
          this.#takes(minion, job)
        )
          this.#runOn(minion, job, published);
      }
    });
  }

  /** A minion that waits to be let in finds its key accepted at its next attempt, and starts. */
  accept(minion: Minion): void {
    if (!minion.up || this.#unaware.has(minion)) return;
    this.#unaware.add(minion);
    void this.#master.clock.timer(ACCEPTANCE_WAIT_TIME).passed.then(() => {
      this.#unaware.delete(minion);
      if (minion.key !== 'accepted') return;
      fireStart(this.#master, minion);
      this.#unattended.start(minion);
    });
  }

  /** Has a minion look at its schedule and beacons, in which something is new. */
  wake(minion: Minion): void {
    this.#unattended.wake(minion);
  }

  /** Has a minion note what it would have noted of its schedule by now. */
  catchUp(minion: Minion): void {
    this.#unattended.catchUp(minion);
  }

  /** Runs a job of a minion's schedule at once. */
  runScheduled(minion: Minion, name: PyScalar): void {
    this.#unattended.runJob(minion, name);
  }

  /** Runs an execution function on the master itself, as it were a minion. */
  runOnMaster(
    fun: string,
    args: readonly PyValue[],
    kwargs: PyDict,
    orchestration?: Orchestration,
  ): Promise<PyValue> {
    return runOnMaster(this.#master, fun, args, kwargs, orchestration);
  }

  #takes({ id }: Minion, { jid }: PublishedJob): boolean {
    const taken = this.#taken.get(id) ?? new Set();
    if (taken.has(jid)) return false;
    this.#taken.set(id, taken.add(jid));
    const [oldest = ''] = taken.size > MOST_TAKEN ? taken : [];
    taken.delete(oldest);
    return true;
  }

  #agrees(minion: Minion, { load }: PublishedJob): boolean {
    const delimiter = getOr(load, 'delimiter', ':');
    return minionAgrees(
      minion,
      load.get('tgt') ?? null,
      str(load.get('tgt_type') ?? null),
      this.#master.targetContext(delimiter),
    );
  }

  #runOn(minion: Minion, job: PublishedJob, published: PyDict): void {
    const { fun, arg } = { fun: job.load.get('fun') ?? null, arg: argOf(job) };
    // A minion that is given a dict for a function fails before it can return.
    if (isDict(fun)) return;
    if (asksForQueue(fun, arg, this.#master.profile) && this.#work.isRunningStates(minion)) {
      this.#work.queue(minion, () => this.#runOn(minion, job, published));
      return;
    }
    const site = { ...this.#work.siteOn(minion, published), clock: job.clock };
    const result = Array.isArray(fun)
      ? runCompound(fun, arg, site)
      : runFunction(str(fun), arg, site);
    const entry = (): PyDict =>
      new Map<string, PyValue>([
        ['pid', this.#work.nextPid()],
        ...(published as Map<string, PyValue>),
      ]);
    this.#work.follow(minion, result, entry, (finished) => this.#return(minion, job, finished));
  }

  /** The load as a minion has it: some lines add keys to what was published. */
  #publishedTo(job: PublishedJob): PyDict {
    if (!this.#master.profile.extraPublishKeys) return job.load;
    return new Map<string, PyValue>([
      ...(job.load as Map<string, PyValue>),
      ['resource_targets', []],
      ['pure_resource_target', false],
      ['minion_is_target', true],
    ]);
  }

  /** A return reaches the master: its event, its place in the job cache, and whoever waits for it. */
  #return(minion: Minion, job: PublishedJob, result: FunctionResult): void {
    if (result.isUnforeseen) this.#fireSaltError(minion);
    const finished = { ...result, value: carried(result.value) };
    const data = returnData(minion.id, job, finished, this.#master.clock);
    this.#master.events.fire(`salt/job/${job.jid}/ret/${minion.id}`, data);
    const stored = fireStateErrors(this.#master.events, data);
    this.#master.jobs.addReturn(job.jid, minion.id, cachedReturn(stored));
    job.addReturn(minion.id, data);
  }

  /** Tells of an exception, without saying which: an event of the minion's own (salt-core §8.5). */
  #fireSaltError(minion: Minion): void {
    const message = 'The minion function caused an exception';
    const data = dict({ message, args: [message], _stamp: this.#master.events.stamp() });
    fireMinionEvent(this.#master, minion, '_salt_error', data);
  }
}
