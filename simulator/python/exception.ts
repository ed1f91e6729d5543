/**
 * An exception that Python raises where a real server runs into it; the message is Python's, or says
 * what went wrong where nobody sees it.
 */
export class PyException extends Error {
  override readonly name: string = 'PyException';
}
