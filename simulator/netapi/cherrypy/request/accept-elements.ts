import { compareCodePoints } from '../../../python/compare.ts';
import { HTTPError } from '../answer/http-error.ts';

/** One element of an `Accept` or `Accept-Encoding` header. */
export interface AcceptElement {
  /** The media range or coding, without parameters. */
  readonly value: string;
  readonly q: number;
}

interface ReadElement extends AcceptElement {
  /** The element as CherryPy writes it, which decides between equals. */
  readonly text: string;
}

/**
 * The elements of an accept header, most wanted first.
 *
 * Elements of equal q come in reverse alphabetical order, whatever the client's order was: that
 * is CherryPy's sort (rest-cherrypy §5.1).
 *
 * @throws HTTPError 400 for a q that is no number
 */
export function acceptElements(header: string | undefined): readonly AcceptElement[] {
  if (header === undefined || header === '') return [];
  return splitElements(header)
    .map(readElement)
    .toSorted((a, b) => (a.q === b.q ? compareCodePoints(b.text, a.text) : b.q - a.q));
}

/** The elements of a header; commas within double quotes part nothing. */
export function splitElements(header: string): string[] {
  return header.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
}

function readElement(source: string): ReadElement {
  const [range = '', ...rest] = source.split(/; *q *=/);
  const [value = '', ...parameters] = range
    .trim()
    .split(';')
    .map((part) => part.trim());
  const named = new Map(parameters.filter((part) => part.includes('=')).map(readParameter));
  if (rest.length > 0) named.set('q', rest.join(';q=').trim());
  const quality = named.get('q');
  const text = value + [...named].map(([name, of]) => `;${name}=${of}`).join('');
  return { value, q: quality === undefined ? 1 : readQuality(quality, text), text };
}

function readParameter(part: string): [name: string, value: string] {
  const equals = part.indexOf('=');
  return [part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim()];
}

/** Python's `float`, which takes more than HTTP allows. */
function readQuality(quality: string, text: string): number {
  const [number = ''] = quality.split(';').map((part) => part.trim());
  if (/^[-+]?(?:inf|infinity)$/i.test(number)) return number.startsWith('-') ? -Infinity : Infinity;
  if (/^[-+]?nan$/i.test(number)) return Number.NaN;
  const isNumber = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(number);
  if (!isNumber) throw new HTTPError(400, `Malformed HTTP header: \`${text}\``);
  return Number(number.replaceAll('_', ''));
}
