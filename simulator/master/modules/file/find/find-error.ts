/** Python's `ValueError` for an option of `file.find`, which is answered as a text. */
export class FindError extends Error {
  override readonly name = 'FindError';
}
