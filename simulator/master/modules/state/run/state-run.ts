import { repr, str } from '../../../../python/repr.ts';
import { float, isTruthy, PyFloat, type PyDict } from '../../../../python/value.ts';
import { MinionError } from '../../minion-error.ts';
import { masked } from '../../pillar/masked.ts';
import { tagOf } from '../high/compile-chunks.ts';
import { statusOf, type RequisitesOf, type Status } from '../requisites/requisite-status.ts';
import type { Requisites } from '../requisites/requisites.ts';
import type { StateSite } from '../state-site.ts';
import { callState, verifyData } from './call-state.ts';
import { fireStateEvent } from './fire-state-event.ts';
import { hide } from './no-log.ts';
import { besideOthers } from './parallel.ts';
import { attemptComment, retryOf, wouldRetry } from './retry.ts';
import type { RunOptions } from './run-options.ts';
import { StateResults } from './state-results.ts';
import type { Steps } from './steps.ts';

/** How often Salt tries to meet the same chunk. */
const MOST_TRIES = 20;

/** What is said of a chunk that does not run although nothing has failed. */
const NOT_RUN: Partial<Readonly<Record<Status, string>>> = {
  pre: 'No changes detected',
  onfail: 'State was not run because onfail req did not change',
  onchanges: 'State was not run because none of the onchanges reqs changed',
};

/**
 * One run of states: results by tag, in the order in which they came (state.py call_chunks, 3006.28
 * to 3008.3).
 */
export class StateRun {
  readonly results: StateResults;
  readonly running = new Map<string, PyDict>();
  /** Results of trials, which tell a `prereq` whether there would be changes. */
  readonly pre = new Map<string, PyDict>();
  readonly #site: StateSite;
  readonly #options: RunOptions;
  readonly #requisites: Requisites;
  #isOver = false;
  /** How many states there are to run, as events tell. */
  #length = 0;

  constructor(site: StateSite, options: RunOptions, requisites: Requisites) {
    this.results = new StateResults(site.clock);
    this.#site = site;
    this.#options = options;
    this.#requisites = requisites;
  }

  /** Runs chunks in their order, each at most once, until one fails hard. */
  *runAll(chunks: readonly PyDict[]): Steps<void> {
    this.#isOver = false;
    this.#length = chunks.length;
    for (const low of chunks) {
      if (this.#isOver) return;
      if (!this.running.has(tagOf(low))) {
        yield* this.callChunk(low);
        if (this.failsHard(low)) return;
      }
      this.#requisites.leaveAll();
    }
  }

  /** Whether a chunk has failed that is told to end the run by that. */
  failsHard(low: PyDict): boolean {
    const outcome = this.running.get(tagOf(low))?.get('result');
    return !this.#options.test && isTruthy(low.get('failhard')) && outcome === false;
  }

  /** Ends the run: a chunk that another one requires has failed hard. */
  end(): void {
    this.#isOver = true;
  }

  /** Runs a chunk, as what it requires has come out. */
  *callChunk(low: PyDict, tries = 0): Steps<void> {
    const tag = tagOf(low);
    this.#requisites.enter(low);
    const found = this.#requisites.requisitesOf(low);
    const requisites: RequisitesOf = found ?? new Map();
    const status = this.#statusFor(found);
    const comment = NOT_RUN[status];
    if (status === 'unmet') {
      if (!(yield* this.#requisites.meet(low, this))) return;
      yield* this.#callMet(low, tag, tries);
    } else if (status === 'fail') this.#fail(low, tag, requisites);
    else if (comment !== undefined) {
      const isMarked = status !== 'pre' || this.#marksAll;
      const result = this.results.notRun(low, true, comment, isMarked);
      this.#keep(tag, low, result, status === 'pre');
    } else if (isTrial(low)) this.pre.set(tag, yield* this.call(low));
    else {
      const result = yield* this.#callWatching(low, status === 'change', requisites);
      const isBeside = isTruthy(low.get('parallel')) && !result.has('skip_watch');
      this.running.set(tag, isBeside ? besideOthers(result) : result);
    }
    const result = this.running.get(tag);
    if (result !== undefined)
      fireStateEvent(low, result, {
        site: this.#site,
        options: this.#options,
        length: this.#length,
      });
  }

  /** Calls a chunk whatever it requires, as often as it is to be tried. */
  *call(low: PyDict, changed: readonly string[] = [], attempt = 1): Steps<PyDict> {
    const result = yield* this.#callOnce(low, changed);
    const retry = retryOf(low);
    if (retry === undefined || !result.has('duration')) return result;
    if (this.#options.test)
      return result.set('comment', wouldRetry(result.get('comment') ?? '', retry));
    if (result.get('result') === retry.until || retry.attempts <= attempt) return result;
    const pause = retry.interval + (retry.splay > 0 ? this.#site.random.below(retry.splay + 1) : 0);
    this.results.wait(pause);
    const later = yield* this.call(low, changed, attempt + 1);
    later.set('comment', attemptComment(attempt, result, later));
    later.set('duration', float(milliseconds(later) + milliseconds(result) + pause * 1000));
    if (attempt === 1) later.set('start_time', result.get('start_time') ?? null);
    return later;
  }

  /** Keeps a result that no function has given, as that of a chunk that requires too much. */
  keep(low: PyDict, result: PyDict): void {
    (isTrial(low) ? this.pre : this.running).set(tagOf(low), result);
    fireStateEvent(low, result, { site: this.#site, options: this.#options, length: this.#length });
  }

  get #marksAll(): boolean {
    return this.#site.traits.marksNotRun === 'all';
  }

  #statusFor(requisites: RequisitesOf | undefined): Status {
    return requisites === undefined ? 'unmet' : statusOf(requisites, this);
  }

  *#callOnce(low: PyDict, changed: readonly string[]): Steps<PyDict> {
    const start = this.results.now();
    const errors = verifyData(low);
    if (errors.length > 0) return this.results.malformed(low, errors);
    const { random, masksPillar, traits } = this.#site;
    const { minion, machine, pillar, test, functions, orchestration } = this.#options;
    const result = yield* callState(low, {
      minion,
      machine,
      random,
      pillar: masksPillar ? masked(pillar) : pillar,
      plainPillar: pillar,
      test: test || isTrial(low),
      changed,
      functions,
      orchestration,
      traits,
    });
    if (isTrial(low)) {
      low.set('__prereq__', false);
      return result;
    }
    this.results.finish(low, result, start);
    if (traits.hidesByNoLog && isTruthy(low.get('no_log'))) hide(result);
    const id = low.get('__id__');
    if (id === undefined) throw new MinionError('Exception', repr('__id__'), 'KeyError');
    return result.set('__id__', id);
  }

  *#callMet(low: PyDict, tag: string, tries: number): Steps<void> {
    if (!isTrial(low)) {
      if (tries + 1 < MOST_TRIES) yield* this.callChunk(low, tries + 1);
      else this.keep(low, this.results.timeless(low, 'Recursive requisite found'));
      return;
    }
    const status = this.#statusFor(this.#requisites.requisitesOf(low));
    if (status === 'pre' && this.#site.traits.remembersEmptyTrials) {
      const result = this.results.notRun(low, true, 'No changes detected', false);
      this.pre.set(tag, result.set('__state_ran__', false));
      return;
    }
    const result = yield* this.call(low);
    this.pre.set(tag, result);
    if (status !== 'change' || isTruthy(result.get('changes'))) return;
    result.set('changes', new Map([['watch', 'watch']]));
    result.set('result', null);
  }

  /** With watched changes and none of its own, what a state does to answer them takes its place. */
  *#callWatching(low: PyDict, isChanged: boolean, requisites: RequisitesOf): Steps<PyDict> {
    const result = yield* this.call(low);
    if (!isChanged || isTruthy(result.get('changes')) || isTruthy(result.get('skip_watch')))
      return result;
    const changed = (requisites.get('watch') ?? [])
      .filter((chunk) => isTruthy(this.running.get(tagOf(chunk))?.get('changes')))
      .map((chunk) => `${textOf(chunk, 'state')}: ${textOf(chunk, '__id__')}`);
    return yield* this.call(watching(low), changed);
  }

  #fail(low: PyDict, tag: string, requisites: RequisitesOf): void {
    const tried = this.pre.get(tag);
    if (tried !== undefined) {
      if (isTruthy(tried.get('changes'))) tried.set('changes', new Map());
      this.running.set(tag, this.results.named(low, tried));
      return;
    }
    const failed = new Set<string>();
    for (const chunk of [...requisites.values()].flat()) {
      const other = tagOf(chunk);
      const result = (this.pre.get(other) ?? this.running.get(other))?.get('result');
      if (result === false) failed.add(`${slsOf(chunk)}.${textOf(chunk, '__id__')}`);
    }
    const comment = `One or more requisite failed: ${[...failed].join(', ')}`;
    this.#keep(tag, low, this.results.notRun(low, false, comment, this.#marksAll), true);
  }

  /** @param isOfTrial whether the older lines take it for the result of a trial too */
  #keep(tag: string, low: PyDict, result: PyDict, isOfTrial: boolean): void {
    this.running.set(tag, result);
    if (this.#marksAll ? isTrial(low) : isOfTrial) this.pre.set(tag, result);
  }
}

/** The chunk by which a state answers watched changes. */
export function watching(low: PyDict): PyDict {
  const fun = low.get('fun') ?? null;
  return new Map(low).set('sfun', fun).set('fun', 'mod_watch');
}

function isTrial(low: PyDict): boolean {
  return low.get('__prereq__') === true;
}

function textOf(chunk: PyDict, key: string): string {
  return str(chunk.get(key) ?? null);
}

function milliseconds(result: PyDict): number {
  const duration = result.get('duration');
  return duration instanceof PyFloat ? duration.value : Number(duration);
}

/** @throws MinionError as Python raises it where high data that came from outside says no file */
function slsOf(chunk: PyDict): string {
  const sls = chunk.get('__sls__');
  if (sls === undefined) throw new MinionError('Exception', repr('__sls__'), 'KeyError');
  return str(sls);
}
