import { basename, dirname, joinPaths } from '../../../../python/posix-path.ts';
import { str } from '../../../../python/repr.ts';
import { PyTypeError } from '../../../../python/type-error.ts';
import { typeName } from '../../../../python/type-name.ts';
import { isTruthy, type PyDict, type PyValue } from '../../../../python/value.ts';
import { walk } from '../../../minion/files/walk.ts';
import type { ExecutionCall } from '../../function.ts';
import { ACTIONS, printing, type Action } from './actions.ts';
import { CRITERIA, type Criterion } from './criteria.ts';
import { FindError } from './find-error.ts';
import type { Found } from './found.ts';

/** What criteria look at, in the order in which they are asked. */
const NEEDS = ['path', 'stat', 'content'] as const;

/** Finds what meets all criteria below a path, and does something with it. */
export class Finder {
  readonly #call: ExecutionCall;
  readonly #criteria: readonly Criterion[];
  readonly #actions: readonly Action[];
  readonly #least: number;
  readonly #most: number;

  /** @throws FindError for options that make no sense */
  constructor(call: ExecutionCall, options: PyDict) {
    this.#call = call;
    this.#least = depthOf(options.get('mindepth'), '<') ?? 0;
    this.#most = depthOf(options.get('maxdepth'), '>=') ?? Infinity;
    const isTest = isTruthy(options.get('test'));
    const criteria: Criterion[] = [];
    const actions: Action[] = [];
    for (const [key, value] of options) {
      const name = str(key);
      if (['mindepth', 'maxdepth', 'test'].includes(name)) continue;
      if (!isTruthy(value)) throw new FindError(`missing value for "${name}" option`);
      const criterion = CRITERIA.get(name)?.(value, call);
      const action = ACTIONS.get(name)?.(value, call, isTest);
      if (criterion === undefined && action === undefined)
        throw new FindError(`invalid option "${name}"`);
      if (criterion !== undefined) criteria.push(criterion);
      if (action !== undefined) actions.push(action);
    }
    this.#criteria = NEEDS.flatMap((need) => criteria.filter(({ needs }) => needs === need));
    this.#actions = actions.length === 0 ? [printing(['path'], call)] : actions;
  }

  find(path: string): PyValue[] {
    const { files } = this.#call.memory;
    const results: PyValue[] = [];
    if (this.#least < 1) results.push(...this.#take(path));
    for (const { path: above, directories, files: names } of walk(files, path)) {
      const depth = depthBelow(path, above) + 1;
      if (depth >= this.#least && this.#most >= depth)
        for (const name of [...directories, ...names])
          results.push(...this.#take(joinPaths(above, name)));
      if (depth > this.#most) directories.length = 0;
    }
    return results;
  }

  #take(path: string): PyValue[] {
    const { files } = this.#call.memory;
    const found: Found = {
      path,
      name: basename(path),
      directory: dirname(path),
      inode: files.exists(path) ? files.stat(path) : files.lstat(path),
    };
    if (!this.#criteria.every((criterion) => criterion.holds(found))) return [];
    return this.#actions
      .map((action) => action(found))
      .filter((result): result is PyValue => result !== undefined);
  }
}

function depthBelow(path: string, inner: string): number {
  return inner
    .slice(path.length)
    .split('/')
    .filter((part) => part !== '').length;
}

function depthOf(value: PyValue | undefined, comparison: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  throw new PyTypeError(
    `'${comparison}' not supported between instances of '${typeName(value)}' and 'int'`,
  );
}
