/** What is no line of Salt but the world of a manual, that of salt-api 0.8.4. */
export const DOCUMENTED_LINE = '0.8.4';

/** The Salt lines that requirements are bounded by, oldest first; of later ones nothing is known yet. */
const LINES: readonly string[] = [DOCUMENTED_LINE, '3006', '3007', '3008'];

/**
 * The line from which on requirements of salt-api hold that name none. Of the world of a manual
 * nothing is claimed but what it says.
 */
export const FIRST_LINE = '3006';

/** Whether a line comes before another; lines that are not known come after those that are. */
export function isBefore(line: string, other: string): boolean {
  return placeOf(line) < placeOf(other) || (placeOf(line) === LINES.length && line < other);
}

function placeOf(line: string): number {
  const at = LINES.indexOf(line);
  return at < 0 ? LINES.length : at;
}
