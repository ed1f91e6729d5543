import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Json } from '../json.ts';
import { isObject } from '../json.ts';
import type { Raas } from '../raas.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import { encryptFor } from './encrypt-for.ts';
import { masterUser } from './master-caller.ts';
import { bare, type MasterKey, type MasterKeyState } from './master-keys.ts';

/** RaaS's public key, with which a master encrypts what it says next (raas §3.7). */
export function requestMasterKey({ serverKey }: Raas): Record<string, string> {
  const { pub, fingerprint } = serverKey;
  return { pubkey: pub, fingerprint };
}

/**
 * A JWT for a master that says, encrypted for RaaS, who it is; null until it is accepted (raas §3.7).
 *
 * @param isTest whether nothing is to be noted
 * @throws RpcError for what cannot be read, or names another master, or for one that was rejected
 */
export function getMasterJwt(
  raas: Raas,
  master_id: string,
  message: string,
  isTest: boolean,
): { jwt: string | null } {
  const said = readMessage(raas.serverKey.decrypt(message));
  if (!isObject(said) || said['master_id'] !== master_id)
    throw refused('encrypted_message', `does not say that the master is ${master_id}`);
  const { keys } = raas.knownMasters;
  const key = isTest ? keys.get(master_id) : (keys.get(master_id) ?? keys.show(master_id, null));
  if (typeof key?.pubkey === 'string') throw refused('master_id', 'has a key of its own to show');
  if (key?.state === 'rejected') throw refused('master_id', `was rejected: ${master_id}`);
  return { jwt: key === undefined ? null : (jwtOf(raas, key) ?? null) };
}

/** What a master shows to be let in by its own key. */
export interface MasterProof {
  readonly master_id: string;
  /** PEM. */
  readonly pubkey: string;
  readonly nonce: {
    /** A text encrypted for RaaS, in base64. */
    readonly enc: string;
    /** The signature of that text by the master's key, in base64. */
    readonly sig: string;
  };
}

/**
 * Lets a master in by its own key: the answer holds the master's text, encrypted for it, and a JWT
 * once the key is accepted (raas §3.7). What is encrypted and signed how is our choice.
 *
 * @throws RpcError for a proof that proves nothing
 */
export function authenticateMaster(
  raas: Raas,
  { master_id, pubkey, nonce }: MasterProof,
): { key_state: MasterKeyState; enc: string; jwt?: string } {
  const publicKey = readKey(pubkey);
  const text = raas.serverKey.decrypt(nonce.enc);
  if (text === undefined) throw refused('nonce', 'enc cannot be decrypted');
  if (!isSigned(text, publicKey, nonce.sig)) throw refused('nonce', 'sig is not of this key');
  const key = raas.knownMasters.keys.show(master_id, pubkey);
  if (bare(key.pubkey ?? '') !== bare(pubkey))
    throw refused('pubkey', `is not the key of ${master_id}`);
  const jwt = jwtOf(raas, key);
  const enc = encryptFor(publicKey, text, raas.random);
  return { key_state: key.state, enc, ...(jwt !== undefined && { jwt }) };
}

/** A JWT for a master whose key is accepted. */
function jwtOf(raas: Raas, { master_id, state }: MasterKey): string | undefined {
  if (state !== 'accepted') return undefined;
  return raas.signIns.jwt(raas.signIns.caller(masterUser(raas, master_id)));
}

function readMessage(message: Buffer | undefined): Json {
  try {
    return JSON.parse(message?.toString() ?? 'null') as Json;
  } catch {
    return null;
  }
}

/** Bits of the shortest key that is taken: the masters' own have as many. */
const SHORTEST_KEY = 2048;

function readKey(pem: string): KeyObject {
  const key = parsedKey(pem);
  const bits = key?.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key?.asymmetricKeyType === 'rsa' && bits >= SHORTEST_KEY) return key;
  throw refused('pubkey', `is no public RSA key of ${SHORTEST_KEY} bits or more in PEM`);
}

function parsedKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

/** Takes a signature with SHA-256, padded by PKCS #1 or PSS. */
function isSigned(text: Buffer, key: KeyObject, signature: string): boolean {
  const given = Buffer.from(signature, 'base64');
  return [constants.RSA_PKCS1_PADDING, constants.RSA_PKCS1_PSS_PADDING].some((padding) =>
    verify('sha256', text, { key, padding }, given),
  );
}

function refused(parameter: string, fault: string): RpcError {
  return new RpcError('PermissionDenied', `The master is not let in: ${parameter} ${fault}.`, {
    [parameter]: fault,
  });
}
