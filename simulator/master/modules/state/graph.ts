import { signature } from '../../../python/signature.ts';
import { isDict, type PyValue } from '../../../python/value.ts';
import type { ExecutionModule } from '../function.ts';
import { compileChunks } from './high/compile-chunks.ts';
import { dotOf } from './requisites/dot.ts';
import { RequisiteGraph } from './requisites/requisite-graph.ts';
import { showHighstate, showSls } from './show.ts';

const KWARGS = { kwargs: true };

/** The part of `state` that draws what states require of each other (modules/state.py; seen on 3008.3). */
export const graphs: ExecutionModule = {
  graph: {
    signature: signature('graph', ['mods'], { test: null, queue: null }, KWARGS),
    doc: 'Answers the graph of what the states of files require, in the language of Graphviz.',
    run: (call) => drawn(showSls(call)),
  },
  graph_highstate: {
    signature: signature('graph_highstate', [], { queue: null }, KWARGS),
    doc: 'Answers the graph of what the states of the highstate require.',
    run: (call) => drawn(showHighstate(call)),
  },
};

/** High data as a graph; what is wrong with it stays as it is. */
function drawn(high: PyValue): PyValue {
  return isDict(high) ? dotOf(new RequisiteGraph(compileChunks(high)).nodes()) : high;
}
