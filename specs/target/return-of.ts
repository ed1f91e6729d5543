import type { Reply } from './reply.ts';

/** The first item of a reply's `return`, undefined where there is none. */
export function firstReturn(reply: Reply): unknown {
  return field(bodyOf(reply), 'return', 0);
}

/** What a wheel function returned, undefined where it did not run. */
export function wheelReturn(reply: Reply): unknown {
  return field(firstReturn(reply), 'data', 'return');
}

/** What stands at this path of keys and indexes; undefined where the path leads nowhere. */
export function field(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}

/** The keys of an object, in order; none where it is none. */
export function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** The body as JSON; undefined where it is none. */
export function bodyOf(reply: Reply): unknown {
  try {
    return reply.json();
  } catch {
    return undefined;
  }
}
