import type { Reading } from './reading.ts';

/** The first line of a request that Tornado goes on with. */
export interface RequestLine {
  /** Whatever stood there: Tornado looks at it later. */
  readonly method: string;
  readonly uri: string;
  /** `1.1`. */
  readonly version: string;
}

/** By the RFC: a token, what is neither blank nor control, and a version. */
const STRICT = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+) ([\x21-\x7e\x80-\xff]+) HTTP\/(1\.[0-9])$/;

/** Anything between two blanks. */
const AS_OF_OLD = /^([^ ]*) ([^ ]*) HTTP\/(1\.[0-9])$/;

/** Reads a request line; undefined for what is none. */
export function requestLine(line: string, reading: Reading): RequestLine | undefined {
  const found = (reading === 'strict' ? STRICT : AS_OF_OLD).exec(line);
  if (found === null) return undefined;
  const [, method = '', uri = '', version = ''] = found;
  return { method, uri, version };
}
