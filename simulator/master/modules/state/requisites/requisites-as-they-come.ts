import { fnmatch } from '../../../../python/fnmatch.ts';
import { str } from '../../../../python/repr.ts';
import { isTruthy, type PyDict } from '../../../../python/value.ts';
import { MinionError } from '../../minion-error.ts';
import { tagOf } from '../high/compile-chunks.ts';
import type { StateRun } from '../run/state-run.ts';
import type { Steps } from '../run/steps.ts';
import { withoutIdleWatches } from './idle-watches.ts';
import { REQUISITES, type Requisite } from './requisite-keywords.ts';
import type { RequisitesOf } from './requisite-status.ts';
import { isRequired, requiredBy, type Required } from './requisite.ts';
import type { Requisites } from './requisites.ts';

/** What is run for a chunk that waits for it, in this order. */
const MET: readonly Requisite[] = [
  ...REQUISITES.filter((name) => name !== 'onfail_all'),
  'prerequired',
];

/**
 * Requisites as the lines before 3008 meet them: a chunk whose turn it is has those run that it
 * requires (state.py call_chunk, 3006.28 and 3007.15).
 */
export class RequisitesAsTheyCome implements Requisites {
  readonly #chunks: readonly PyDict[];
  /** The files that were read, whatever states they have. */
  readonly #files: readonly string[];
  /** The chunks that wait for others to be run. */
  readonly #active = new Set<string>();

  constructor(chunks: readonly PyDict[], files: readonly string[] = []) {
    this.#chunks = chunks;
    this.#files = files;
  }

  enter(low: PyDict): void {
    if (!isTruthy(low.get('prerequired'))) this.#active.add(tagOf(low));
  }

  leaveAll(): void {
    this.#active.clear();
  }

  requisitesOf(low: PyDict): RequisitesOf | undefined {
    withoutIdleWatches(low);
    const isTrial = low.get('__prereq__') === true;
    const found = new Map<Requisite, PyDict[]>();
    for (const requisite of isTrial ? REQUISITES : ([...REQUISITES, 'prerequired'] as const)) {
      const chunks: PyDict[] = [];
      for (const required of requiredBy(low, requisite)) {
        if (required.name === null) continue;
        const those = this.#find(required);
        if (those.length === 0 && !this.#isFile(required)) return undefined;
        chunks.push(...those);
      }
      found.set(requisite, chunks);
    }
    return found;
  }

  *meet(low: PyDict, run: StateRun): Steps<boolean> {
    const isTrial = low.get('__prereq__') === true;
    const lost = new Map<Requisite, Required[]>();
    const waited: PyDict[] = [];
    for (const requisite of isTrial ? MET.filter((name) => name !== 'prerequired') : MET) {
      for (const required of requiredBy(low, requisite)) {
        const those = required.name === null ? [] : this.#find(required);
        if (those.length === 0 && !this.#isFile(required))
          lost.set(requisite, [...(lost.get(requisite) ?? []), required]);
        for (const chunk of those) {
          if (requisite === 'prereq') chunk.set('__prereq__', true);
          if (requisite === 'prerequired') chunk.set('__prerequired__', true);
        }
        waited.push(...those);
      }
    }
    if (lost.size > 0) {
      run.keep(low, run.results.notRun(low, false, lostText(lost), false));
      return false;
    }
    // What onfail_all waits for is never run for it, and Salt stumbles over that.
    if (waited.length === 0) throw unboundChunk();
    for (const chunk of waited)
      if (!run.running.has(tagOf(chunk)) && !(yield* this.#run(chunk, low, run))) return false;
    return true;
  }

  /** Runs a chunk that another waits for; false where that ends the matter for the other. */
  *#run(chunk: PyDict, low: PyDict, run: StateRun): Steps<boolean> {
    if (this.#active.has(tagOf(chunk))) {
      if (!isTruthy(chunk.get('__prerequired__')))
        run.keep(low, run.results.timeless(low, 'Recursive requisite found'));
      else if (!run.pre.has(tagOf(low))) {
        low.set('__prereq__', true);
        run.pre.set(tagOf(chunk), yield* run.call(low));
      }
      return false;
    }
    yield* run.callChunk(chunk);
    if (!run.failsHard(chunk)) return true;
    run.end();
    return false;
  }

  #isFile({ kind, name }: Required): boolean {
    return (
      kind === 'sls' && typeof name === 'string' && this.#files.some((sls) => fnmatch(sls, name))
    );
  }

  #find(required: Required): PyDict[] {
    const { kind, name } = required;
    const [first] = this.#chunks;
    if (typeof name !== 'string' && kind !== 'sls' && first !== undefined)
      throw notLocated(kind, first);
    return this.#chunks.filter((chunk) => isRequired(chunk, required));
  }
}

function unboundChunk(): MinionError {
  const text = "cannot access local variable 'chunk' where it is not associated with a value";
  return new MinionError('Exception', text, 'UnboundLocalError');
}

function notLocated(kind: string, chunk: PyDict): MinionError {
  const where = `present in state with name [${str(chunk.get('name') ?? null)}]`;
  const text = `Could not locate requisite of [${kind}] ${where}`;
  return new MinionError('Exception', text, 'salt.exceptions.SaltRenderError');
}

function lostText(lost: ReadonlyMap<Requisite, readonly Required[]>): string {
  const lines = [...lost].flatMap(([requisite, those]) => [
    `${' '.repeat(19)}${requisite}:\n`,
    ...those.map(({ kind, name }) => `${' '.repeat(23)}${kind}: ${str(name)}\n`),
  ]);
  return `The following requisites were not found:\n${lines.join('')}`;
}
