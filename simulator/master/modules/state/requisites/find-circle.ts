/**
 * The steps of a circle among things that follow one another, the first that a search in depth
 * comes to; none where there is no circle.
 */
export function findCircle<T>(
  all: readonly T[],
  followers: (one: T) => Iterable<T>,
): (readonly [T, T])[] {
  const done = new Set<T>();
  const path: T[] = [];
  const visit = (one: T): T[] | undefined => {
    path.push(one);
    for (const next of followers(one)) {
      const start = path.indexOf(next);
      if (start >= 0) return path.slice(start);
      const found = done.has(next) ? undefined : visit(next);
      if (found !== undefined) return found;
    }
    path.pop();
    done.add(one);
    return undefined;
  };
  for (const one of all) {
    const circle = done.has(one) ? undefined : visit(one);
    if (circle !== undefined)
      return circle.map((step, at) => [step, circle[(at + 1) % circle.length] ?? step] as const);
  }
  return [];
}
