import type { PyDict } from '../../../../python/value.ts';
import { RequisiteGraph } from '../requisites/requisite-graph.ts';
import { RequisitesAsTheyCome } from '../requisites/requisites-as-they-come.ts';
import { RequisitesInGraph } from '../requisites/requisites-in-graph.ts';
import type { Requisites } from '../requisites/requisites.ts';
import { runListeners } from '../run/listen.ts';
import type { RunOptions } from '../run/run-options.ts';
import { StateRun } from '../run/state-run.ts';
import type { Steps } from '../run/steps.ts';
import type { StateSite, StateTraits } from '../state-site.ts';
import { applyExclude } from './apply-exclude.ts';
import { compileChunks } from './compile-chunks.ts';
import { orderChunks } from './order-chunks.ts';
import { reconcileExtend } from './reconcile-extend.ts';
import { requisiteIn } from './requisite-in.ts';
import { verifyHigh } from './verify-high.ts';

/** Low data: chunks in the order in which they run; or what is wrong with the high data. */
export interface Compiled {
  readonly chunks: readonly PyDict[];
  readonly errors: readonly string[];
  readonly requisites: Requisites;
}

/**
 * Compiles high data, as Salt's `compile_high_data`; what it extends and excludes stays as it is.
 *
 * @param files what was read: a file without any states can be required, too
 */
export function compile(
  high: PyDict,
  traits: StateTraits,
  files: readonly string[] = [],
): Compiled {
  const chunks = compileChunks(high);
  if (traits.requisites === 'as they come up') {
    const ordered = orderChunks(chunks);
    return { chunks: ordered, errors: [], requisites: new RequisitesAsTheyCome(ordered, files) };
  }
  const graph = new RequisiteGraph(chunks);
  return { chunks: graph.ordered, errors: graph.errors, requisites: new RequisitesInGraph(graph) };
}

/** Turns requisites around and takes out what is excluded, in place; gives what is wrong with it. */
export function reconcile(high: PyDict, traits: StateTraits): string[] {
  const errors = requisiteIn(high, traits.requisites === 'as they come up');
  applyExclude(high);
  return errors;
}

/** Runs high data, as Salt's `call_high`: the run, or what is wrong with it. */
export function* callHigh(
  high: PyDict,
  site: StateSite,
  options: RunOptions,
  files: readonly string[] = [],
): Steps<StateRun | string[]> {
  const { traits } = site;
  const wrong = [...reconcileExtend(high), ...verifyHigh(high, traits.scrutiny)];
  if (wrong.length > 0) return wrong;
  const alsoWrong = reconcile(high, traits);
  if (alsoWrong.length > 0) return alsoWrong;
  const { chunks, errors, requisites } = compile(high, traits, files);
  if (errors.length > 0) return [...errors];
  const run = new StateRun(site, options, requisites);
  yield* run.runAll(chunks);
  yield* runListeners(run, chunks);
  return run;
}
