import { isoformat } from '../../python/datetime.ts';
import { repr, str } from '../../python/repr.ts';
import { isDict, type PyScalar } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import type { Master } from '../master.ts';
import { MinionError } from '../modules/minion-error.ts';
import type { Random } from '../random.ts';
import { withKwargs } from '../with-kwargs.ts';
import { lookAtBeacons } from './beacons/look-at-beacons.ts';
import { argumentsAsGiven } from './load-arguments.ts';
import { MinionLoop } from './minion-loop.ts';
import type { MinionWork } from './minion-work.ts';
import { runFunction, type FunctionResult } from './run-function.ts';
import type { JobData } from './schedule/job-data.ts';
import { isBelowMaxRunning } from './schedule/look-at-job.ts';
import type { Moment } from './schedule/moment.ts';
import { returnScheduled, scheduledRun } from './schedule/scheduled-run.ts';

/** What minions do by themselves, once they are up and their keys accepted. */
export class Unattended {
  readonly #master: Master;
  readonly #work: MinionWork;
  readonly #loop: MinionLoop;
  readonly #randoms = new Map<string, Random>();

  constructor(master: Master, work: MinionWork) {
    this.#master = master;
    this.#work = work;
    this.#loop = new MinionLoop(master.clock, (id, now) => this.#look(id, now));
  }

  /** Has a minion look at what there is to do, at the next turn of its loop. */
  wake({ id }: Minion): void {
    this.#loop.wake(id);
  }

  /** Has a minion note what it would have noted by now, though there was nothing to do. */
  catchUp({ id }: Minion): void {
    this.#loop.catchUp(id);
  }

  /** Has a minion that starts look at what there is to do, if there is anything. */
  start(minion: Minion): void {
    if (minion.opts !== undefined || minion.pillar.has('schedule') || minion.pillar.has('beacons'))
      this.wake(minion);
  }

  /** Runs a job of the schedule at once, though not more often at a time than it allows. */
  runJob(minion: Minion, name: PyScalar): void {
    this.#master.clock.soon(() => {
      const job = this.#work.memoryOf(minion).schedule.job(name);
      if (job === undefined || !this.#isAtWork(minion)) return;
      if (!job.has('name')) job.set('name', name);
      if (isBelowMaxRunning(job, this.#momentOf(minion, this.#master.clock.now())))
        this.#run(minion, job);
    });
  }

  #isAtWork(minion: Minion): boolean {
    return minion.up && minion.key === 'accepted' && this.#master.fleet.get(minion.id) === minion;
  }

  #look(id: string, now: number): number | undefined {
    const minion = this.#master.fleet.get(id);
    if (minion === undefined || !this.#isAtWork(minion)) return undefined;
    const { schedule } = this.#work.memoryOf(minion);
    const looks = [
      schedule.look(this.#momentOf(minion, now), (job) => this.#run(minion, job)),
      this.#lookAtBeacons(minion, now),
    ].filter((look) => look !== undefined);
    return looks.length === 0 ? undefined : Math.min(...looks);
  }

  #lookAtBeacons(minion: Minion, now: number): number | undefined {
    const { events, clock, profile } = this.#master;
    const { beacons, beaconNotes } = this.#work.memoryOf(minion);
    const inPillar = minion.pillar.get('beacons');
    const all = new Map([...(isDict(inPillar) ? inPillar : []), ...beacons]);
    return lookAtBeacons(all, beaconNotes, {
      id: minion.id,
      now,
      time: isoformat(clock.now()),
      knowsRunningState: profile.beaconsKnowRunningState,
      isRunningStates: this.#work.isRunningStates(minion),
      ask: (fun, ...args) => {
        const result = runFunction(fun, args, this.#work.siteOn(minion, new Map()));
        if (result === undefined || result instanceof Promise) return null;
        if (result.failed === undefined) return result.value;
        throw new MinionError('Exception', repr(fun), 'KeyError');
      },
      fire: (beacon, tag, data) => {
        events.fire(`salt/beacon/${minion.id}/${str(beacon)}/${tag}`, data);
      },
    });
  }

  #momentOf(minion: Minion, now: number): Omit<Moment, 'settings'> {
    const { profile } = this.#master;
    const names = [minion.pillar.get('whens'), minion.grains.get('whens')];
    return {
      now,
      traits: profile.schedule,
      whens: names.filter((whens) => whens !== undefined),
      running: (name: string) =>
        this.#work.runningOn(minion).filter((job) => job.get('schedule') === name).length,
      between: (first: number, last: number) =>
        first + this.#randomOf(minion).below(last - first + 1),
    };
  }

  #randomOf({ id }: Minion): Random {
    const random = this.#randoms.get(id) ?? this.#master.random.named(`schedule of ${id}`);
    this.#randoms.set(id, random);
    return random;
  }

  #run(minion: Minion, job: JobData): void {
    const run = scheduledRun(this.#master, minion.id, job, this.#work.nextPid());
    const site = {
      ...this.#work.siteOn(minion, run.known),
      // Nobody waits for it: time does not skip ahead for its sake.
      clock: this.#master.clock.unattended,
      load: argumentsAsGiven,
    };
    const result = runFunction(run.fun, withKwargs(run.args, run.kwargs), site);
    const done = (finished: FunctionResult): void =>
      returnScheduled(this.#master, job, run, finished);
    if (run.isListed) this.#work.follow(minion, result, () => new Map(run.known), done);
    else void Promise.resolve(result).then((finished) => finished && done(finished));
  }
}
