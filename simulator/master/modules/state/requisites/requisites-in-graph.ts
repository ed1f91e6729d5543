import type { PyDict } from '../../../../python/value.ts';
import { tagOf } from '../high/compile-chunks.ts';
import type { StateRun } from '../run/state-run.ts';
import type { Steps } from '../run/steps.ts';
import type { RequisiteGraph } from './requisite-graph.ts';
import type { RequisitesOf } from './requisite-status.ts';
import type { Requisites } from './requisites.ts';

/**
 * Requisites as Salt 3008 meets them: what is required stands before in the order, but for trials
 * (state.py call_chunk, 3008.3).
 */
export class RequisitesInGraph implements Requisites {
  readonly #graph: RequisiteGraph;

  constructor(graph: RequisiteGraph) {
    this.#graph = graph;
  }

  requisitesOf(low: PyDict): RequisitesOf {
    return this.#graph.requisitesOf(low);
  }

  enter(): void {}

  leaveAll(): void {}

  *meet(low: PyDict, run: StateRun): Steps<boolean> {
    for (const chunk of [...this.requisitesOf(low).values()].flat()) {
      if (run.running.has(tagOf(chunk))) continue;
      yield* run.callChunk(chunk);
      if (!run.failsHard(chunk)) continue;
      run.end();
      return false;
    }
    return true;
  }
}
