import type { OldRequest } from '../http-server/old-request.ts';

/** What rest_wsgi looks at of a request: neither its path nor its query, nor Accept. */
export interface Environ {
  /** REQUEST_METHOD, of which the case does not matter. */
  readonly method: string;
  /** CONTENT_TYPE; that of a mail where the request names none. */
  readonly contentType: string;
  /** CONTENT_LENGTH as it came, empty for none. */
  readonly contentLength: string;
  readonly readBody: () => Promise<Buffer>;
}

/** The environment that wsgiref makes of a request. */
export function environOf(request: OldRequest): Environ {
  const { line, headers } = request.head;
  return {
    method: line.method.toUpperCase(),
    contentType: headers.get('content-type') ?? 'text/plain',
    contentLength: headers.get('content-length') ?? '',
    readBody: async () => Buffer.concat(await request.toArray()),
  };
}
