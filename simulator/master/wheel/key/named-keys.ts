import { compareIgnoringCase } from '../../../python/compare.ts';
import { fnmatch } from '../../../python/fnmatch.ts';
import { str } from '../../../python/repr.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import { MasterFunctionError } from '../../clients/master-function-error.ts';
import { KEY_STATES, type KeyState, type Minion } from '../../fleet.ts';
import { deleteKey, KEY_DIRECTORIES, moveKey } from '../../keys.ts';
import type { Master } from '../../master.ts';

/**
 * `accept_dict` and `reject_dict`: moves the keys that `{state: [ids]}` names under these states.
 *
 * @returns where the named keys are then
 * @throws MasterFunctionError, PyTypeError for a key that is not there, as far as the line notices
 */
export function moveNamedKeys(
  master: Master,
  named: PyValue,
  to: 'accepted' | 'rejected',
  from: readonly KeyState[],
): PyDict {
  for (const state of from) {
    for (const id of idsUnder(named, state)) {
      const minion = minionNamed(master, state, id);
      if (minion !== undefined) moveKey(master, minion, to);
      else noticeMissing(master, to, `${KEY_DIRECTORIES[state]}/${id}`);
    }
  }
  return whereabouts(master, named);
}

/** `delete_dict`: deletes the keys that `{state: [ids]}` names; the answer is what is left of them. */
export function deleteNamedKeys(master: Master, named: PyValue): PyDict {
  for (const state of KEY_STATES) {
    for (const id of idsUnder(named, state)) {
      const minion = minionNamed(master, state, id);
      if (minion !== undefined) deleteKey(master, minion);
    }
  }
  return whereabouts(master, named);
}

/** The ids that a `{state: [ids]}` argument has under a state, a text being a list of letters to Python. */
function idsUnder(named: PyValue, state: KeyState): string[] {
  const ids = isDict(named) ? named.get(KEY_DIRECTORIES[state]) : undefined;
  const list = typeof ids === 'string' ? Array.from(ids) : ids;
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
}

/**
 * The minion that a name under a state stands for. A line that keeps its keys in one bank finds
 * them whatever state they are named under; only denied ones lie in a bank of their own.
 */
function minionNamed(master: Master, state: KeyState, id: string): Minion | undefined {
  const minion = master.fleet.get(id);
  if (minion === undefined || minion.key === state) return minion;
  const isFoundAnyway =
    master.profile.namedKeys === 'in any state' && state !== 'denied' && minion.key !== 'denied';
  return isFoundAnyway ? minion : undefined;
}

function noticeMissing(master: Master, to: 'accepted' | 'rejected', path: string): void {
  if (master.profile.namedKeys === 'in any state')
    throw new PyTypeError("'NoneType' object is not subscriptable");
  if (to === 'rejected') return;
  const pki = master.config.options.get('pki_dir') ?? '/etc/salt/pki/master';
  throw new MasterFunctionError(
    'FileNotFoundError',
    `[Errno 2] No such file or directory: '${str(pki)}/${path}'`,
  );
}

/** The current states of the named keys, in the order of the names; a name may be a glob. */
function whereabouts(master: Master, named: PyValue): PyDict {
  const found = new Map<string, string[]>();
  for (const names of isDict(named) ? named.values() : []) {
    const ids = (Array.isArray(names) ? names : []).map(String).toSorted(compareIgnoringCase);
    for (const id of ids) {
      for (const state of KEY_STATES) {
        if (!master.fleet.withKey(state).some((minion) => fnmatch(minion.id, id))) continue;
        const directory = KEY_DIRECTORIES[state];
        found.set(directory, [...(found.get(directory) ?? []), id]);
      }
    }
  }
  return found;
}
