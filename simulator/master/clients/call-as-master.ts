import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { inPayload } from '../payload.ts';
import { runnersOf } from '../runners/runners.ts';
import { wheelsOf } from '../wheel/wheels.ts';
import { callMasterFunction, type FunctionRun } from './call-master-function.ts';
import type { MasterFunction } from './master-function.ts';
import { runnerArguments } from './runner.ts';

/** A call of a runner or wheel function that the master makes for itself. */
export interface OwnCall {
  readonly kind: 'runner' | 'wheel';
  readonly fun: string;
  readonly args: readonly PyValue[];
  readonly kwargs: PyDict;
  readonly jid: string;
}

/**
 * Calls a runner or wheel function as the master itself, under a jid that is known before: nobody's
 * rights are asked, and whatever goes wrong is told in the answer (salt.runner.RunnerClient.cmd and
 * salt.wheel.WheelClient.cmd, as a part of the master calls them).
 *
 * @returns the data of the `ret` event
 */
export function callAsMaster(master: Master, call: OwnCall): Promise<PyDict> {
  const { kind, fun, jid } = call;
  const run: FunctionRun = {
    kind,
    fun,
    jid,
    tag: kind === 'runner' ? `salt/run/${jid}` : `salt/wheel/${jid}`,
    user: master.config.user,
    stored: true,
    raisesEarlyFailure: false,
    arguments: (found) => argumentsOf(found, call),
  };
  return callMasterFunction(master, (kind === 'runner' ? runnersOf : wheelsOf)(master), run);
}

/** A runner reads its texts as YAML; a wheel takes its arguments as they are. */
function argumentsOf(
  found: MasterFunction,
  { kind, args, kwargs }: OwnCall,
): { args: readonly PyValue[]; kwargs: PyDict } {
  if (kind === 'runner') return runnerArguments(found, dict({ arg: [...args], kwarg: kwargs }));
  return { args: args.map(inPayload), kwargs: inPayload(kwargs) as PyDict };
}
