import { createHash } from 'node:crypto';
import { str } from '../../../python/repr.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import type { PyValue } from '../../../python/value.ts';
import type { FileTree } from '../../minion/files/file-tree.ts';
import { MinionError } from '../minion-error.ts';

/** Lengths of the hashes that are told apart by them, shortest first. */
const HASHES = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 } as const;

/** What Python's hashlib calls otherwise than OpenSSL. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  blake2b: 'blake2b512',
  blake2s: 'blake2s256',
  sha3_224: 'sha3-224',
  sha3_256: 'sha3-256',
  sha3_384: 'sha3-384',
  sha3_512: 'sha3-512',
};

/**
 * The hash of a file, by the name that Python has for it.
 *
 * @throws MinionError for a file that is not there, and for a hash that nobody knows
 */
export function hashOf(files: FileTree, path: string, form: PyValue): string {
  if (typeof form !== 'string')
    throw new PyTypeError(`attribute name must be string, not '${typeName(form)}'`);
  const algorithm = OTHER_NAMES[form] ?? (Object.hasOwn(HASHES, form) ? form : undefined);
  if (algorithm === undefined)
    throw new MinionError('Exception', `Invalid hash type: ${form}`, 'ValueError');
  return createHash(algorithm).update(files.read(path)).digest('hex');
}

/** Whether a file has a hash, which may be told with its name in front: `md5=...`, `md5:...`. */
export function hasHash(files: FileTree, path: string, hash: PyValue): boolean {
  if (typeof hash !== 'string')
    throw new MinionError('SaltInvocationError', 'hash must be a string');
  const separator = [':', '='].find((mark) => hash.includes(mark));
  if (separator !== undefined) {
    const at = hash.indexOf(separator);
    return hashOf(files, path, hash.slice(0, at)) === hash.slice(at + 1);
  }
  const length = Array.from(hash).length;
  const [known] = Object.entries(HASHES).find(([, size]) => size === length) ?? [];
  if (known !== undefined) return hashOf(files, path, known) === hash;
  const supported = Object.entries(HASHES).map(([name, size]) => `${name} (${str(size)})`);
  throw new MinionError(
    'SaltInvocationError',
    `Hash ${hash} (length: ${length}) could not be matched to a supported hash type. The supported hash types and lengths are: ${supported.join(', ')}`,
  );
}
