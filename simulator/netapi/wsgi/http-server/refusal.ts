import { httpDate } from '../../../python/datetime.ts';
import { escapeHtml } from '../../../python/escape-html.ts';

/** Why Python's http.server answers a request itself, by a page of its own. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: number;
  /** The reason phrase, on the page too. */
  readonly message: string;
  readonly explanation: string;
  /** Whether there is a head: a client whose version is not known yet is taken for one of HTTP/0.9. */
  readonly hasHead: boolean;
  /** Whether there is a body. */
  readonly hasBody: boolean;
}

const BAD_REQUEST = 'Bad request syntax or unsupported method';

/** A request line that cannot be read. */
export function badRequest(message: string, hasHead: boolean): Refusal {
  return refusal(400, message, BAD_REQUEST, hasHead);
}

/** Any refusal with a body. */
export function refusal(
  status: number,
  message: string,
  explanation: string,
  hasHead = true,
): Refusal {
  return { kind: 'refused', status, message, explanation, hasHead, hasBody: true };
}

/**
 * The bytes of a refusal, in the order of http.server, which is not that of wsgiref: the server's
 * name, the date, that the connection ends, type and length (wsgiref of Python 3.11, behind 3006.28,
 * 3007.15 and 3008.3).
 *
 * @param python the version of Python
 * @param now in microseconds
 */
export function refusalBytes(refused: Refusal, python: string, now: number): Buffer {
  const { status, message, hasHead, hasBody } = refused;
  const page = Buffer.from(pageOf(refused));
  const head = [
    `HTTP/1.0 ${status} ${message}`,
    `Server: WSGIServer/0.2 Python/${python}`,
    `Date: ${httpDate(now)}`,
    'Connection: close',
    'Content-Type: text/html;charset=utf-8',
    `Content-Length: ${page.length}`,
    '\r\n',
  ].join('\r\n');
  return Buffer.concat([
    ...(hasHead ? [Buffer.from(head, 'latin1')] : []),
    ...(hasBody ? [page] : []),
  ]);
}

function pageOf({ status, message, explanation }: Refusal): string {
  return `<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: ${status}</p>
        <p>Message: ${escapeHtml(message)}.</p>
        <p>Error code explanation: ${status} - ${escapeHtml(explanation)}.</p>
    </body>
</html>
`;
}
