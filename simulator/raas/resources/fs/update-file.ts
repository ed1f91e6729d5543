import type { Fs } from '../../../../schemas/generated/raas/fs.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectContents } from './expect-contents.ts';
import { expectFile, expectPlace } from './stored-files.ts';

/**
 * Gives a file other contents, and its uuid back. What is found by its uuid moves to the place that
 * is given beside it; a type that is not given stays.
 */
export function updateFile(call: Call<Fs['update_file']['arguments']>): string {
  const { raas, args } = call;
  const file = expectFile(call, 'write');
  const { saltenv, path } = expectPlace({
    saltenv: args.saltenv ?? file.saltenv,
    path: args.path ?? file.path,
  });
  const there = raas.files.at(saltenv, path);
  if (there !== undefined && there !== file)
    throw new RpcError('AlreadyExists', `There is another file ${path} in ${saltenv}.`, {
      path: 'is that of another file',
    });
  const content_type = args.content_type ?? file.content_type;
  expectContents(args.contents, content_type);
  Object.assign(file, { saltenv, path, content_type, contents: args.contents });
  return file.uuid;
}
