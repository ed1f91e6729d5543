import { PyTypeError } from '../../python/type-error.ts';
import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import { ScriptedAnswers } from '../answers/scripted-answers.ts';
import { MasterFunctionError } from '../clients/master-function-error.ts';
import type { Minion } from '../fleet.ts';
import type { Master } from '../master.ts';
import { withKwargs } from '../with-kwargs.ts';
import { MinionMemory } from './minion-memory.ts';
import type { Orchestration } from '../states/salt/orchestration.ts';
import { argumentsAsGiven } from './load-arguments.ts';
import { runFunction } from './run-function.ts';

/**
 * Runs an execution function on the master itself, as the runner `salt.cmd` does (seen on 3006.28,
 * 3007.15 and 3008.3).
 *
 * @throws PyTypeError for arguments that the function does not take
 * @throws MasterFunctionError for any other exception
 */
export async function runOnMaster(
  master: Master,
  fun: string,
  args: readonly PyValue[],
  kwargs: PyDict,
  orchestration?: Orchestration,
): Promise<PyValue> {
  const minion = itself(master);
  const memory = new MinionMemory(minion, master.clock);
  const result = await runFunction(fun, withKwargs(args, kwargs), {
    minion,
    running: [],
    master,
    clock: master.clock,
    memory: () => memory,
    endJob: () => false,
    // Scripts are for minions, which the master is not.
    answers: new ScriptedAnswers([]),
    published: new Map(),
    load: argumentsAsGiven,
    orchestration,
  });
  if (result?.failed !== 'running') return result?.value ?? null;
  const [, pythonClass = '', message = ''] =
    /^([\w.]+)(?:: ([^]*))?$/.exec(result.exception ?? '') ?? [];
  if (pythonClass === 'TypeError') throw new PyTypeError(message);
  throw new MasterFunctionError(pythonClass, message);
}

/** The master as functions see a minion: under its own id, without grains of a machine. */
function itself({ config, pub }: Master): Minion {
  const grains = dict({ id: config.id });
  return { id: config.id, key: 'accepted', up: true, grains, pillar: new Map(), pub };
}
