/**
 * Whether an error is a mistake in this code: what the JavaScript engine throws, never what stands
 * for an exception of Salt or Python, which all have classes of their own.
 */
export function isDefect(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof RangeError ||
    error instanceof SyntaxError
  );
}
