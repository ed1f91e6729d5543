import { RpcError } from '../rpc/rpc-error.ts';
import { ACCESS_TYPES, type AccessType } from './access.ts';
import { expectAccessible, type AccessibleKind } from './accessible.ts';
import type { Accounts } from './accounts.ts';
import type { Caller } from './caller.ts';

/** What roles may do with an object, by the name of the role (raas §6). */
export type AccessPayload = Readonly<Record<string, AccessType[]>>;

/** Who makes a call, and on whose server. */
interface Call {
  readonly raas: { readonly accounts: Accounts };
  readonly caller: Caller;
}

/** What a `get_*_access` gives: what its `save_*_access` takes. */
export function getAccess(call: Call, kind: AccessibleKind, uuid: string | null): AccessPayload {
  const { roles } = expectAccessible(call, kind, uuid, 'read').access;
  const named = [...roles].flatMap(([role, types]): [string, AccessType[]][] => {
    const name = call.raas.accounts.roles.get(role)?.name;
    return name === undefined ? [] : [[name, [...types]]];
  });
  return Object.fromEntries(named);
}

/**
 * Carries a `save_*_access` out, and gives the object's uuid: roles have what the payload says, and
 * those that it does not name have nothing any more.
 *
 * @param payload kinds of access by the name or the uuid of a role
 * @throws RpcError where there is no such object, role or kind of access, or the caller may not write
 */
export function saveAccess(
  call: Call,
  kind: AccessibleKind,
  uuid: string | null,
  payload: Readonly<Record<string, readonly unknown[]>>,
): string {
  const object = expectAccessible(call, kind, uuid, 'write');
  const wanted = Object.entries(payload).map(
    ([role, types]) =>
      [expectRole(call.raas.accounts, role), new Set(types.map(expectType))] as const,
  );
  const { roles } = object.access;
  roles.clear();
  for (const [role, types] of wanted) if (types.size > 0) roles.set(role, types);
  return object.uuid;
}

function expectRole(accounts: Accounts, nameOrUuid: string): string {
  const role = accounts.role(nameOrUuid);
  if (role !== undefined) return role.uuid;
  throw new RpcError('NotFound', `There is no role ${nameOrUuid}.`, {
    access_payload: `no role is called ${nameOrUuid}`,
  });
}

function expectType(type: unknown): AccessType {
  const known = ACCESS_TYPES.find((name) => name === type);
  if (known !== undefined) return known;
  throw new RpcError('InvalidRequest', `There is no access ${JSON.stringify(type)}.`, {
    access_payload: `must be of ${ACCESS_TYPES.join(', ')}`,
  });
}
