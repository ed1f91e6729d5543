/** How many there are of each kind, kinds without any among them. */
export function countBy<Kind extends string>(
  kinds: readonly Kind[],
  found: readonly Kind[],
): Record<Kind, number> {
  const counts = kinds.map((kind) => [kind, found.filter((one) => one === kind).length]);
  return Object.fromEntries(counts) as Record<Kind, number>;
}
