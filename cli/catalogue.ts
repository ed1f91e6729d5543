import { nearest } from '../simulator/input/nearest.ts';
import { expectUniqueIds, type Declaration } from '../specs/declaration.ts';
import { loadSpecifications } from '../specs/load-specifications.ts';
import { isOf } from '../specs/selection.ts';
import { UsageError } from './usage-error.ts';

/**
 * Every requirement of the suite, sorted by id; nothing is run for it.
 *
 * @throws Error where the suite cannot be loaded: our own fault
 */
export async function readCatalogue(): Promise<Declaration[]> {
  const declarations = (await loadSpecifications())
    .flatMap(({ requirements }) => requirements)
    .map(({ declaration }) => declaration)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expectUniqueIds(declarations);
  return declarations;
}

/**
 * Checks that every id is one of the catalogue's.
 *
 * @param where the flag or file that named them, for the message
 * @throws UsageError naming the nearest ids that there are
 */
export function expectKnownIds(
  ids: readonly string[],
  catalogue: readonly Declaration[],
  where: string,
): void {
  expectAmong(
    ids,
    catalogue.map(({ id }) => id),
    where,
  );
}

/** The same for ids and what ids begin with: an api, `cherrypy`, or a topic, `cherrypy.login`. */
export function expectKnownPrefixes(
  prefixes: readonly string[],
  catalogue: readonly Declaration[],
  where: string,
): void {
  const known = catalogue.flatMap(({ id }) => {
    const [api = '', topic = ''] = id.split('.');
    return [id, `${api}.${topic}`, api];
  });
  expectAmong(prefixes, [...new Set(known)], where);
}

/** The requirements that an id, a topic or an api stands for. */
export function requirementsOf(prefix: string, catalogue: readonly Declaration[]): Declaration[] {
  return catalogue.filter(({ id }) => isOf(id, prefix));
}

function expectAmong(typed: readonly string[], known: readonly string[], where: string): void {
  const unknown = typed.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const elsewhere = known.filter((id) => isOfAnotherApi(id, unknown));
  const likely = elsewhere.length > 0 ? elsewhere : nearest(unknown, known);
  const close = likely.map((id) => `"${id}"`);
  const hint = close.length > 0 ? ` Did you mean ${close.join(' or ')}?` : '';
  throw new UsageError(
    `${where} names "${unknown}", and there is no such requirement.${hint} \`saltproof list\` shows all.`,
  );
}

/** Whether an id is what was typed but for the API, as where it is not required of that one, or none was named. */
function isOfAnotherApi(id: string, typed: string): boolean {
  const what = withoutApi(id);
  return what !== undefined && (what === typed || what === withoutApi(typed));
}

/** `login.list-of-one` of `cherrypy.login.list-of-one`; undefined for what has no dot. */
function withoutApi(id: string): string | undefined {
  const dot = id.indexOf('.');
  return dot === -1 ? undefined : id.slice(dot + 1);
}
