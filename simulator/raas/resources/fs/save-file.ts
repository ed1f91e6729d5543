import type { Fs } from '../../../../schemas/generated/raas/fs.ts';
import { accessOf } from '../../accounts/access.ts';
import { guessedType } from '../../files/content-type.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { isUuid, newUuid } from '../../uuid.ts';
import { expectContents } from './expect-contents.ts';
import { expectPlace } from './stored-files.ts';

/** Saves a new file and gives its uuid; one that is there already is refused. */
export function saveFile({ raas, caller, args }: Call<Fs['save_file']['arguments']>): string {
  const { file_uuid, contents } = args;
  const { saltenv, path } = expectPlace(args);
  if (raas.files.at(saltenv, path) !== undefined)
    throw new RpcError('AlreadyExists', `There is a file ${path} in ${saltenv} already.`, {
      path: 'is that of a file',
    });
  if (file_uuid !== null && raas.files.stored.has(file_uuid))
    throw new RpcError('AlreadyExists', `There is a file ${file_uuid} already.`, {
      file_uuid: 'is that of a file',
    });
  if (file_uuid !== null && !isUuid(file_uuid))
    throw new RpcError('InvalidRequest', `${file_uuid} is no uuid.`, { file_uuid: 'is no uuid' });
  const content_type = args.content_type ?? guessedType(path, contents);
  expectContents(contents, content_type);
  const uuid = file_uuid ?? newUuid(raas.random);
  const access = accessOf(caller);
  raas.files.stored.set(uuid, { uuid, saltenv, path, content_type, contents, access });
  return uuid;
}
