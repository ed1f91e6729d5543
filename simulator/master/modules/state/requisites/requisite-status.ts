import { isTruthy, type PyDict } from '../../../../python/value.ts';
import { tagOf } from '../high/compile-chunks.ts';
import type { Requisite } from './requisite-keywords.ts';

/** The chunks that a chunk requires, by how it requires them. */
export type RequisitesOf = ReadonlyMap<Requisite, readonly PyDict[]>;

/** How things stand with what a chunk requires; it tells whether the chunk runs, and how. */
export type Status = 'met' | 'unmet' | 'fail' | 'change' | 'pre' | 'onfail' | 'onchanges';

type Finding = Status | 'premet' | 'onchangesmet';

/** Results by tag; those of the trials for `prereq` are kept apart. */
export interface ResultsSoFar {
  readonly running: ReadonlyMap<string, PyDict>;
  readonly pre: ReadonlyMap<string, PyDict>;
}

/**
 * How things stand with all that a chunk requires; the gravest finding decides (state.py
 * check_requisite, 3006.28 and 3007.15; _check_requisites, 3008.3).
 */
export function statusOf(requisites: RequisitesOf, results: ResultsSoFar): Status {
  const found = new Set<Finding>();
  for (const [requisite, chunks] of requisites)
    for (const finding of findingsOf(requisite, chunks, results)) found.add(finding);
  if (found.has('unmet')) return 'unmet';
  if (found.has('fail')) return 'fail';
  if (found.has('pre')) return found.has('premet') ? 'met' : 'pre';
  const changed = found.has('onchangesmet');
  if (found.has('onfail') && !changed) return 'onfail';
  if (found.has('onchanges') && !changed) return 'onchanges';
  if (found.has('change')) return 'change';
  return found.has('onfail') ? 'onfail' : 'met';
}

function findingsOf(
  requisite: Requisite,
  chunks: readonly PyDict[],
  { running, pre }: ResultsSoFar,
): Set<Finding> {
  const found = new Set<Finding>();
  for (const chunk of chunks) {
    const result = (requisite === 'prereq' ? pre : running).get(tagOf(chunk));
    const finding = result === undefined ? 'unmet' : findingOf(requisite, result);
    if (finding !== undefined) found.add(finding);
  }
  // Of several that would each do, one that does is enough.
  if (requisite.endsWith('_any') || requisite === 'onfail') {
    if (found.has('met') || found.has('change') || found.has('onchangesmet')) found.delete('fail');
    if (found.has('onchangesmet')) found.delete('onchanges');
    if (found.has('met')) found.delete('onfail');
  }
  if (requisite.endsWith('_all') && found.has('onfail')) found.delete('met');
  return found;
}

function findingOf(requisite: Requisite, result: PyDict): Finding | undefined {
  const outcome = result.get('result');
  const hasChanges = isTruthy(result.get('changes'));
  if (requisite.startsWith('onchanges'))
    return outcome === false || !hasChanges ? 'onchanges' : 'onchangesmet';
  if (requisite.startsWith('onfail')) {
    if (outcome === true) return 'onfail';
  } else if (outcome === false) return 'fail';
  if (requisite.startsWith('watch') && hasChanges) return 'change';
  if (requisite === 'prereq') return outcome === null ? 'premet' : 'pre';
  // What was marked for a prereq tells nothing once it ran, only while it is tried.
  if (requisite === 'prerequired' && outcome !== null) return undefined;
  return result.get('__state_ran__') === false ? undefined : 'met';
}
