/** How the server ends a connection: by a close frame. */
export interface Closing {
  readonly kind: 'closing';
  readonly code: number;
  readonly reason: Buffer | string;
}

/** A close frame of this code and reason, to be sent as the last one. */
export function closing(code: number, reason: Buffer | string = ''): Closing {
  return { kind: 'closing', code, reason };
}

/** The connection ends without a word: an exception in Salt's or ws4py's own code. */
export interface Crash {
  readonly kind: 'crash';
}

/** The only crash there is: all are alike. */
export const CRASH: Crash = { kind: 'crash' };
