import { argument } from '../../../python/argument.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { dict, type PyValue } from '../../../python/value.ts';
import type { Minion } from '../../fleet.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { splitInput } from './state-options.ts';

/** The grain that keeps which states are not to run. */
const GRAIN = 'state_runs_disabled';

/**
 * The part of `state` that says which files, or the highstate, are not to run, by a grain
 * (modules/state.py; seen on 3006.28, 3007.15 and 3008.3).
 */
export const disabling: ExecutionModule = {
  disable: {
    signature: signature('disable', ['states']),
    doc: 'Keeps state files, or the highstate, from being run.',
    run: (call) =>
      change(call, (disabled, state) => {
        if (disabled.includes(state)) return 'already disabled';
        disabled.push(state);
        return 'disabled';
      }),
  },
  enable: {
    signature: signature('enable', ['states']),
    doc: 'Has state files that were disabled run again.',
    run: (call) =>
      change(call, (disabled, state) => {
        const at = disabled.indexOf(state);
        if (at === -1) return 'already enabled';
        disabled.splice(at, 1);
        return 'enabled';
      }),
  },
  list_disabled: {
    signature: signature('list_disabled'),
    doc: 'Answers the state files that are not to run.',
    run: ({ minion }) => minion.grains.get(GRAIN) ?? '',
  },
};

/** What is said of those of the named states that are not to run. */
export function disabledStates(minion: Minion, states: readonly PyValue[]): string[] {
  return states
    .map(str)
    .flatMap((state) => disabledOn(minion).flatMap((disabled) => refusal(state, str(disabled))));
}

function refusal(state: string, disabled: string): string[] {
  const enable = `to re-enable, run state.enable ${disabled}.`;
  if (!disabled.includes('.*'))
    return state === disabled
      ? [`The state file "${disabled}" is currently disabled, ${enable}`]
      : [];
  const [above = ''] = disabled.split('.');
  return state.startsWith(`${above}.`)
    ? [`The state file "${state}" is currently disabled by "${disabled}", ${enable}`]
    : [];
}

function change(
  call: ExecutionCall,
  changeOne: (disabled: PyValue[], state: PyValue) => string,
): PyValue {
  const { minion } = call;
  const before = disabledOn(minion);
  const disabled = [...before];
  const said = splitInput(argument(call, 'states')).map(
    (state) => `Info: ${str(state)} state ${changeOne(disabled, state)}.`,
  );
  if (disabled.length !== before.length) minion.grains.set(GRAIN, disabled);
  return dict({ res: true, msg: said.join('\n') });
}

function disabledOn({ grains }: Minion): readonly PyValue[] {
  const disabled = grains.get(GRAIN);
  return Array.isArray(disabled) ? disabled : [];
}
