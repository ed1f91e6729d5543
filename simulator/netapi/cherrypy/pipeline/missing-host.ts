import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { setErrorPage } from '../answer/set-error-page.ts';

const MESSAGE = "HTTP/1.1 requires a 'Host' request header.";

/** Where CherryPy lies; on a real master it depends on how Salt was installed. */
const CPREQUEST = '/usr/lib/python3/dist-packages/cherrypy/_cprequest.py';

/** CherryPy 18.10.0's way to the error. It shows it although tracebacks are off: it has not read its configuration yet. */
const TRACEBACK = `Traceback (most recent call last):
  File "${CPREQUEST}", line 659, in respond
    self._do_respond(path_info)
  File "${CPREQUEST}", line 687, in _do_respond
    self.process_headers()
  File "${CPREQUEST}", line 771, in process_headers
    raise cherrypy.HTTPError(400, msg)
cherrypy._cperror.HTTPError: (400, "${MESSAGE}")
`;

/** Whether a request of HTTP/1.1 names no host, which it must. */
export function lacksHost({ req, headers }: Exchange): boolean {
  return req.httpVersion === '1.1' && !headers.has('host');
}

/** Refuses a request without a host, before any tool has seen it. */
export function refuseWithoutHost(exchange: Exchange): void {
  setErrorPage(exchange, new HTTPError(400, MESSAGE), TRACEBACK);
}
