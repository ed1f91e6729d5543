import { compareCodePoints } from '../../../../python/compare.ts';
import { splitElements } from '../accept-elements.ts';

/** An element of a header: a media type or disposition, and its parameters by their name in lower case. */
export interface HeaderElement {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Of several types the alphabetically last one counts, as CherryPy sorts them. */
export function readContentType(header: string): HeaderElement {
  return splitElements(header)
    .map(readElement)
    .reduce((last, element) => (compareCodePoints(element.value, last.value) > 0 ? element : last));
}

/** Quotes around a parameter's value are taken off, as Python's `cgi.parse_header` did. */
function readElement(text: string): HeaderElement {
  const [value = '', ...rest] = text.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const parameters = rest
    .filter((part) => part.includes('='))
    .map((part): [string, string] => {
      const equals = part.indexOf('=');
      const name = part.slice(0, equals).trim().toLowerCase();
      return [name, unquoted(part.slice(equals + 1).trim())];
    });
  return { value: value.trim(), parameters: new Map(parameters) };
}

function unquoted(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value.slice(1, -1).replaceAll('\\\\', '\\').replaceAll('\\"', '"');
}
