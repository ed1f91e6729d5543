import { acceptElements } from '../request/accept-elements.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';

/**
 * Makes sure that the client takes utf-8, where a stream of text is about to begin.
 *
 * CherryPy looks for the name alone: `utf-8;q=0` is good enough (seen on 3006.28, 3007.15 and
 * 3008.3).
 *
 * @throws HTTPError 406 for an Accept-Charset that has neither utf-8 nor `*`
 */
export function encode({ headers }: Exchange): void {
  const header = headers.get('accept-charset');
  const charsets = acceptElements(header).map(({ value }) => value.toLowerCase());
  if (charsets.length === 0 || charsets.includes('*') || charsets.includes('utf-8')) return;
  throw new HTTPError(
    406,
    `Your client sent this Accept-Charset header: ${header}. We tried these charsets: .`,
  );
}
