import { compareCodePoints } from '../../../../python/compare.ts';
import { repr, str } from '../../../../python/repr.ts';
import { dict, type PyDict, type PyValue } from '../../../../python/value.ts';
import { tagOf } from '../high/compile-chunks.ts';
import { capOf, compareLabels, orderNumber, settleOrder } from '../high/order-chunks.ts';
import type { DrawnNode } from './dot.ts';
import { findCircle } from './find-circle.ts';
import { withoutIdleWatches } from './idle-watches.ts';
import { REQUISITES, type Requisite } from './requisite-keywords.ts';
import type { RequisitesOf } from './requisite-status.ts';
import { isRequired, requiredBy, type Required } from './requisite.ts';
import { SortedQueue } from './sorted-queue.ts';

/** How much each requisite weighs where the order of a chunk is drawn to that of its followers. */
const WEIGHTS: readonly Requisite[] = [
  'onfail',
  'onfail_any',
  'onfail_all',
  'require',
  'require_any',
  'onchanges',
  'onchanges_any',
  'watch',
  'watch_any',
  'prereq',
];

interface Node {
  readonly id: string;
  readonly chunk: PyDict;
  /** What must run before, and after, with the requisites that say so. */
  readonly before: Map<Node, Set<Requisite>>;
  readonly after: Map<Node, Set<Requisite>>;
}

/**
 * The chunks of a run and what they require of each other, as Salt 3008 keeps them: a chunk that a
 * `prereq` names is in it a second time, for its trial (utils/requisite.py DependencyGraph,
 * 3008.3).
 */
export class RequisiteGraph {
  readonly #nodes = new Map<string, Node>();
  readonly errors: string[] = [];
  readonly ordered: readonly PyDict[];

  constructor(chunks: readonly PyDict[]) {
    for (const chunk of chunks) this.#node(tagOf(chunk), chunk);
    for (const chunk of chunks) {
      withoutIdleWatches(chunk);
      this.#require(chunk);
    }
    const sorted = this.#sort(capOf(chunks));
    if (sorted === undefined)
      this.errors.push(`Recursive requisites were found: ${this.#circle().join(', ')}`);
    this.ordered = sorted ?? [];
  }

  /** What a chunk requires; of one that is being tried, what its trial does. */
  requisitesOf(low: PyDict): RequisitesOf {
    const node = this.#nodes.get(low.get('__prereq__') === true ? trialOf(low) : tagOf(low));
    const found = new Map<Requisite, PyDict[]>();
    for (const [other, requisites] of node?.before ?? [])
      for (const requisite of requisites)
        found.set(requisite, [...(found.get(requisite) ?? []), other.chunk]);
    return found;
  }

  /** The chunks of the graph, as they came into it. */
  nodes(): DrawnNode[] {
    return [...this.#nodes.values()].map(({ id, chunk, after }) => ({
      id,
      chunk,
      after: [...after].map(([other, requisites]) => [other.id, [...requisites]]),
    }));
  }

  #node(id: string, chunk: PyDict): Node {
    const known = this.#nodes.get(id);
    if (known !== undefined) return known;
    const node = { id, chunk, before: new Map(), after: new Map() };
    this.#nodes.set(id, node);
    return node;
  }

  #require(chunk: PyDict): void {
    for (const requisite of REQUISITES) {
      for (const required of requiredBy(chunk, requisite)) {
        const { kind, name } = required;
        if (name === null) continue;
        const where = `in state [${str(chunk.get('name') ?? null)}] in SLS [${str(chunk.get('__sls__') ?? null)}]`;
        if (typeof name !== 'string') {
          this.errors.push(
            `Requisite [${requisite}: ${kind}] ${where} must have a string as the value`,
          );
          return;
        }
        const found = this.#find(required);
        if (found.length === 0 && !(kind === 'sls' && isGlob(name))) {
          const what = `for requisite [${requisite}: (${kind}: ${name})]`;
          this.errors.push(`Referenced state does not exist ${what} ${where}`);
          return;
        }
        for (const other of found) this.#add(chunk, requisite, other);
      }
    }
  }

  #find(required: Required): Node[] {
    const chunks = [...this.#nodes.values()].filter(({ id, chunk }) => id === tagOf(chunk));
    return chunks.filter(({ chunk }) =>
      isGlob(required.name) ? isRequired(chunk, required) : isRequiredExactly(chunk, required),
    );
  }

  #add(chunk: PyDict, requisite: Requisite, other: Node): void {
    const node = this.#node(tagOf(chunk), chunk);
    if (requisite === 'prereq') {
      this.#addTrial(node, other);
      return;
    }
    if (chunk.get('__prereq__') === true) link(other, this.#node(trialOf(chunk), chunk), requisite);
    link(other, node, requisite);
  }

  /** The trial of what is required comes first, the chunk then, what is required last. */
  #addTrial(node: Node, other: Node): void {
    other.chunk.set('__prereq__', true);
    node.chunk.set('__prerequiring__', true);
    const known = this.#nodes.get(trialOf(other.chunk));
    const trial = known ?? this.#node(trialOf(other.chunk), other.chunk);
    if (known === undefined)
      for (const [before, requisites] of other.before)
        for (const requisite of requisites)
          if (requisite !== 'prereq') link(before, trial, requisite);
    link(trial, node, 'prereq');
    link(node, other, 'require');
    const own = this.#nodes.get(trialOf(node.chunk));
    if (own !== undefined) link(trial, own, 'prereq');
  }

  /** The chunks so that each stands behind what it requires; undefined where there is a circle. */
  #sort(cap: number): PyDict[] | undefined {
    const waitsFor = new Map<Node, number>();
    const queue = new SortedQueue<{ node: Node; orders: readonly [number, number] }>(
      (a, b) =>
        a.orders[0] - b.orders[0] ||
        a.orders[1] - b.orders[1] ||
        compareLabels(a.node.chunk, b.node.chunk) ||
        compareCodePoints(a.node.id, b.node.id),
    );
    for (const node of this.#nodes.values()) {
      const count = [...node.before.values()].reduce((sum, { size }) => sum + size, 0);
      waitsFor.set(node, count);
      if (count === 0) queue.add({ node, orders: ordersOf(node, cap) });
    }
    const sorted: PyDict[] = [];
    for (let next = queue.take(); next !== undefined; next = queue.take()) {
      sorted.push(next.node.chunk);
      for (const [after, requisites] of next.node.after) {
        const left = (waitsFor.get(after) ?? 0) - requisites.size;
        waitsFor.set(after, left);
        if (left === 0) queue.add({ node: after, orders: ordersOf(after, cap) });
      }
    }
    return sorted.length === this.#nodes.size ? sorted : undefined;
  }

  /** The steps of one circle, each as Python prints it. */
  #circle(): string[] {
    const steps = findCircle([...this.#nodes.values()], ({ after }) => after.keys());
    return steps.map(([first, then]) => {
      const [requisite = 'require'] = first.after.get(then) ?? [];
      const isOfPrereq = requisite === 'require' && !then.chunk.has('require');
      const shown = isOfPrereq ? 'prereq' : requisite;
      return `(${describe(then.chunk)}, '${shown}', ${describe(first.chunk)})`;
    });
  }
}

function trialOf(chunk: PyDict): string {
  return `${tagOf(chunk)}_|-__prereq_test__`;
}

function link(before: Node, after: Node, requisite: Requisite): void {
  before.after.set(after, (before.after.get(after) ?? new Set()).add(requisite));
  after.before.set(before, (after.before.get(before) ?? new Set()).add(requisite));
}

function isGlob(name: PyValue): boolean {
  return /[*?[\]]/.test(str(name));
}

/** A name without the characters of globs is compared as it is. */
function isRequiredExactly(chunk: PyDict, { kind, name }: Required): boolean {
  if (kind !== 'sls')
    return (
      (kind === 'id' || chunk.get('state') === kind) &&
      (chunk.get('name') === name || chunk.get('__id__') === name)
    );
  const includers = chunk.get('__sls_included_from__');
  return chunk.get('__sls__') === name || (Array.isArray(includers) && includers.includes(name));
}

/** The order of a chunk, drawn to that of the first to follow it by the requisite that weighs most; and its own. */
function ordersOf({ chunk, after }: Node, cap: number): readonly [number, number] {
  const own = settleOrder(chunk, cap);
  let [least, weight] = [Infinity, -1];
  for (const [next, requisites] of after)
    for (const requisite of requisites) {
      if (weight > WEIGHTS.indexOf(requisite)) continue;
      weight = WEIGHTS.indexOf(requisite);
      const order = next.chunk.get('order');
      least = Math.min(least, order === undefined ? Infinity : orderNumber(order, cap));
    }
  return [Math.min(own, least), own];
}

function describe(chunk: PyDict): string {
  const [sls = null, id = null, name = null] = ['__sls__', '__id__', 'name'].map((key) =>
    chunk.get(key),
  );
  return repr(dict({ SLS: sls, ID: id, ...(name !== id && { NAME: name }) }));
}
