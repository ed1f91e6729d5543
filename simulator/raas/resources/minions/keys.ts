import type { KeyState } from '../../../master/fleet.ts';
import { deleteKey, moveKey } from '../../../master/keys.ts';
import type { KnownMaster } from '../../masters/known-master.ts';
import { holds, pageOf } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { newUuid } from '../../uuid.ts';

type Methods = Resource<'minions'>;

/** The keys of minions on all masters. */
export const getMinionKeyState: Methods['get_minion_key_state'] = ({ raas, args }) => {
  const rows = raas.knownMasters
    .list()
    .filter(({ master_id }) => holds(master_id, args.master_id))
    .flatMap((known) =>
      [...raas.minions.keysOf(known)].map(([minion, state]) => ({
        master: known.master_id,
        minion,
        state,
      })),
    )
    .filter(({ minion }) => holds(minion, args.minion_id))
    .filter(({ state }) => args.key_state === null || state === args.key_state);
  const { count, results } = pageOf(rows, args, (row, name) => row[SORTED_BY[name] ?? 'minion']);
  // Clients show a list here: on a real master an id can have a key in two states at once.
  const shown = results.map(({ master, minion, state }) => ({
    master,
    minion,
    key_state: [state],
  }));
  return { count, results: shown };
};

const SORTED_BY: Readonly<Record<string, 'master' | 'minion' | 'state'>> = {
  master_id: 'master',
  minion_id: 'minion',
  key_state: 'state',
};

type Arguments = Parameters<Methods['set_minion_key_state']>[0]['args'];

/** Has masters accept, reject or delete keys: a task a master, and each is done at once. */
export const setMinionKeyState: Methods['set_minion_key_state'] = ({ raas, args, warn }) => {
  expectFlags(args);
  const from = statesFrom(args);
  const tasks = new Map<string, string>();
  for (const [master_id = '', minion_id = ''] of args.minions) {
    const masters =
      master_id === '*' ? raas.knownMasters.list() : [raas.knownMasters.expect(master_id)];
    for (const known of masters) {
      if (!tasks.has(known.master_id)) tasks.set(known.master_id, newUuid(raas.random));
      const isDone = changeKey(raas, known, minion_id, args.state, from);
      if (!isDone && master_id !== '*')
        warn(`The master ${master_id} has no key of ${minion_id} to ${args.state}.`);
    }
  }
  return { task_ids: [...tasks.values()] };
};

/** @throws RpcError for a flag that does not belong to what is done (raas-methods) */
function expectFlags({ state, ...flags }: Arguments): void {
  const misplaced = Object.entries(FLAGS).find(
    ([name, states]) => flags[name as keyof typeof FLAGS] && !states.includes(state),
  );
  if (misplaced === undefined) return;
  const [name, states] = misplaced;
  const fault = `is only for ${states.join(' and ')}`;
  throw new RpcError('InvalidRequest', `${name} ${fault}, not for ${state}.`, { [name]: fault });
}

/** What the flags are for. */
const FLAGS: Readonly<
  Record<'include_accepted' | 'include_rejected' | 'include_denied', readonly string[]>
> = {
  include_accepted: ['reject'],
  include_rejected: ['accept'],
  include_denied: ['accept', 'reject'],
};

/** The states out of which a key is taken. */
function statesFrom(args: Arguments): readonly KeyState[] {
  if (args.state === 'delete') return ['accepted', 'pending', 'rejected', 'denied'];
  return [
    'pending',
    ...(args.include_accepted ? (['accepted'] as const) : []),
    ...(args.include_rejected ? (['rejected'] as const) : []),
    ...(args.include_denied ? (['denied'] as const) : []),
  ];
}

/** Changes a key on its master, and in what is known of one that nobody simulates. Whether there was one to change. */
function changeKey(
  raas: Raas,
  known: KnownMaster,
  id: string,
  action: Arguments['state'],
  from: readonly KeyState[],
): boolean {
  const state = raas.minions.keysOf(known).get(id);
  if (state === undefined || !from.includes(state)) return false;
  const to = action === 'accept' ? 'accepted' : 'rejected';
  const { master, attachedAt } = known;
  if (master === undefined) {
    raas.minions.saveKey(known, id, action === 'delete' ? undefined : to);
    return true;
  }
  const minion = master.fleet.get(id);
  if (attachedAt === undefined || minion === undefined) return false;
  if (action === 'delete') deleteKey(master, minion);
  else moveKey(master, minion, to);
  return true;
}
