import { isoformat } from '../../../python/datetime.ts';
import { repr, str } from '../../../python/repr.ts';
import {
  float,
  isTruthy,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../python/value.ts';
import type { Minion } from '../../fleet.ts';
import { MinionError } from '../minion-error.ts';
import { masked } from '../pillar.ts';
import { callState, verifyData } from './call-state.ts';
import { tagOf } from './compile-chunks.ts';
import { statusOf, type RequisitesOf } from './requisite-status.ts';
import type { StateSite } from './state-site.ts';

/** What a run is told for all of its states. */
export interface RunOptions {
  readonly minion: Minion;
  readonly test: boolean;
  /** The minion's pillar, with the call's own laid over it. */
  readonly pillar: PyDict;
}

/** Where each of Salt's two ways to meet requisites differs. */
export interface Requisites {
  /** What a chunk requires; undefined where some of it is nowhere to be found. */
  requisitesOf(low: PyDict): RequisitesOf | undefined;
  /** Takes note that a chunk's turn has come. */
  enter(low: PyDict): void;
  /** Takes note that the turn of no chunk is on. */
  leaveAll(): void;
  /** Runs what an unmet chunk requires; false where that ends the matter. */
  meet(low: PyDict, run: StateRun): boolean;
}

/** How often Salt tries to meet the same chunk. */
const MOST_TRIES = 20;

/** One run of states: results by tag, in the order in which they came. */
export class StateRun {
  readonly site: StateSite;
  readonly running = new Map<string, PyDict>();
  /** Results of trials, which tell a `prereq` whether there would be changes. */
  readonly pre = new Map<string, PyDict>();
  readonly #options: RunOptions;
  readonly #requisites: Requisites;
  #number = 0;
  #isOver = false;

  constructor(site: StateSite, options: RunOptions, requisites: Requisites) {
    this.site = site;
    this.#options = options;
    this.#requisites = requisites;
  }

  /** Runs chunks in their order, each at most once, until one fails hard. */
  runAll(chunks: readonly PyDict[]): void {
    this.#isOver = false;
    for (const low of chunks) {
      if (this.#isOver) return;
      if (!this.running.has(tagOf(low))) {
        this.callChunk(low);
        if (this.failsHard(low)) return;
      }
      this.#requisites.leaveAll();
    }
  }

  /** Whether a chunk has failed that is told to end the run by that. */
  failsHard(low: PyDict): boolean {
    const outcome = this.running.get(tagOf(low))?.get('result');
    const fails = !this.#options.test && isTruthy(low.get('failhard')) && outcome !== undefined;
    return fails && outcome !== null && !isTruthy(outcome);
  }

  /** Ends the run: a chunk that another one requires has failed hard. */
  end(): void {
    this.#isOver = true;
  }

  /** Runs a chunk, as what it requires has come out. */
  callChunk(low: PyDict, tries = 0): void {
    const tag = tagOf(low);
    this.#requisites.enter(low);
    const requisites = this.#requisites.requisitesOf(low);
    const status = requisites === undefined ? 'unmet' : statusOf(requisites, this);
    if (status === 'unmet') {
      if (this.#requisites.meet(low, this)) this.#callMet(low, tag, tries);
    } else if (status === 'fail') this.#fail(low, tag, requisites ?? new Map());
    else if (status === 'pre')
      this.#keep(tag, low, this.#notRun(low, true, 'No changes detected', this.#marksAll), true);
    else if (status === 'onfail')
      this.#keep(
        tag,
        low,
        this.#notRun(low, true, 'State was not run because onfail req did not change', true),
      );
    else if (status === 'onchanges')
      this.#keep(
        tag,
        low,
        this.#notRun(
          low,
          true,
          'State was not run because none of the onchanges reqs changed',
          true,
        ),
      );
    else if (low.get('__prereq__') === true) this.pre.set(tag, this.call(low));
    else
      this.running.set(tag, this.#callWatching(low, status === 'change', requisites ?? new Map()));
  }

  /** Calls a chunk whatever it requires, and gives its result a number and a time. */
  call(low: PyDict, changed: readonly string[] = []): PyDict {
    const start = this.site.clock.now();
    const errors = verifyData(low);
    if (errors.length > 0) return this.#malformed(low, errors);
    const { random, masksPillar } = this.site;
    const { minion, pillar, test } = this.#options;
    const isTrial = low.get('__prereq__') === true;
    const result = callState(low, {
      minion,
      random,
      pillar: masksPillar ? (masked(pillar) as PyDict) : pillar,
      test: test || isTrial,
      changed,
    });
    if (isTrial) {
      low.set('__prereq__', false);
      return result;
    }
    result.set('__sls__', low.get('__sls__') ?? null);
    result.set('__run_num__', this.#number++);
    this.#time(result, start, 'start_time');
    const id = low.get('__id__');
    if (id === undefined) throw new MinionError('Exception', repr('__id__'), 'KeyError');
    return result.set('__id__', id);
  }

  /** Keeps a result that no function has given, as that of a chunk that requires too much. */
  keepFailure(low: PyDict, comment: string, isTimed: boolean): void {
    const result = isTimed
      ? this.#notRun(low, false, comment, false)
      : this.#numbered(low, new Map<PyScalar, PyValue>([...plain(false), ['comment', comment]]));
    (low.get('__prereq__') === true ? this.pre : this.running).set(tagOf(low), result);
  }

  /** Keeps what is said of a state that is listened to, or listens, and is not there. */
  keepListenFailure(tag: string, failure: PyDict): void {
    this.running.set(tag, failure.set('__run_num__', this.#number++));
  }

  /** Keeps the trial of a chunk that found nothing to try. */
  keepEmptyTrial(low: PyDict): void {
    const tag = tagOf(low);
    const result = this.#notRun(low, true, 'No changes detected', false);
    this.pre.set(tag, result.set('__state_ran__', false));
  }

  get #marksAll(): boolean {
    return this.site.traits.marksNotRun === 'all';
  }

  #callMet(low: PyDict, tag: string, tries: number): void {
    if (low.get('__prereq__') !== true) {
      if (tries + 1 >= MOST_TRIES) this.keepFailure(low, 'Recursive requisite found', false);
      else this.callChunk(low, tries + 1);
      return;
    }
    const requisites = this.#requisites.requisitesOf(low);
    const status = requisites === undefined ? 'unmet' : statusOf(requisites, this);
    if (status === 'pre' && this.site.traits.remembersEmptyTrials) {
      this.keepEmptyTrial(low);
      return;
    }
    const result = this.call(low);
    this.pre.set(tag, result);
    if (status !== 'change' || isTruthy(result.get('changes'))) return;
    result.set('changes', new Map([['watch', 'watch']]));
    result.set('result', null);
  }

  /** With watched changes and none of its own, what a state does to answer them takes its place. */
  #callWatching(low: PyDict, isChanged: boolean, requisites: RequisitesOf): PyDict {
    const result = this.call(low);
    if (!isChanged || isTruthy(result.get('changes')) || isTruthy(result.get('skip_watch')))
      return result;
    const changed = (requisites.get('watch') ?? [])
      .filter((chunk) => isTruthy(this.running.get(tagOf(chunk))?.get('changes')))
      .map((chunk) => `${str(chunk.get('state') ?? null)}: ${str(chunk.get('__id__') ?? null)}`);
    return this.call(watching(low), changed);
  }

  #fail(low: PyDict, tag: string, requisites: RequisitesOf): void {
    const tried = this.pre.get(tag);
    if (tried !== undefined) {
      if (isTruthy(tried.get('changes'))) tried.set('changes', new Map());
      this.running.set(tag, this.#numbered(low, tried));
      return;
    }
    const failed = new Set<string>();
    for (const chunk of [...requisites.values()].flat()) {
      const other = tagOf(chunk);
      const result = (this.pre.get(other) ?? this.running.get(other))?.get('result');
      if (result === false) failed.add(`${slsOf(chunk)}.${str(chunk.get('__id__') ?? null)}`);
    }
    const comment = `One or more requisite failed: ${[...failed].join(', ')}`;
    this.#keep(tag, low, this.#notRun(low, false, comment, this.#marksAll), true);
  }

  /** @param isOfTrial whether the older lines take it for the result of a trial too */
  #keep(tag: string, low: PyDict, result: PyDict, isOfTrial = false): void {
    this.running.set(tag, result);
    const isTrial = low.get('__prereq__') === true;
    if (this.#marksAll ? isTrial : isOfTrial) this.pre.set(tag, result);
  }

  #notRun(low: PyDict, outcome: boolean, comment: string, isMarked: boolean): PyDict {
    const result: PyDict = new Map(plain(outcome));
    this.#time(result, this.site.clock.now(), 'duration');
    result.set('comment', comment);
    if (isMarked) result.set('__state_ran__', false);
    return this.#numbered(low, result);
  }

  #malformed(low: PyDict, errors: readonly string[]): PyDict {
    return new Map<PyScalar, PyValue>([
      ['result', false],
      ['name', low.get('name') ?? null],
      ['changes', new Map()],
      ['comment', errors.map((error) => `${error}\n`).join('')],
      ['__run_num__', this.#number++],
    ]);
  }

  #numbered(low: PyDict, result: PyDict): PyDict {
    result.set('__run_num__', this.#number++);
    for (const key of ['__sls__', '__id__', 'name']) result.set(key, low.get(key) ?? null);
    return result;
  }

  /** The time of day at the start, and the milliseconds since then. */
  #time(result: PyDict, start: number, first: 'start_time' | 'duration'): void {
    const times = {
      start_time: isoformat(start).slice('2000-01-01T'.length),
      duration: float((this.site.clock.now() - start) / 1000),
    };
    result.set(first, times[first]);
    for (const [key, value] of Object.entries(times)) result.set(key, value);
  }
}

/** The chunk by which a state answers watched changes. */
export function watching(low: PyDict): PyDict {
  const fun = low.get('fun') ?? null;
  return new Map<PyScalar, PyValue>([...low]).set('sfun', fun).set('fun', 'mod_watch');
}

function plain(result: boolean): [PyScalar, PyValue][] {
  return [
    ['changes', new Map()],
    ['result', result],
  ];
}

function slsOf(chunk: PyDict): string {
  const sls = chunk.get('__sls__');
  if (sls === undefined) throw new MinionError('Exception', repr('__sls__'), 'KeyError');
  return str(sls);
}
