import { leftOutBy, OTHER_SHARD } from '../report/left-out.ts';
import { LEVELS, type RequirementResult } from '../report/result.ts';
import type { Declaration } from './declaration.ts';
import type { Finding } from './finding.ts';
import type { RunSettings } from './run-options.ts';
import { FIRST_LINE, isBefore } from './salt-lines.ts';
import { factsOfCapability, type AnyCapability } from './target/capabilities.ts';

/**
 * Why the options leave a requirement out before the target is looked at: it does not hold for
 * this Salt line, or the caller asked for others.
 */
export function leftOut(
  declaration: Declaration,
  { salt, only, level: lowest, shard }: RunSettings,
): Finding | undefined {
  const { id, level } = declaration;
  const outside = outsideLines(declaration, salt);
  if (outside !== undefined) return outside;
  if (only !== undefined && !only.some((part) => isOf(id, part)))
    return { outcome: 'not verified', cause: leftOutBy('only') };
  if (lowest !== undefined && LEVELS.indexOf(level) > LEVELS.indexOf(lowest))
    return { outcome: 'not verified', cause: leftOutBy(`level ${lowest}`) };
  if (shard !== undefined && shardOf(id, shard.total) !== shard.index)
    return { outcome: 'not verified', cause: OTHER_SHARD };
  return undefined;
}

/** Why a requirement does not hold for this Salt line; undefined where it does. */
export function outsideLines(
  { api, since = api === 'raas' ? undefined : FIRST_LINE, until }: Declaration,
  salt: string,
): Finding | undefined {
  if (since !== undefined && isBefore(salt, since))
    return { outcome: 'not applicable', cause: `holds from Salt ${since} on` };
  if (until !== undefined && isBefore(until, salt))
    return { outcome: 'not applicable', cause: `holds up to Salt ${until}` };
  return undefined;
}

/** Whether an id is the one named, or belongs to the topic or api named: `cherrypy.login`, `cherrypy`. */
export function isOf(id: string, prefix: string): boolean {
  return id === prefix || id.startsWith(`${prefix}.`);
}

/** The result of a requirement that was not tried. */
export function untriedResult(declaration: Declaration, untried: Finding): RequirementResult {
  return { ...declaration, ...untried, duration: 0, exchanges: [] };
}

/** Why a target that lacks a capability cannot be asked. */
export function lacking(
  { needs }: Declaration,
  has: (capability: AnyCapability) => boolean,
): Finding | undefined {
  const missing = needs.find((capability) => !has(capability));
  if (missing === undefined) return undefined;
  const { what, absent } = factsOfCapability(missing);
  return { outcome: absent, cause: `needs ${what}` };
}

/** The shard, from 1, that an id belongs to; new requirements move none of the others. */
function shardOf(id: string, total: number): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return (hash % total) + 1;
}
