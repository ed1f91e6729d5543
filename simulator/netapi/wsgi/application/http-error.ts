/** rest_wsgi's HTTPError: the request ends with this status, and a text that begins with its number. */
export class HTTPError extends Error {
  override readonly name = 'HTTPError';
  readonly status: 400 | 405 | 406;

  constructor(status: HTTPError['status'], message: string) {
    super(`${status}: ${message}`);
    this.status = status;
  }
}
