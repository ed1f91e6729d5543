import { fnmatch } from '../../../python/fnmatch.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import type { PyDict } from '../../../python/value.ts';
import { MasterFunctionError } from '../../clients/master-function-error.ts';
import type { MasterCall, MasterFunction } from '../../clients/master-function.ts';
import { fingerprint } from '../../fingerprint.ts';
import { keyGlobs, masterKeyNames, minionsMatching } from '../../keys.ts';

/** `key.finger`; the master's own files come last, where the pattern matches their names. */
export const finger: MasterFunction = {
  signature: signature('finger', ['match'], { hash_type: null }),
  doc: 'Answers the fingerprints of the keys that match.',
  run: (call) => {
    const { master } = call;
    const match = call.arguments.named.get('match') ?? null;
    const of = master.profile.fingerprintOf;
    const printOf = (pem: string): string => fingerprint(pem, digest(call), of);
    const prints: PyDict = new Map(
      minionsMatching(master, match).map(([directory, minions]) => [
        directory,
        new Map(minions.map(({ id, pub }) => [id, printOf(pub)])),
      ]),
    );
    const names = masterKeyNames(master);
    const files = [
      [names.pem, master.pem],
      [names.pub, master.pub],
    ] as const;
    const own = files.filter(([name]) => keyGlobs(match).some((glob) => fnmatch(name, glob)));
    if (own.length > 0)
      prints.set('local', new Map(own.map(([name, pem]) => [name, printOf(pem)])));
    return prints;
  },
};

/** `key.finger_master`, which on every line reads the key without its first and last line. */
export const fingerMaster: MasterFunction = {
  signature: signature('finger_master', [], { hash_type: null }),
  doc: 'Answers the fingerprint of the master’s public key.',
  run: (call) => {
    const print = fingerprint(call.master.pub, digest(call), 'base64 lines');
    return new Map([['local', new Map([['master.pub', print]])]]);
  },
};

/** Digests of fixed length by their name in Python's hashlib; the values are OpenSSL's names. */
const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  sha3_224: 'sha3-224',
  sha3_256: 'sha3-256',
  sha3_384: 'sha3-384',
  sha3_512: 'sha3-512',
  blake2b: 'blake2b512',
  blake2s: 'blake2s256',
};

/**
 * The digest that the call's `hash_type` names, by OpenSSL's name.
 *
 * @throws PyTypeError for what is no text
 * @throws MasterFunctionError for a text that names no digest
 */
function digest(call: MasterCall): string {
  const asked = call.arguments.named.get('hash_type') ?? call.master.config.hash_type;
  if (typeof asked !== 'string')
    throw new PyTypeError(`attribute name must be string, not '${typeName(asked)}'`);
  const known = Object.hasOwn(DIGESTS, asked) ? DIGESTS[asked] : undefined;
  if (known !== undefined) return known;
  const text = `module 'hashlib' has no attribute '${asked}'`;
  throw new MasterFunctionError('AttributeError', text);
}
