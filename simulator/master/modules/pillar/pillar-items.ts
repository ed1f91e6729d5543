import type { PyDict } from '../../../python/value.ts';
import { asKey } from '../arguments/key-path.ts';
import { orDefault } from '../arguments/or-default.ts';
import type { ExecutionCall } from '../function.ts';
import { freshPillar, pillarAtHand } from './fresh-pillar.ts';
import { lookUp } from './look-up.ts';
import { shown } from './shown.ts';

/** `pillar.item`: the named values, by the paths that name them. */
export function pillarItem(call: ExecutionCall): PyDict {
  const { named, kwargs, varargs } = call.arguments;
  const standard = named.get('default') ?? kwargs.get('default') ?? '';
  const pillar = pillarAtHand(call);
  const values = varargs.map(
    (key) => [orDefault(lookUp(call, pillar, key), standard), asKey(key)] as const,
  );
  return shown(call, new Map(values.map(([value, key]) => [key, value])));
}

/**
 * `pillar.items`: the whole pillar, fresh from the master. With names it is `pillar.item`, which is
 * told nothing but the names, and from 3007 on the environment.
 */
export function pillarItems(call: ExecutionCall): PyDict {
  const { named, varargs } = call.arguments;
  if (varargs.length === 0) return shown(call, freshPillar(call));
  const passedOn = new Map(
    ['pillarenv', 'saltenv'].map((name) => [name, named.get(name) ?? null] as const),
  );
  return pillarItem({ ...call, arguments: { named: passedOn, varargs, kwargs: new Map() } });
}
