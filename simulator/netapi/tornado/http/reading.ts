/**
 * How a line's Tornado reads HTTP: as 4.5 did, closing the connection without a word on what it does
 * not understand, or strictly by the RFCs, with a bare 400 (Tornado 6.6.1).
 */
export type Reading = 'as of old' | 'strict';

/** Why Tornado reads no further on a connection: it is closed, after a bare 400 where it is told. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly isTold: boolean;
}

/** What is no HTTP to Tornado: told where the line does so. */
export function unreadable(reading: Reading): Unreadable {
  return { kind: 'unreadable', isTold: reading === 'strict' };
}

/** What is longer than Tornado looks for its end: told on no line. */
export const TOO_LONG: Unreadable = { kind: 'unreadable', isTold: false };

/** What cannot be judged before more bytes come. */
export interface Incomplete {
  readonly kind: 'incomplete';
}

/** There is but one. */
export const INCOMPLETE: Incomplete = { kind: 'incomplete' };
