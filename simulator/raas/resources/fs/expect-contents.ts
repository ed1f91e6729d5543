import { isBase64, isText } from '../../files/content-type.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/**
 * Refuses contents of a file that do not travel as their type has to (raas §7).
 *
 * @throws RpcError InvalidRequest
 */
export function expectContents(contents: string, content_type: string): void {
  if (isText(content_type) || isBase64(contents)) return;
  throw new RpcError('InvalidRequest', `Contents of the type ${content_type} come as base64.`, {
    contents: 'are no base64',
  });
}
