import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import { MasterFunctionError } from '../clients/master-function-error.ts';
import type { MasterCall, MasterFunction, MasterModule } from '../clients/master-function.ts';
import type { Minion } from '../fleet.ts';
import type { CachedPart } from '../minion-cache.ts';

const KWARGS = { kwargs: true };

/** What of Salt can use git. */
const GIT_ROLES: readonly string[] = ['gitfs', 'git_pillar', 'winrepo'];

/**
 * The `cache` runner: what the master keeps of accepted minions, whether they are up or not (seen
 * on 3006.28, 3007.15 and 3008.3).
 */
export const cache: MasterModule = {
  grains: {
    signature: signature('grains', ['tgt'], { tgt_type: 'glob' }, KWARGS),
    doc: 'Answers the grains of the targeted minions.',
    run: (call) => ofEach(call, (minion) => call.master.minionCache.partOf(minion, 'grains')),
  },
  pillar: {
    signature: signature('pillar', [], { tgt: null, tgt_type: 'glob' }, KWARGS),
    doc: 'Answers the pillar of the targeted minions, of all where there is no target.',
    run: (call) => ofEach(call, (minion) => call.master.minionCache.partOf(minion, 'pillar')),
  },
  mine: {
    signature: signature('mine', [], { tgt: null, tgt_type: 'glob' }, KWARGS),
    doc: 'Answers what the targeted minions have sent to the mine.',
    run: (call) => ofEach(call, ({ id }) => call.master.mine.of(id)),
  },
  clear_grains: clearing('clear_grains', 'the grains', ['grains']),
  clear_pillar: clearing('clear_pillar', 'the pillar', ['pillar']),
  clear_mine: clearing('clear_mine', 'what is in the mine', ['mine']),
  clear_all: clearing('clear_all', 'all', ['grains', 'pillar', 'mine']),
  clear_mine_func: {
    signature: signature('clear_mine_func', [], {
      tgt: null,
      tgt_type: 'glob',
      clear_mine_func_flag: null,
    }),
    doc: 'Forgets one function of the targeted minions in the mine; false without a target.',
    run: (call) => {
      const fun = argument(call, 'clear_mine_func_flag');
      return clearEach(call, (id) => call.master.mine.delete(id, fun));
    },
  },
  store: {
    signature: signature('store', ['bank', 'key', 'data'], { cachedir: null }),
    doc: 'Keeps a value under a key of a bank.',
    run: (call) => {
      call.master.cache.store(text(call, 'bank'), text(call, 'key'), argument(call, 'data'));
      return null;
    },
  },
  fetch: {
    signature: signature('fetch', ['bank', 'key'], { cachedir: null }),
    doc: 'Answers what is under a key of a bank, else an empty dict.',
    run: (call) => {
      const { cache: banks, minionCache } = call.master;
      const [bank, key] = [text(call, 'bank'), text(call, 'key')];
      return banks.get(bank, key) ?? minionCache.bank(bank)?.get(key) ?? new Map();
    },
  },
  list: {
    signature: signature('list_', ['bank'], { cachedir: null }),
    doc: 'Answers the keys of a bank, and the banks in it.',
    run: (call) => {
      const { cache: banks, minionCache, profile } = call.master;
      const bank = text(call, 'bank');
      const names = new Set([...(minionCache.bank(bank)?.keys() ?? []), ...banks.list(bank)]);
      if (!profile.listsKeysWithoutTail) return [...names];
      return [...names].map((name) =>
        banks.get(bank, name) === undefined ? name : name.replace(/[.p]+$/, ''),
      );
    },
  },
  flush: {
    signature: signature('flush', ['bank'], { key: null, cachedir: null }),
    doc: 'Forgets a key of a bank, or all of it; answers whether there was any such thing.',
    run: (call) => {
      const { cache: banks, minionCache } = call.master;
      const bank = text(call, 'bank');
      const told = argument(call, 'key');
      const key = told === null ? undefined : str(told);
      return [banks.flush(bank, key), minionCache.flush(bank, key)].includes(true);
    },
  },
  clear_git_lock: {
    signature: signature('clear_git_lock', ['role'], { remote: null }, KWARGS),
    doc: 'Answers that no locks were removed: the master uses no git.',
    run: clearGitLock,
  },
  cloud: {
    signature: signature('cloud', ['tgt'], { provider: null }),
    doc: 'Answers nothing: the master knows of no cloud.',
    run: () => new Map(),
  },
};

/** A function that forgets parts of what is cached of minions; what it forgets a minion sends again. */
function clearing(
  name: string,
  what: string,
  parts: readonly (CachedPart | 'mine')[],
): MasterFunction {
  return {
    signature: signature(name, [], { tgt: null, tgt_type: 'glob' }),
    doc: `Forgets ${what} of the targeted minions until they send it again; false without a target.`,
    run: (call) =>
      clearEach(call, (id) => {
        for (const part of parts)
          if (part === 'mine') call.master.mine.flush(id);
          else call.master.minionCache.forget(id, part);
      }),
  };
}

function clearGitLock(call: MasterCall): PyValue {
  const others = [...call.arguments.kwargs].filter(
    ([name]) => name !== 'type' && !str(name).startsWith('__'),
  );
  if (others.length > 0) {
    const list = others.map(([name, value]) => `${str(name)}=${str(value)}`).join(', ');
    throw new MasterFunctionError(
      'SaltInvocationError',
      `The following keyword arguments are not valid: ${list}`,
    );
  }
  const role = str(argument(call, 'role'));
  if (!GIT_ROLES.includes(role))
    throw new MasterFunctionError('SaltInvocationError', `Invalid role '${role}'`);
  return 'No locks were removed';
}

function text(call: MasterCall, name: string): string {
  return str(argument(call, name));
}

function clearEach(call: MasterCall, clear: (id: string) => void): boolean {
  const tgt = argument(call, 'tgt');
  if (tgt === null) return false;
  for (const id of call.master.minionsOf(tgt, text(call, 'tgt_type'))) clear(id);
  return true;
}

function ofEach(call: MasterCall, part: (minion: Minion) => PyDict): PyDict {
  const { master } = call;
  const ids = master.minionsOf(argument(call, 'tgt') ?? '*', text(call, 'tgt_type'));
  return new Map<string, PyValue>(
    ids.flatMap((id) => {
      const minion = master.fleet.get(id);
      return minion === undefined ? [] : [[id, part(minion)]];
    }),
  );
}
