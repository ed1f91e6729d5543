import { authMetadata } from '../accounts/access.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Pillar } from './pillar.ts';

/** A pillar as RaaS gives it. */
export function shownPillar(accounts: Accounts, { access, ...shown }: Pillar) {
  return { ...shown, metadata: { auth: authMetadata(accounts, access) } };
}
