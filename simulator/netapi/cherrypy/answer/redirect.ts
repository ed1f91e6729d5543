/** An answer that sends the client elsewhere for good (301), or tells it to use what it has (304). */
export class Redirect extends Error {
  override readonly name = 'Redirect';
  readonly status: 301 | 304;
  /** Where to; a 304 leads nowhere. */
  readonly location: string;
  constructor(status: 301 | 304, location = '') {
    super(location);
    this.status = status;
    this.location = location;
  }
}
