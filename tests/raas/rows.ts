/** What most methods that list something return. */
export interface Rows<Row = Readonly<Record<string, unknown>>> {
  readonly count: number;
  readonly results: readonly Row[];
}
