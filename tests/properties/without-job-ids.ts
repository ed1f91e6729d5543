/** A value in which each job id, that no two jobs have in common, is told by its shape alone. */
export function withoutJobIds(value: unknown): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text.replaceAll(/20\d{18}/g, 'a job id'));
}
