import { RpcError } from '../rpc/rpc-error.ts';
import { mayAccess, type Access, type AccessType } from './access.ts';
import type { Accounts } from './accounts.ts';
import type { Caller } from './caller.ts';

/** Something stored that has an owner and roles with access (raas §6). */
export interface Accessible {
  readonly uuid: string;
  readonly access: Access;
}

/** A kind of stored objects that callers name by uuid. */
export interface AccessibleKind<Stored extends Accessible = Accessible> {
  /** What one is called: `target group`. */
  readonly name: string;
  /** The parameter that names one: `tgt_uuid`. */
  readonly parameter: string;
  /** By uuid. */
  readonly stored: ReadonlyMap<string, Stored>;
}

/** Who makes a call, and on whose server. */
interface Call {
  readonly raas: { readonly accounts: Accounts };
  readonly caller: Caller;
}

/**
 * The stored object of a uuid, whoever asks for it.
 *
 * @throws RpcError NotFound
 */
export function expectStored<Stored extends Accessible>(
  { name, parameter, stored }: AccessibleKind<Stored>,
  uuid: string | null,
): Stored {
  const found = uuid === null ? undefined : stored.get(uuid);
  if (found !== undefined) return found;
  throw new RpcError('NotFound', `There is no ${name} ${uuid}.`, {
    [parameter]: `no ${name} has this uuid`,
  });
}

/**
 * The stored object of a uuid, where the caller may do this with it.
 *
 * @throws RpcError NotFound, PermissionDenied
 */
export function expectAccessible<Stored extends Accessible>(
  { raas: { accounts }, caller }: Call,
  kind: AccessibleKind<Stored>,
  uuid: string | null,
  type: AccessType,
): Stored {
  const found = expectStored(kind, uuid);
  if (mayAccess(accounts, caller, found.access, type)) return found;
  throw new RpcError(
    'PermissionDenied',
    `User ${caller.user.username} may not ${type} the ${kind.name} ${uuid}.`,
    { [kind.parameter]: `needs ${type} access` },
  );
}

/** The stored objects that a caller may read. */
export function readable<Stored extends Accessible>(
  { raas: { accounts }, caller }: Call,
  { stored }: AccessibleKind<Stored>,
): Stored[] {
  return [...stored.values()].filter(({ access }) => mayAccess(accounts, caller, access, 'read'));
}

/**
 * Refuses a name that another object has.
 *
 * @throws RpcError AlreadyExists
 */
export function expectFreeName<Stored extends Accessible & { readonly name: string }>(
  { name: kind, stored }: AccessibleKind<Stored>,
  name: string,
  own: string | null,
): void {
  const other = [...stored.values()].find((object) => object.name === name && object.uuid !== own);
  if (other !== undefined)
    throw new RpcError('AlreadyExists', `There is a ${kind} ${name} already.`, {
      name: `is that of the ${kind} ${other.uuid}`,
    });
}
