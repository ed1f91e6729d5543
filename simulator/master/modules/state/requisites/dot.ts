import { str } from '../../../../python/repr.ts';
import type { PyDict } from '../../../../python/value.ts';
import type { Requisite } from './requisite-keywords.ts';

/** A chunk of a graph as it is drawn. */
export interface DrawnNode {
  readonly id: string;
  readonly chunk: PyDict;
  /** What must run after it, by its id, with the requisites that say so. */
  readonly after: readonly (readonly [id: string, requisites: readonly Requisite[]])[];
}

/** A graph in the language of Graphviz (utils/requisite.py to_dot, 3008.3). */
export function dotOf(nodes: readonly DrawnNode[]): string {
  const points = nodes.map(({ id, chunk }) => `  "${id}" [label="${labelOf(chunk)}"];`);
  const arrows = nodes.flatMap(({ id, after }) =>
    after.flatMap(([other, requisites]) =>
      requisites.map((requisite) => `  "${id}" -> "${other}" [label="${requisite}"];`),
    ),
  );
  return ['digraph G {', ...points, ...arrows, '}'].join('\n');
}

function labelOf(chunk: PyDict): string {
  const [state, fun, id, name] = ['state', 'fun', '__id__', 'name'].map((key) =>
    str(chunk.get(key) ?? null),
  );
  return [`${state}.${fun}`, id, ...(name === id ? [] : [`(${name})`])].join('\\n');
}
