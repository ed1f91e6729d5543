import { PyException } from './exception.ts';

/** A call that Python refuses with a TypeError; the message is Python's. */
export class PyTypeError extends PyException {
  override readonly name = 'PyTypeError';
}
