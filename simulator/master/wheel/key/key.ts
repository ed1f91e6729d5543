import { signature } from '../../../python/signature.ts';
import { typeName } from '../../../python/type-name.ts';
import { isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { MasterFunctionError } from '../../clients/master-function-error.ts';
import type { MasterCall, MasterFunction, MasterModule } from '../../clients/master-function.ts';
import type { KeyState, Minion } from '../../fleet.ts';
import {
  deleteKey,
  KEY_DIRECTORIES,
  masterKeyNames,
  minionsByState,
  minionsMatching,
  moveKey,
} from '../../keys.ts';
import type { Master } from '../../master.ts';
import { finger, fingerMaster } from './finger.ts';
import { deleteNamedKeys, moveNamedKeys } from './named-keys.ts';

const idsOf = (minions: readonly Minion[]): string[] => minions.map(({ id }) => id);

/** A listing of ids by key state. */
function listing(groups: readonly [string, Minion[]][]): PyDict {
  return new Map(groups.map(([directory, minions]) => [directory, idsOf(minions)]));
}

function named(call: MasterCall, name: string): PyValue {
  return call.arguments.named.get(name) ?? null;
}

const matching = (name: string): MasterFunction => ({
  signature: signature(name, ['match']),
  doc: 'Answers the ids that match, by the state of their keys.',
  run: (call) => listing(minionsMatching(call.master, named(call, 'match'))),
});

/** What the beginning of a word after `key.list` stands for. */
const LIST_WORDS: readonly (readonly [prefixes: readonly string[], state: KeyState])[] = [
  [['acc'], 'accepted'],
  [['pre', 'un'], 'pending'],
  [['rej'], 'rejected'],
  [['den'], 'denied'],
];

/** The `key` wheel: the keys of minions and what becomes of them (salt-core §6). */
export const key: MasterModule = {
  list_all: {
    signature: signature('list_all'),
    doc: 'Answers every id by the state of its key, and the names of the master’s own key files.',
    run: ({ master }) => everything(master),
  },
  list: {
    signature: signature('list_', ['match']),
    doc: 'Answers the ids in one key state, named by its beginning.',
    run: (call) => listOneState(call.master, named(call, 'match')),
  },
  name_match: matching('name_match'),
  glob_match: matching('glob_match'),
  accept: {
    signature: signature('accept', ['match'], { include_rejected: false, include_denied: false }),
    doc: 'Accepts the pending keys that match.',
    run: (call) => change(call, 'accepted', ['pending', ...flagged(call)]),
  },
  accept_dict: {
    signature: signature('accept_dict', ['match'], {
      include_rejected: false,
      include_denied: false,
    }),
    doc: 'Accepts the keys named by state.',
    run: (call) =>
      moveNamedKeys(call.master, named(call, 'match'), 'accepted', ['pending', ...flagged(call)]),
  },
  reject: {
    signature: signature('reject', ['match'], { include_accepted: false, include_denied: false }),
    doc: 'Rejects the pending keys that match.',
    run: (call) => change(call, 'rejected', ['pending', ...flagged(call)]),
  },
  reject_dict: {
    signature: signature('reject_dict', ['match'], {
      include_accepted: false,
      include_denied: false,
    }),
    doc: 'Rejects the keys named by state.',
    run: (call) =>
      moveNamedKeys(call.master, named(call, 'match'), 'rejected', ['pending', ...flagged(call)]),
  },
  delete: {
    signature: signature('delete', ['match']),
    doc: 'Deletes the keys that match, in every state.',
    run: (call) => {
      for (const [, minions] of minionsMatching(call.master, named(call, 'match'))) {
        for (const minion of minions) deleteKey(call.master, minion);
      }
      return listing(minionsMatching(call.master, named(call, 'match')));
    },
  },
  delete_dict: {
    signature: signature('delete_dict', ['match']),
    doc: 'Deletes the keys named by state.',
    run: (call) => deleteNamedKeys(call.master, named(call, 'match')),
  },
  finger,
  finger_master: fingerMaster,
  print: {
    signature: signature('key_str', ['match']),
    doc: 'Answers the public keys that match.',
    run: (call) =>
      new Map(
        minionsMatching(call.master, named(call, 'match')).map(([directory, minions]) => [
          directory,
          new Map(minions.map(({ id, pub }) => [id, pub])),
        ]),
      ),
  },
  master_key_str: {
    signature: signature('master_key_str'),
    doc: 'Answers the master’s public key.',
    run: ({ master }) => new Map([['local', new Map([[masterKeyNames(master).pub, master.pub]])]]),
  },
};

function everything(master: Master): PyDict {
  const { pem, pub } = masterKeyNames(master);
  return listing(minionsByState(master)).set('local', [pem, pub]);
}

/** @throws MasterFunctionError for what is no text */
function listOneState(master: Master, word: PyValue): PyDict {
  if (typeof word !== 'string') {
    const text = `'${typeName(word)}' object has no attribute 'startswith'`;
    throw new MasterFunctionError('AttributeError', text);
  }
  if (word.startsWith('all')) return everything(master);
  const found = LIST_WORDS.find(([prefixes]) => prefixes.some((prefix) => word.startsWith(prefix)));
  if (found === undefined) return new Map();
  const [, state] = found;
  return new Map([[KEY_DIRECTORIES[state], idsOf(master.fleet.withKey(state))]]);
}

/** The further states that the call's `include_` flags open. */
function flagged(call: MasterCall): KeyState[] {
  return (['accepted', 'rejected', 'denied'] as const).filter((state) =>
    isTruthy(named(call, `include_${state}`)),
  );
}

/** Moves the matching keys in these states; the answer is every key that matches then. */
function change(call: MasterCall, to: 'accepted' | 'rejected', from: readonly KeyState[]): PyDict {
  const match = named(call, 'match');
  const found = new Map(minionsMatching(call.master, match));
  for (const state of from) {
    for (const minion of found.get(KEY_DIRECTORIES[state]) ?? []) moveKey(call.master, minion, to);
  }
  return listing(minionsMatching(call.master, match));
}
