import { pageOf } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';
import { expectGroup } from './expect-group.ts';
import { groupRow, membersOf, ungroupedRow, type GroupRow } from './group-row.ts';
import { saveGroup } from './save-group.ts';

type Methods = 'get_all_groups' | 'get_group' | 'save_group' | 'delete_group';

/** Groups of users, of RaaS's own and of directories (raas §7, auth). */
export const groups: Pick<Resource<'auth'>, Methods> = {
  get_all_groups({ raas: { accounts }, args }) {
    const { include_users, include_custom_data } = args;
    const groups = [...accounts.groups.values()]
      .filter(({ config_name }) => config_name === (args.config_name ?? config_name))
      .map((group): GroupRow => ({
        ...groupRow(accounts, group),
        ...(include_users && { users: membersOf(accounts, group) }),
        ...(include_custom_data && { custom_data: group.custom_data }),
      }));
    const ungrouped =
      include_users && args.config_name === null ? ungroupedRow(accounts) : undefined;
    const rows = ungrouped === undefined ? groups : [...groups, ungrouped];
    return pageOf(rows, args, ({ name }) => name);
  },
  get_group({ raas, args }) {
    const { accounts } = raas;
    const group = expectGroup(raas, args);
    return {
      ...groupRow(accounts, group),
      custom_data: group.custom_data as object | null,
      ...(args.include_users && { users: membersOf(accounts, group) }),
    };
  },
  save_group: saveGroup,
  delete_group({ raas, args }) {
    raas.accounts.deleteGroup(expectGroup(raas, args));
    return null;
  },
};
