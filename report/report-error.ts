/** A results file that cannot be used; the message says which, why, and what to do. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}
