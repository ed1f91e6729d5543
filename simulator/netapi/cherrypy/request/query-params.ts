import { decodeUtf8 } from '../../../python/decode-utf8.ts';
import { splitOnce } from '../../../python/split-once.ts';
import { HTTPError } from '../answer/http-error.ts';

/** A query's parameters; a repeated one has several values. */
export type QueryParams = ReadonlyMap<string, readonly string[]>;

const NO_PARAMS: QueryParams = new Map();

/**
 * Reads a query as CherryPy does: `;` parts parameters too, a blank value counts, and two numbers
 * with a comma are the place where somebody clicked on a picture.
 *
 * @throws HTTPError 404 for escapes that are no UTF-8
 */
export function queryParams(query: string): QueryParams {
  if (query === '') return NO_PARAMS;
  const params = new Map<string, string[]>();
  if (/^\d+,\d+/.test(query))
    return new Map([
      ['x', ['']],
      ['y', ['']],
    ]);
  for (const field of query.split(/[&;]/)) {
    if (field === '') continue;
    const [quoted, value] = splitOnce(field, '=');
    const name = unquotePlus(quoted);
    params.set(name, [...(params.get(name) ?? []), unquotePlus(value)]);
  }
  return params;
}

function unquotePlus(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    const text = decodeUtf8(Buffer.from(escapes.replaceAll('%', ''), 'hex'));
    if (text !== undefined) return text;
    throw new HTTPError(
      404,
      "The given query string could not be processed. Query strings for this resource must be encoded with 'utf8'.",
    );
  });
}
