import type { PyDict } from '../../../python/value.ts';
import { stateResult, type StateCall } from '../state-function.ts';
import { failed, pathOf } from './outcome.ts';

/** `file.exists`: fails where nothing is at a path. */
export function exists(call: StateCall): PyDict {
  const name = pathOf(call);
  if (name === '') return failed(name, 'Must provide name to file.exists');
  return call.machine.files.exists(name)
    ? stateResult(name, true, `Path ${name} exists`)
    : failed(name, `Specified path ${name} does not exist`);
}

/** `file.missing`: fails where something is at a path. */
export function missing(call: StateCall): PyDict {
  const name = pathOf(call);
  if (name === '') return failed(name, 'Must provide name to file.missing');
  return call.machine.files.exists(name)
    ? failed(name, `Specified path ${name} exists`)
    : stateResult(name, true, `Path ${name} is missing`);
}
