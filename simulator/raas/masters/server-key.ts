import { constants, privateDecrypt } from 'node:crypto';
import { fingerprint } from '../../master/fingerprint.ts';
import { makeKeyPair, type KeyPair } from '../../master/key-pair.ts';
import type { Random } from '../../master/random.ts';

const BITS = 2048;

/** RaaS's own key pair, made when it is first needed: that takes half a second. */
export class ServerKey {
  readonly #random: Random;
  #pair: KeyPair | undefined;

  constructor(random: Random) {
    this.#random = random.named('raas key');
  }

  /** The public half as PEM. */
  get pub(): string {
    return this.#keyPair().pub;
  }

  /** What people compare: the SHA-256 of the public half. */
  get fingerprint(): string {
    return fingerprint(this.pub, 'sha256', 'whole PEM');
  }

  /** What somebody encrypted for RaaS, RSA-OAEP with SHA-1, in base64; undefined for anything else. */
  decrypt(message: string): Buffer | undefined {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const { priv } = this.#keyPair();
    try {
      return privateDecrypt({ key: priv, padding }, Buffer.from(message, 'base64'));
    } catch {
      return undefined;
    }
  }

  #keyPair(): KeyPair {
    this.#pair ??= makeKeyPair(this.#random, BITS);
    return this.#pair;
  }
}
