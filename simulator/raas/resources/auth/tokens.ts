import type { Resource } from '../../rpc/resource.ts';

type Methods = 'get_jwt' | 'get_ws_ticket' | 'get_auth_pubkey';

/** What a caller can show elsewhere (raas §7, auth); the names within the dicts are ours, after other replies. */
export const tokens: Pick<Resource<'auth'>, Methods> = {
  get_jwt: ({ raas, caller }) => ({ jwt: raas.signIns.jwt(caller) }),
  get_ws_ticket: ({ raas }) => raas.random.hex(32),
  get_auth_pubkey: ({ raas }) => ({ pubkey: raas.serverKey.pub }),
};
