import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { dict, isDict, type PyDict, type PyValue } from '../../python/value.ts';
import type { MasterCall, MasterFunction, MasterModule } from '../clients/master-function.ts';
import { newJid } from '../jid.ts';
import { checkResult } from '../modules/state/check-result.ts';
import { tellEvents } from './tell-events.ts';

const ENVIRONMENTS = { pillarenv: null, pillar_enc: null };

/**
 * The `state` runner: orchestrations, which are states that the master itself runs
 * (salt.runners.state; seen on 3006.28, 3007.15 and 3008.3).
 */
export const state: MasterModule = {
  orchestrate: orchestrating('orchestrate'),
  orch: orchestrating('orchestrate'),
  sls: orchestrating('orchestrate'),
  orchestrate_single: {
    signature: signature(
      'orchestrate_single',
      ['fun', 'name'],
      { test: null, queue: false, pillar: null },
      { kwargs: true },
    ),
    doc: 'Runs one state on the master, and answers its result.',
    run: (call) => {
      const pillar = pillarOf(call);
      const kwargs = new Map([...rest(call), ...(pillar === null ? [] : dict({ pillar }))]);
      const args = [argument(call, 'fun'), argument(call, 'name')];
      return announced(call, 'state.single', args, kwargs);
    },
  },
  orchestrate_high: {
    signature: signature(
      'orchestrate_high',
      ['data'],
      { test: null, queue: false, pillar: null },
      { kwargs: true },
    ),
    doc: 'Runs high data on the master, and answers its results.',
    run: (call) => {
      const kwargs = new Map([...rest(call), ...dict({ pillar: pillarOf(call) })]);
      return announced(call, 'state.high', [argument(call, 'data')], kwargs);
    },
  },
  orchestrate_show_sls: showing('orchestrate_show_sls'),
  orch_show_sls: showing('orchestrate_show_sls'),
  event: {
    signature: signature('event', [], {
      tagmatch: '*',
      count: -1,
      quiet: false,
      sock_dir: null,
      pretty: false,
      node: 'master',
    }),
    doc: 'Waits until so many events have come whose tags match a glob.',
    run: tellEvents,
  },
};

function orchestrating(name: string): MasterFunction {
  return {
    signature: signature(name, ['mods'], {
      saltenv: 'base',
      test: null,
      exclude: null,
      pillar: null,
      ...ENVIRONMENTS,
      orchestration_jid: null,
    }),
    doc: 'Runs state files on the master, and answers their results and how they went.',
    run: async (call) => {
      const pillar = pillarOf(call);
      const given = argument(call, 'orchestration_jid');
      const jid = given === null ? newJid(call.master.clock) : str(given);
      const kwargs = dict({
        pillar,
        saltenv: argument(call, 'saltenv'),
        __pub_jid: jid,
        orchestration_jid: jid,
      });
      const args = ['mods', 'test', 'exclude'].map((argumentName) => argument(call, argumentName));
      const data = await onMaster(call, 'state.sls', args, kwargs, jid);
      const retcode = checkResult(data) ? 0 : 1;
      return dict({ data, outputter: 'highstate', retcode });
    },
  };
}

function showing(name: string): MasterFunction {
  return {
    signature: signature(name, ['mods'], {
      saltenv: 'base',
      test: null,
      queue: false,
      pillar: null,
      ...ENVIRONMENTS,
    }),
    doc: 'Answers the high data of state files, as the master would run it.',
    run: (call) => {
      const kwargs = dict({ pillar: pillarOf(call), saltenv: argument(call, 'saltenv') });
      return onMaster(call, 'state.show_sls', [argument(call, 'mods')], kwargs);
    },
  };
}

/** @throws PyTypeError for a pillar that is no dict */
function pillarOf(call: MasterCall): PyValue {
  const pillar = argument(call, 'pillar');
  if (pillar === null || isDict(pillar)) return pillar;
  // Salt answers a SaltInvocationError as it does a wrong call.
  throw new PyTypeError('Pillar data must be formatted as a dictionary');
}

function rest(call: MasterCall): PyDict {
  return call.arguments.kwargs;
}

async function announced(
  call: MasterCall,
  fun: string,
  args: readonly PyValue[],
  kwargs: PyDict,
): Promise<PyValue> {
  const data = await onMaster(call, fun, args, kwargs);
  call.fire('progress', dict({ data, outputter: 'highstate' }));
  return data;
}

/** What a function comes to on the master, under the master's id. */
async function onMaster(
  { master }: MasterCall,
  fun: string,
  args: readonly PyValue[],
  kwargs: PyDict,
  jid?: string,
): Promise<PyDict> {
  return dict({ [master.config.id]: await master.minions.runOnMaster(fun, args, kwargs, jid) });
}
