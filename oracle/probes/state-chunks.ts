import type { JsonObject } from '../fixture.ts';

/** A function of the state module that web1 runs, with all that its return tells. */
export function onWeb1(
  fun: string,
  arg: JsonObject[string][] = [],
  kwarg: JsonObject = {},
): JsonObject {
  const chunk = { client: 'local', tgt: 'web1', fun: `state.${fun}`, arg, full_return: true };
  return Object.keys(kwarg).length === 0 ? chunk : { ...chunk, kwarg };
}

/** States of `test` that the call brings along, as if of a file `s`. */
export function high(states: JsonObject, kwarg: JsonObject = {}): JsonObject {
  const data = Object.entries(states).map(([id, run]): [string, JsonObject] => [
    id,
    { test: run, __sls__: 's', __env__: 'base' },
  ]);
  return onWeb1('high', [Object.fromEntries(data)], kwarg);
}

/** A requisite on `test` states with these ids. */
export function on(requisite: string, ...ids: readonly string[]): JsonObject {
  return { [requisite]: ids.map((id) => ({ test: id })) };
}

/** A state that is well and changes nothing. */
export const OK = 'succeed_without_changes';

/** A state that is well and says that it has changed something. */
export const CHANGED = 'succeed_with_changes';

/** A state that fails and changes nothing. */
export const FAILED = 'fail_without_changes';
