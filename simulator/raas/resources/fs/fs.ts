import { authMetadata } from '../../accounts/access.ts';
import { getAccess, saveAccess } from '../../accounts/access-payload.ts';
import { readable } from '../../accounts/accessible.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { StoredFile } from '../../files/stored-file.ts';
import type { Resource } from '../../rpc/resource.ts';
import { saveFile } from './save-file.ts';
import { expectFile, findFile, storedFiles } from './stored-files.ts';
import { updateFile } from './update-file.ts';

/** The resource `fs`: the files that RaaS keeps for its masters (raas §7). */
export const fs: Resource<'fs'> = {
  get_envs: ({ raas }) => raas.files.environments(),
  get_env(call) {
    const { raas, args } = call;
    const files = readable(call, storedFiles(raas)).filter(
      ({ saltenv }) => saltenv === args.saltenv,
    );
    const places = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return args.include_fs_metadata === false
      ? places.map(({ uuid, saltenv, path }) => ({ uuid, saltenv, path }))
      : places.map((file) => described(raas.accounts, file));
  },
  get_file(call) {
    const file = expectFile(call, 'read');
    return { ...described(call.raas.accounts, file), contents: file.contents };
  },
  file_exists: ({ raas, args }) => findFile(raas, args) !== undefined,
  save_file: saveFile,
  update_file: updateFile,
  delete_file(call) {
    const { uuid } = expectFile(call, 'delete');
    call.raas.files.stored.delete(uuid);
    return null;
  },
  get_file_access: (call) => getAccess(call, storedFiles(call.raas), call.args.file_uuid),
  save_file_access: (call) =>
    saveAccess(call, storedFiles(call.raas), call.args.file_uuid, call.args.access_payload),
};

/** What is told of a file beside its contents. */
function described(accounts: Accounts, { uuid, saltenv, path, content_type, access }: StoredFile) {
  return { uuid, saltenv, path, content_type, metadata: { auth: authMetadata(accounts, access) } };
}
