import { compareCodePoints } from '../../python/compare.ts';
import { HTTPError } from './http-error.ts';

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

/** Commas within double quotes part nothing. */
function splitElements(header: string): string[] {
  return header.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
}

function readElement(source: string): ReadElement {
  const [range = '', ...rest] = source.split(/; *q *=/);
  const [value = '', ...parameters] = range
    .trim()
    .split(';')
    .map((part) => part.trim());
  const quality = rest.length > 0 ? rest.join(';q=').trim() : undefined;
  const named = parameters.filter((part) => part.includes('='));
  const all = quality === undefined ? named : [...named, `q=${quality}`];
  const text = value + all.map((part) => `;${part}`).join('');
  return { value, q: quality === undefined ? 1 : readQuality(quality, text), text };
}

/** Python's `float`, which takes more than HTTP allows. */
function readQuality(quality: string, text: string): number {
  const [number = ''] = quality.split(';').map((part) => part.trim());
  const isNumber = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(number);
  if (!isNumber) throw new HTTPError(400, `Malformed HTTP header: \`${text}\``);
  return Number(number.replaceAll('_', ''));
}
