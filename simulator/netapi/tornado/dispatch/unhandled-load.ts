import type { Master } from '../../../master/master.ts';
import { SaltError, UNHANDLED_LOAD } from '../../../master/salt-error.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';

/** What a client does with a chunk. */
export type Client = (master: Master, low: PyDict) => PyValue | Promise<PyValue>;

/**
 * A client that takes the text of a master that choked for the dict that it expects, and fails on it
 * in Python's words (seen on 3006.28, 3007.15 and 3008.3).
 */
export function failingOnText(words: string, client: Client): Client {
  return unlessUnhandled(client, () => {
    throw new SaltError('other', words);
  });
}

/** A client that hands that text on. */
export function handingTextOn(client: Client): Client {
  return unlessUnhandled(client, () => UNHANDLED_LOAD);
}

function unlessUnhandled(client: Client, otherwise: () => PyValue): Client {
  return async (master, low) => {
    try {
      return await client(master, low);
    } catch (error) {
      if (error instanceof SaltError && error.message === UNHANDLED_LOAD) return otherwise();
      throw error;
    }
  };
}
