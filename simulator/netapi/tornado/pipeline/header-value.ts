/** How a line reads the value of a header such as Content-Type, and a part of Accept. */
export type HeaderReader = 'as written' | 'as of a mail';

/**
 * The main part of a header's value, without its parameters.
 *
 * As of a mail it is in small letters, and plain text where it is none: Salt 3008 has Python's
 * `email` read it (seen on 3008.3).
 */
export function mainValue(value: string, reader: HeaderReader): string {
  const [main = ''] = value.split(';');
  const trimmed = main.trim();
  if (reader === 'as written') return trimmed;
  if (value.trim() === '') return '';
  return trimmed.split('/').length === 2 ? trimmed.toLowerCase() : 'text/plain';
}
