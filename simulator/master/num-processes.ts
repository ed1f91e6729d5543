import { InputError } from '../input/input-error.ts';
import { isDict, type PyValue } from '../python/value.ts';
import { described } from './described.ts';

/**
 * Looks at `num_processes` of rest_tornado, which has no other effect here.
 *
 * @throws InputError for what is no number, and for several with `debug`: rest_tornado does not start so
 */
export function expectNumProcesses(section: PyValue): void {
  if (!isDict(section)) return;
  const processes = section.get('num_processes') ?? 1;
  if (typeof processes !== 'number' || !Number.isInteger(processes))
    throw new InputError(
      `The master option "rest_tornado: num_processes" must be a number of processes, not ${described(processes)}.`,
    );
  if (processes > 1 && section.get('debug') === true)
    throw new InputError(
      'rest_tornado: num_processes above 1 and debug exclude each other, and rest_tornado does not start with both. Leave one of them out.',
    );
}
