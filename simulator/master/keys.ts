import { fnmatch } from '../python/fnmatch.ts';
import { PyTypeError } from '../python/type-error.ts';
import { typeName } from '../python/type-name.ts';
import { isDict, type PyDict, type PyValue } from '../python/value.ts';
import type { KeyState, Minion } from './fleet.ts';
import type { Master } from './master.ts';

/** The name of a key state in listings, which is that of its directory on a real master. */
export const KEY_DIRECTORIES: Readonly<Record<KeyState, string>> = {
  accepted: 'minions',
  pending: 'minions_pre',
  rejected: 'minions_rejected',
  denied: 'minions_denied',
};

/** The key state that a listing's name stands for. */
function keyStateOf(directory: PyValue): KeyState | undefined {
  return (Object.keys(KEY_DIRECTORIES) as KeyState[]).find(
    (state) => KEY_DIRECTORIES[state] === directory,
  );
}

/** The minions by key state, in the order of the line's listings. */
export function minionsByState(master: Master): [directory: string, minions: Minion[]][] {
  return master.profile.keyListingOrder.map((directory) => [
    directory,
    master.fleet.withKey(keyStateOf(directory) ?? 'accepted'),
  ]);
}

/**
 * The globs of a `match` argument: a text, whose commas part them, or a list.
 *
 * @throws PyTypeError for anything else, as Python does when it looks for the comma or compares names
 */
export function keyGlobs(match: PyValue): string[] {
  if (typeof match === 'string') return match.split(',');
  if (!isDict(match) && !Array.isArray(match))
    throw new PyTypeError(`argument of type '${typeName(match)}' is not iterable`);
  return (Array.isArray(match) ? match : [match]).map((glob) => {
    if (typeof glob === 'string') return glob;
    throw new PyTypeError(`expected str, bytes or os.PathLike object, not ${typeName(glob)}`);
  });
}

/** The minions whose ids match, by key state, one that matches two globs twice; empty states left out. */
export function minionsMatching(
  master: Master,
  match: PyValue,
): [directory: string, minions: Minion[]][] {
  const globs = keyGlobs(match);
  return minionsByState(master)
    .map(([directory, minions]): [string, Minion[]] => [
      directory,
      minions.flatMap((minion) =>
        globs.filter((glob) => fnmatch(minion.id, glob)).map(() => minion),
      ),
    ])
    .filter(([, minions]) => minions.length > 0);
}

/** The files of the master's own key pair, as listings show them under `local`. */
export function masterKeyNames({ profile, config }: Master): { pem: string; pub: string } {
  const name = profile.masterKeyName === 'master' ? 'master' : config.id.replace(/_master$/, '');
  return { pem: `${name}.pem`, pub: `${name}.pub` };
}

/** Moves a minion's key to another state and tells the bus. */
export function moveKey(master: Master, minion: Minion, state: 'accepted' | 'rejected'): void {
  const isLetIn = state === 'accepted' && minion.key !== 'accepted';
  master.fleet.setKey(minion, state);
  const act = state === 'accepted' ? master.profile.keyActs.accept : master.profile.keyActs.reject;
  fireKeyEvent(master, act, minion, master.profile.keyEventHasPub);
  if (isLetIn) master.minions.accept(minion);
}

/** Forgets a minion's key and tells the bus. */
export function deleteKey(master: Master, minion: Minion): void {
  master.fleet.remove(minion);
  fireKeyEvent(master, master.profile.keyActs.delete, minion, false);
}

function fireKeyEvent(master: Master, act: string, minion: Minion, withPub: boolean): void {
  const data: PyDict = new Map<string, PyValue>([
    ['result', true],
    ['act', act],
    ['id', minion.id],
  ]);
  if (withPub) data.set('pub', minion.pub);
  master.events.fire('salt/key', data);
}
