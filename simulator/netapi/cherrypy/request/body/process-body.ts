import type { Exchange } from '../../exchange.ts';
import { readBody } from './read-body.ts';
import { BodyLines } from './body-lines.ts';
import type { HeaderElement } from './content-type.ts';
import { charsetsOf } from './decode-entity.ts';
import { markerOf, processMultipart } from './multipart.ts';
import { processUrlencoded } from './urlencoded.ts';

/** The charsets that a body is tried with, after its own. */
const CHARSETS = ['utf-8'];

/**
 * Reads the body of a request that Salt's tools leave to CherryPy: to a path that leads nowhere, to
 * `/app`, `/events` and the like. It knows forms alone and leaves all else unread.
 *
 * @throws HTTPError 400 for a form in none of its charsets
 * @throws TypeError for a form that CherryPy fails on
 */
export async function processBody(contentType: HeaderElement, { req }: Exchange): Promise<void> {
  if (contentType.value === 'application/x-www-form-urlencoded')
    processUrlencoded(await readBody(req), charsetsOf(contentType.parameters, CHARSETS));
  else if (contentType.value.split('/', 1)[0] === 'multipart') {
    const marker = markerOf(contentType);
    processMultipart(contentType, marker, new BodyLines(await readBody(req)));
  }
}
