import { InputError } from '../input/input-error.ts';
import { isDict, type PyValue } from '../python/value.ts';
import { described } from './described.ts';

/** @throws InputError for several processes with `debug`, with which rest_tornado does not start */
export function expectOneProcess(section: PyValue): void {
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
