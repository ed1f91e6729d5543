/** How every Python traceback begins; ours have no frames to show. */
const FIRST_LINE = 'Traceback (most recent call last):\n';

/** A traceback by its first and last lines, of which the last names the exception: `KeyError: 'k'`. */
export function traceback(lastLine: string): string {
  return `${FIRST_LINE}${lastLine}\n`;
}
