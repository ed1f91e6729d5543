import { carried } from '../../python/msgpack.ts';
import { str } from '../../python/repr.ts';
import { dict, getOr, isDict, type PyDict, type PyValue } from '../../python/value.ts';
import { MICROSECONDS } from '../clock.ts';
import type { Minion } from '../fleet.ts';
import { cachedReturn } from '../job-cache.ts';
import type { Master } from '../master.ts';
import type { PublishedJob } from '../published-job.ts';
import { minionAgrees } from '../targeting/match-target.ts';
import { fireMinionEvent } from './minion-event.ts';
import { MinionMemory } from './minion-memory.ts';
import { runCompound } from './run-compound.ts';
import { isOk, runFunction, type FunctionResult, type FunctionSite } from './run-function.ts';
import { runOnMaster } from './run-on-master.ts';
import { ACCEPTANCE_WAIT_TIME, fireStart } from './start-minion.ts';
import { fireStateErrors } from './state-errors.ts';

/** The first process id a simulated minion gives to a job. */
const FIRST_PID = 4711;

/** How many jids a minion remembers, as `minion_jid_queue_hwm` has it. */
const MOST_TAKEN = 100;

/** The minions at work: each takes the jobs that name it, runs them, and returns. */
export class Minions {
  readonly #master: Master;
  /** The last jids that each minion has taken: it takes none of them again. */
  readonly #taken = new Map<string, Set<string>>();
  /** What each minion is running now, as `saltutil.running` lists it. */
  readonly #running = new Map<string, Set<PyDict>>();
  /** By id of the minion: a key that is deleted and accepted anew finds it as it was. */
  readonly #memories = new Map<string, MinionMemory>();
  /** Minions that know nothing yet of their accepted keys. */
  readonly #unaware = new Set<Minion>();
  #nextPid = FIRST_PID;

  constructor(master: Master) {
    this.#master = master;
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
      if (minion.key === 'accepted') fireStart(this.#master, minion);
    });
  }

  /** Runs an execution function on the master itself, as it were a minion. */
  runOnMaster(fun: string, args: readonly PyValue[], kwargs: PyDict): Promise<PyValue> {
    return runOnMaster(this.#master, fun, args, kwargs);
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
    const site: FunctionSite = {
      minion,
      running: [...(this.#running.get(minion.id) ?? [])],
      master: this.#master,
      memory: this.#memoryOf(minion),
      endJob: (jid) => this.#endJob(minion, jid),
      published,
      answers: this.#master.answers,
    };
    const { fun, arg } = { fun: job.load.get('fun') ?? null, arg: argOf(job) };
    // A minion that is given a dict for a function fails before it can return.
    if (isDict(fun)) return;
    const result = Array.isArray(fun)
      ? runCompound(fun, arg, site)
      : runFunction(str(fun), arg, site);
    if (result === undefined) return;
    if (!(result instanceof Promise)) {
      this.#return(minion, job, result);
      return;
    }
    const jobs = this.#running.get(minion.id) ?? new Set();
    const entry: PyDict = new Map<string, PyValue>([
      ['pid', this.#nextPid++],
      ...(published as Map<string, PyValue>),
    ]);
    this.#running.set(minion.id, jobs.add(entry));
    void result
      .then((finished) => {
        if (finished !== undefined && jobs.has(entry)) this.#return(minion, job, finished);
      })
      .finally(() => jobs.delete(entry));
  }

  /** A job that is ended never returns. */
  #endJob({ id }: Minion, jid: string): boolean {
    const jobs = this.#running.get(id) ?? new Set();
    const entry = [...jobs].find((job) => job.get('jid') === jid);
    return entry !== undefined && jobs.delete(entry);
  }

  #memoryOf({ id }: Minion): MinionMemory {
    const memory = this.#memories.get(id) ?? new MinionMemory();
    this.#memories.set(id, memory);
    return memory;
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
    const data = this.#returnData(minion, job, { ...result, value: carried(result.value) });
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

  /** The data of a return event; the order of its first keys tells how the function ended (salt-core §8.2). */
  #returnData(minion: Minion, job: PublishedJob, result: FunctionResult): PyDict {
    const data: PyDict = new Map<string, PyValue>([
      ['cmd', '_return'],
      ['id', minion.id],
      ...outcomeFields(result),
      ['jid', job.jid],
      ['fun', job.load.get('fun') ?? null],
      ['fun_args', argOf(job)],
      ['user', job.load.get('user') ?? null],
    ]);
    const metadata = job.load.get('metadata');
    if (isDict(metadata)) data.set('metadata', metadata);
    if (result.failed === undefined && result.out !== undefined) data.set('out', result.out);
    data.set('_stamp', '');
    data.set('ts', Math.floor(this.#master.clock.now() / MICROSECONDS));
    return data;
  }
}

function outcomeFields({
  value,
  retcode,
  out,
  failed,
  perFunction,
}: FunctionResult): [string, PyValue][] {
  if (perFunction !== undefined) {
    return [
      ['return', value],
      ['retcode', perFunction.retcode],
      ['success', perFunction.success],
    ];
  }
  const fields: [string, PyValue][] = [
    ['success', isOk(retcode)],
    ['return', value],
  ];
  if (failed === 'running') fields.push(['out', out ?? null]);
  fields.push(['retcode', retcode]);
  if (failed === 'unknown function') fields.push(['out', out ?? null]);
  return fields;
}

function argOf(job: PublishedJob): PyValue[] {
  const arg = job.load.get('arg');
  return Array.isArray(arg) ? arg : [];
}
