import { BUILT_IN_USERS } from '../accounts/built-in.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import type { Target, TargetGroup } from './target-group.ts';

/** The uuid that the target of all minions has on every RaaS (raas §6). */
export const ALL_MINIONS = '7f93b928-388b-11e6-b133-346895ecb8f3';

/** The types of targets that Salt has another name for. */
const SALT_TYPES: Readonly<Record<string, string>> = { node: 'nodegroup' };

/** The named targets, and who is in a target. */
export class Targets {
  readonly groups = new Map<string, TargetGroup>();
  readonly #masters: readonly AttachedMaster[];

  constructor(masters: readonly AttachedMaster[], accounts: Accounts) {
    this.#masters = masters;
    const user = accounts.role('User');
    this.groups.set(ALL_MINIONS, {
      uuid: ALL_MINIONS,
      name: 'All Minions',
      desc: 'Every minion of every master.',
      tgt: { '*': { tgt: '*', tgt_type: 'compound' } },
      pillars: [],
      access: {
        owner: BUILT_IN_USERS.internalAccess,
        roles: new Map(user === undefined ? [] : [[user.uuid, new Set(['read', 'discover'])]]),
      },
    });
  }

  /** The accepted minions in a target, by master id; masters that it does not name are left out. */
  minionsOf(tgt: Target): Record<string, string[]> {
    const everywhere = tgt['*'];
    const found = this.#masters.flatMap(({ master_id, master }): [string, string[]][] => {
      const expression = everywhere ?? tgt[master_id];
      if (expression === undefined) return [];
      const { tgt: wanted, tgt_type } = expression;
      return [[master_id, [...master.minionsOf(wanted, SALT_TYPES[tgt_type] ?? tgt_type)]]];
    });
    return Object.fromEntries(found);
  }
}
