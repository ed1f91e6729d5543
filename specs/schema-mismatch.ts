/** A reply that does not have the shape of its schema; a verdict on the target, not on the suite. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}
