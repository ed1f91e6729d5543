/**
 * Something a user gave us cannot be used: a file, an option, a value in a fleet.
 *
 * The message says what is wrong, where, and what to do about it; nobody needs its stack.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}
