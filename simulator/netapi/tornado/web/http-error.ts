/** Tornado's HTTPError: the request ends with this status and the page of it. */
export class HTTPError extends Error {
  override readonly name = 'HTTPError';
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}
