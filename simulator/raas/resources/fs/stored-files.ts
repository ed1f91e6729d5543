import type { AccessType } from '../../accounts/access.ts';
import { expectAccessible, type AccessibleKind } from '../../accounts/accessible.ts';
import type { Caller } from '../../accounts/caller.ts';
import type { StoredFile } from '../../files/stored-file.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/** How calls name a file: by its uuid, or by its environment and its path there. */
export interface FileName {
  readonly file_uuid: string | null;
  readonly saltenv: string | null;
  readonly path: string | null;
}

/** The files of a RaaS, as callers name them by uuid. */
export function storedFiles({ files }: Raas): AccessibleKind<StoredFile> {
  return { name: 'file', parameter: 'file_uuid', stored: files.stored };
}

/**
 * The file that a call names; undefined where there is none.
 *
 * @throws RpcError where it names none
 */
export function findFile({ files }: Raas, { file_uuid, saltenv, path }: FileName) {
  if (file_uuid !== null) return files.stored.get(file_uuid);
  const { saltenv: env, path: place } = expectPlace({ saltenv, path });
  return files.at(env, place);
}

/**
 * The file that a call names, where the caller may do this with it.
 *
 * @throws RpcError NotFound, PermissionDenied
 */
export function expectFile(
  call: { readonly raas: Raas; readonly caller: Caller; readonly args: FileName },
  type: AccessType,
): StoredFile {
  const { file_uuid, saltenv, path } = call.args;
  const found = findFile(call.raas, call.args);
  if (found === undefined && file_uuid === null)
    throw new RpcError('NotFound', `There is no file ${path} in ${saltenv}.`, {
      path: `no file of ${saltenv} is here`,
    });
  return expectAccessible(call, storedFiles(call.raas), found?.uuid ?? file_uuid, type);
}

/**
 * Where a call puts a file.
 *
 * @throws RpcError where it does not say, or no file can be there
 */
export function expectPlace({ saltenv, path }: Pick<FileName, 'saltenv' | 'path'>) {
  if (saltenv === null || saltenv === '') throw refused('saltenv', 'is missing');
  if (path === null) throw refused('path', 'is missing');
  if (!path.startsWith('/')) throw refused('path', 'does not start with /');
  if (
    path
      .split('/')
      .slice(1)
      .some((part) => ['', '.', '..'].includes(part))
  )
    throw refused('path', 'has a part without a name');
  return { saltenv, path };
}

function refused(parameter: string, fault: string): RpcError {
  return new RpcError('InvalidRequest', `The file cannot be found: ${parameter} ${fault}.`, {
    [parameter]: fault,
  });
}
