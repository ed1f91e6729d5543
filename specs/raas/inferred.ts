/** How much weighs what is only concluded, and what from. */
export function inferred(from: string) {
  return { level: 'should', source: { inferred: from }, confidence: 'inferred' } as const;
}
