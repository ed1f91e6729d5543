/**
 * A letter, a number that is no decimal digit, or an underscore; then word characters, dots and
 * dashes, one `=`, and no line break after.
 */
const KWARG = /^([\p{L}\p{Nl}\p{No}_][\p{L}\p{N}_.-]*)=(?!=)([^\n]*)\n?$/u;

/** A `name=value` text as Salt takes it apart (salt-core §3.3); undefined for any other text. */
export function splitKwarg(text: string): { name: string; value: string } | undefined {
  const match = KWARG.exec(text);
  return match === null ? undefined : { name: match[1] ?? '', value: match[2] ?? '' };
}
