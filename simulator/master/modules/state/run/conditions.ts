import { repr, str } from '../../../../python/repr.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../../../python/value.ts';
import type { MachineFiles } from '../../../minion/files/machine-files.ts';
import { traverse } from '../../../targeting/subdict-match.ts';
import { keyPath } from '../../arguments/key-path.ts';
import { MinionError } from '../../minion-error.ts';
import { commandOptions } from './command-options.ts';
import type { MinionFunctions } from './minion-functions.ts';

/** What one condition comes to: with the result true the state is not called. */
interface Met {
  result: boolean;
  comment?: string;
  skip_watch?: boolean;
}

/** Where the conditions of a chunk are looked at. */
interface ConditionSite {
  readonly low: PyDict;
  readonly functions: MinionFunctions;
  readonly machine: MachineFiles;
}

/** The conditions that a state is looked at for, in the order in which Salt does. */
const CONDITIONS = { onlyif, unless, creates } as const;

/**
 * What the conditions of a chunk come to, as the beginning of its result; undefined where it has
 * none, or where they let the state be called (state.py _run_check, 3006.28 to 3008.3).
 *
 * An entry that calls a function loses the function's name: Salt takes it out of the chunk.
 */
export function conditionResult(site: ConditionSite): PyDict | undefined {
  const { low } = site;
  const met = Object.entries(CONDITIONS)
    .filter(([name]) => low.has(name))
    .map(([name, meet]) => meet(low.get(name) ?? null, site));
  const comments = met.map(({ comment }) => {
    if (comment !== undefined) return comment;
    throw new MinionError('Exception', repr('comment'), 'KeyError');
  });
  if (!met.some(({ result }) => result)) return undefined;
  const result: PyDict = new Map<string, PyValue>([
    ['result', true],
    ['name', low.get('name') ?? null],
    ['changes', new Map()],
    ['comment', comments.join('\n')],
  ]);
  for (const key of ['__sls__', '__id__']) result.set(key, low.get(key) ?? null);
  if (met.some(({ skip_watch: skips }) => skips)) result.set('skip_watch', true);
  return result;
}

function onlyif(value: PyValue, site: ConditionSite): Met {
  const met: Met = { result: false };
  for (const entry of listOf(value)) {
    const holds = entryHolds('onlyif', entry, site);
    if (holds === false)
      return { result: true, comment: 'onlyif condition is false', skip_watch: true };
    if (holds !== true) return { ...met, ...holds };
    Object.assign(met, { result: false, comment: 'onlyif condition is true' });
  }
  return met;
}

function unless(value: PyValue, site: ConditionSite): Met {
  let met: Met = { result: false };
  for (const entry of listOf(value)) {
    const holds = entryHolds('unless', entry, site);
    if (typeof holds !== 'boolean') {
      met = { ...met, ...holds };
      if (isDict(entry)) return met;
    } else if (holds) met = { result: true, comment: 'unless condition is true', skip_watch: true };
    else {
      const { skip_watch: skips } = met;
      const keepsSkipping = isDict(entry) && !site.functions.hasFailed && skips === true;
      return {
        result: false,
        comment: 'unless condition is false',
        ...(keepsSkipping && { skip_watch: true }),
      };
    }
  }
  return met;
}

function creates(value: PyValue, { machine }: ConditionSite): Met {
  const exists = (path: string): boolean => machine.files.exists(path);
  if (typeof value === 'string' && exists(value))
    return { result: true, comment: `${value} exists`, skip_watch: true };
  if (Array.isArray(value) && value.every((path) => exists(str(path))))
    return { result: true, comment: 'All files in creates exist', skip_watch: true };
  return { result: false, comment: 'Creates files not found' };
}

/** Whether a command or a function went well, or what is wrong with an entry that is neither. */
function entryHolds(
  condition: 'onlyif' | 'unless',
  entry: PyValue,
  site: ConditionSite,
): boolean | Partial<Met> {
  const { functions } = site;
  if (typeof entry === 'string') return commandHolds(condition, entry, site);
  if (!isDict(entry))
    return {
      result: false,
      comment:
        condition === 'onlyif'
          ? 'onlyif execution failed, bad type passed'
          : 'unless condition is false, bad type passed',
    };
  const fun = entry.get('fun');
  if (fun === undefined) return { comment: `no \`fun\` argument in ${condition}: ${str(entry)}` };
  const path = entry.get('get_return');
  const args = entry.get('args');
  for (const key of ['fun', 'get_return', 'args']) entry.delete(key);
  const answered = functions.call(str(fun), Array.isArray(args) ? args : [], new Map(entry));
  const value = isTruthy(path) ? traverse(answered, keyPath(path ?? null, ':')) : answered;
  return functions.hasFailed ? false : isTruthy(value);
}

/** A command that cannot even be run lets no state be called. */
function commandHolds(
  condition: 'onlyif' | 'unless',
  command: string,
  { functions, low }: ConditionSite,
): boolean {
  try {
    return functions.retcodeOf(command, commandOptions(low)) === 0;
  } catch (error) {
    if (error instanceof MinionError && error.kind === 'CommandExecutionError')
      return condition === 'unless';
    throw error;
  }
}

function listOf(value: PyValue): PyValue[] {
  return Array.isArray(value) ? value : [value];
}
