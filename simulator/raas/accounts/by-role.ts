import { RpcError } from '../rpc/rpc-error.ts';
import type { Accounts } from './accounts.ts';
import type { Caller } from './caller.ts';

/** What somebody needs who asks for what a role may see. */
const NEEDED = 'role-read';

/**
 * Refuses the filter `role_uuid` to who is no administrator (raas-methods, job.get_jobs).
 *
 * @throws RpcError PermissionDenied
 */
export function expectMayAskByRole(
  accounts: Accounts,
  { user }: Caller,
  role_uuid: string | null,
): void {
  if (role_uuid === null || accounts.isSuperuser(user)) return;
  if (accounts.permsOf(user).has(NEEDED)) return;
  throw new RpcError('PermissionDenied', `User ${user.username} may not ask by role.`, {
    role_uuid: `needs ${NEEDED}`,
  });
}
