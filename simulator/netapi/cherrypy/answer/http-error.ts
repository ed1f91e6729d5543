/** CherryPy's messages for errors that are raised without one. */
const STANDARD_MESSAGES: Readonly<Record<number, string>> = {
  400: 'Bad request syntax or unsupported method',
  401: 'No permission -- see authorization schemes',
  403: 'Request forbidden -- authorization will not help',
  404: 'Nothing matches the given URI',
  405: 'Specified method is invalid for this resource',
  406: 'URI not available in preferred format',
  411: 'Client must specify Content-Length',
  413: 'Entity is too large',
  500: 'The server encountered an unexpected condition which prevented it from fulfilling the request.',
  503: 'The server cannot process the request due to a high load',
  504: 'The gateway server did not receive a timely response',
};

/** An answer other than the handler's own: ends the request with CherryPy's HTML page for this status. */
export class HTTPError extends Error {
  override readonly name = 'HTTPError';
  readonly status: number;
  constructor(status: number, message?: string) {
    super(message ?? STANDARD_MESSAGES[status] ?? '');
    this.status = status;
  }
}
