import { str } from '../../../python/repr.ts';
import {
  isDict,
  isTruthy,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../python/value.ts';
import { hasInterval, intervalOf } from './fire-time.ts';
import { isJob, jobData, listedJob, type JobData } from './job-data.ts';
import { lookAtJob } from './look-at-job.ts';
import type { Moment, ScheduleSettings } from './moment.ts';
import { nextLook } from './next-look.ts';

/** Jobs by name, and settings of the schedule as a whole among them. */
type Jobs = Map<PyScalar, JobData | PyValue>;

/** What of a schedule is no job. */
const SETTINGS = ['enabled', 'skip_function', 'skip_during_range', 'splay'];

/** Where jobs of a schedule come from: the minion's own, its pillar, or both. */
export type ScheduleSource = 'opts' | 'pillar' | 'both';

/** The schedule of a minion: its own jobs, and those of its pillar, which it cannot change. */
export class MinionSchedule {
  /** The minion's own jobs by name. */
  readonly opts: Jobs;
  #pillar: Jobs = new Map();
  readonly #settings: ScheduleSettings = {
    enabled: true,
    splay: null,
    skipFunction: null,
    skipDuringRange: null,
  };

  /** @param opts what the minion's configuration says */
  constructor(opts: PyDict) {
    this.opts = jobsOf(opts);
  }

  /** Takes the schedule of a pillar, as it is now; what was noted of its jobs before is lost. */
  readPillar(pillar: PyDict): void {
    const said = pillar.get('schedule');
    this.#pillar = isDict(said) ? jobsOf(said) : new Map();
  }

  /** Jobs and settings; the minion's own go before those of the pillar. */
  from(source: ScheduleSource): Jobs {
    return new Map([
      ...(source === 'opts' ? [] : this.#pillar),
      ...(source === 'pillar' ? [] : this.opts),
    ]);
  }

  /** A job of that name, wherever it comes from. */
  job(name: PyScalar): JobData | undefined {
    const job = this.from('both').get(name);
    return isJob(job) ? job : undefined;
  }

  /** The schedule as schedule.list has it. */
  list(source: ScheduleSource): PyDict {
    return new Map(
      [...this.from(source)].map(([name, job]) => [
        name,
        isJob(job) && !SETTINGS.includes(str(name)) ? listedJob(job) : (job as PyValue),
      ]),
    );
  }

  /** Takes a job in, after all others and in place of one of that name; it is enabled unless it says otherwise. */
  set(name: PyScalar, said: PyDict): void {
    this.opts.delete(name);
    const job = jobData(said);
    if (!job.has('enabled')) job.set('enabled', true);
    this.opts.set(name, job);
  }

  /** Whether the schedule as a whole is on. */
  get isEnabled(): boolean {
    return isTruthy(this.#settings.enabled);
  }

  /**
   * Looks at every job, and runs those that are due.
   *
   * @returns when it is worth another look, in microseconds since the epoch
   */
  look(moment: Omit<Moment, 'settings'>, run: (job: JobData) => void): number | undefined {
    const jobs = this.from('both');
    this.#readSettings(jobs);
    const whole: Moment = { ...moment, settings: this.#settings };
    const looks: number[] = [];
    for (const [name, job] of jobs) {
      if (SETTINGS.includes(str(name))) continue;
      // Salt raises here, and logs it: the jobs after this one are looked at by no look.
      if (!isJob(job) || (hasInterval(job) && intervalOf(job) === undefined)) break;
      lookAtJob(str(name), job, whole, () => run(job));
      const next = nextLook(job, whole);
      if (next !== undefined) looks.push(next);
    }
    return looks.length === 0 ? undefined : Math.min(...looks);
  }

  #readSettings(jobs: Jobs): void {
    const read = (key: string): PyValue | undefined => jobs.get(key) as PyValue | undefined;
    const settings = this.#settings;
    settings.enabled = read('enabled') ?? settings.enabled;
    settings.splay = read('splay') ?? settings.splay;
    settings.skipFunction = read('skip_function') ?? settings.skipFunction;
    settings.skipDuringRange = read('skip_during_range') ?? settings.skipDuringRange;
  }
}

function jobsOf(said: PyDict): Jobs {
  return new Map([...said].map(([name, job]) => [name, isDict(job) ? jobData(job) : job]));
}
