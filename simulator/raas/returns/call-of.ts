import type { CallArguments } from '../commands/command.ts';
import { isObject, type JsonObject } from '../json.ts';
import { argsOf, type StoredReturn } from './stored-return.ts';

/** What a function was called with, those by name told apart: they travel as a dict marked `__kwarg__`. */
export function callOf(stored: StoredReturn): CallArguments {
  const args = argsOf(stored);
  const named = args.filter((arg) => isObject(arg) && arg['__kwarg__'] === true);
  return {
    arg: args.filter((arg) => !named.includes(arg)),
    kwarg: Object.assign({}, ...named) as JsonObject,
  };
}
