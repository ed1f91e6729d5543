import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { dict, isDict, type PyDict, type PyValue } from '../../python/value.ts';
import type {
  MasterCall,
  MasterFunction,
  MasterFunctions,
  MasterModule,
} from '../clients/master-function.ts';
import { newJid } from '../jid.ts';
import type { Master } from '../master.ts';
import { checkResult } from '../modules/state/check-result.ts';
import { Orchestration } from '../states/salt/orchestration.ts';
import { tellEvents } from './tell-events.ts';

const ENVIRONMENTS = { pillarenv: null, pillar_enc: null };

/** The runner functions that a master has. */
type RunnersOf = (master: Master) => MasterFunctions;

/**
 * The `state` runner: orchestrations, which are states that the master itself runs
 * (salt.runners.state; seen on 3006.28, 3007.15 and 3008.3).
 *
 * @param runners the runners that there are, which orchestrations may run in turn
 */
export function stateModule(runners: RunnersOf): MasterModule {
  return {
    orchestrate: orchestrating('orchestrate', runners),
    orch: orchestrating('orchestrate', runners),
    sls: orchestrating('orchestrate', runners),
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
        return announced(call, runners(call.master), 'state.single', args, kwargs);
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
        return announced(
          call,
          runners(call.master),
          'state.high',
          [argument(call, 'data')],
          kwargs,
        );
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
}

function orchestrating(name: string, runners: RunnersOf): MasterFunction {
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
      const orchestration = new Orchestration(call.master, runners(call.master), jid);
      const args = ['mods', 'test', 'exclude'].map((argumentName) => argument(call, argumentName));
      const data = await onMaster(call, 'state.sls', args, kwargs, orchestration);
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
  runners: MasterFunctions,
  fun: string,
  args: readonly PyValue[],
  kwargs: PyDict,
): Promise<PyValue> {
  const orchestration = new Orchestration(call.master, runners);
  const data = await onMaster(call, fun, args, kwargs, orchestration);
  call.fire('progress', dict({ data, outputter: 'highstate' }));
  return data;
}

/** What a function comes to on the master, under the master's id. */
async function onMaster(
  { master }: MasterCall,
  fun: string,
  args: readonly PyValue[],
  kwargs: PyDict,
  orchestration?: Orchestration,
): Promise<PyDict> {
  const value = await master.minions.runOnMaster(fun, args, kwargs, orchestration);
  return dict({ [master.config.id]: value });
}
