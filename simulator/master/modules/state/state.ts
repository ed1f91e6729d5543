import { signature } from '../../../python/signature.ts';
import type { PyValue } from '../../../python/value.ts';
import { given } from '../arguments/given.ts';
import type { ExecutionFunction, ExecutionModule } from '../function.ts';
import { runningStates } from './conflicting-runs.ts';
import { apply } from './apply.ts';
import { disabling } from './disabled.ts';
import { graphs } from './graph.ts';
import { highstate, top } from './highstate.ts';
import { pauses } from './pauses.ts';
import { requests } from './requests.ts';
import {
  idExists,
  showHighstate,
  showLowSls,
  showLowstate,
  showSls,
  showStates,
  showStateUsage,
  showTop,
  slsExists,
} from './show.ts';
import { high, low, single } from './single.ts';
import { sls, slsId } from './sls.ts';
import { templates } from './template.ts';

const REST = { kwargs: true };
const QUEUE = { queue: null };
const TEST = { test: null, queue: null };

/** What runs states; a minion says so by its outputter. */
function running(
  name: string,
  required: readonly string[],
  optional: Readonly<Record<string, PyValue>>,
  doc: string,
  run: ExecutionFunction['run'],
): ExecutionFunction {
  return { signature: signature(name, required, optional, REST), doc, out: 'highstate', run };
}

/**
 * The `state` module: runs states of the master's state files, or states that a call describes
 * (salt.modules.state; seen on 3006.28, 3007.15 and 3008.3).
 */
export const state: ExecutionModule = {
  ...requests,
  ...pauses,
  ...disabling,
  ...templates,
  ...graphs,
  apply: running('apply_', [], { mods: null }, 'Runs state files, or the highstate.', (call) =>
    apply(call, given(call, 'mods')),
  ),
  highstate: running(
    'highstate',
    [],
    { ...TEST, state_events: null },
    'Runs the states that the top file gives to the minion.',
    highstate,
  ),
  sls: running(
    'sls',
    ['mods'],
    { test: null, exclude: null, queue: null, sync_mods: null, state_events: null },
    'Runs state files.',
    sls,
  ),
  sls_id: running(
    'sls_id',
    ['id_', 'mods'],
    { ...TEST, state_events: null },
    'Runs one id of state files, and what it requires.',
    slsId,
  ),
  single: running(
    'single',
    ['fun', 'name'],
    TEST,
    'Runs one state that the call describes.',
    single,
  ),
  test: {
    signature: signature('test', [], {}, { varargs: true, kwargs: true }),
    doc: 'Tells what state.apply would do.',
    out: 'highstate',
    run: (call) => {
      const [mods = call.arguments.kwargs.get('mods') ?? null] = call.arguments.varargs;
      return apply(call, mods, new Map(call.arguments.kwargs).set('test', true));
    },
  },
  top: running('top', ['topfn'], TEST, 'Runs what another top file gives to the minion.', top),
  pkg: {
    signature: signature('pkg', ['pkg_path', 'pkg_sum', 'hash_type'], { test: null }, REST),
    doc: 'Answers nothing: there is no packed state run on the minion.',
    out: 'highstate',
    run: () => new Map(),
  },
  clear_cache: {
    signature: signature('clear_cache'),
    doc: 'Forgets what the minion keeps of highstates, and answers the names of the files.',
    run: ({ memory: { highstateCaches } }) => {
      const names = [...highstateCaches];
      highstateCaches.clear();
      return names;
    },
  },
  high: {
    signature: signature('high', ['data'], TEST, REST),
    doc: 'Runs high data that the call brings.',
    run: high,
  },
  low: {
    signature: signature('low', ['data'], QUEUE, REST),
    doc: 'Runs one chunk of low data that the call brings.',
    run: low,
  },
  show_highstate: {
    signature: signature('show_highstate', [], QUEUE, REST),
    doc: 'Answers the high data of the highstate.',
    run: showHighstate,
  },
  show_lowstate: {
    signature: signature('show_lowstate', [], QUEUE, REST),
    doc: 'Answers the low data of the highstate, in the order in which it runs.',
    run: showLowstate,
  },
  show_states: {
    signature: signature('show_states', [], QUEUE, REST),
    doc: 'Answers the state files that the highstate is made of.',
    run: showStates,
  },
  show_sls: {
    signature: signature('show_sls', ['mods'], TEST, REST),
    doc: 'Answers the high data of state files.',
    run: showSls,
  },
  show_low_sls: {
    signature: signature('show_low_sls', ['mods'], TEST, REST),
    doc: 'Answers the low data of state files.',
    run: showLowSls,
  },
  show_top: {
    signature: signature('show_top', [], QUEUE, REST),
    doc: 'Answers the state files that the top file gives to the minion.',
    run: showTop,
  },
  sls_exists: {
    signature: signature('sls_exists', ['mods'], TEST, REST),
    doc: 'Answers whether there are such state files.',
    run: slsExists,
  },
  id_exists: {
    signature: signature('id_exists', ['ids', 'mods'], TEST, REST),
    doc: 'Answers whether state files have all of these ids.',
    run: idExists,
  },
  show_state_usage: {
    signature: signature('show_state_usage', [], QUEUE, REST),
    doc: 'Answers which state files are part of the highstate, and which are not.',
    run: showStateUsage,
  },
  running: {
    signature: signature('running', [], { concurrent: false }),
    doc: 'Answers the other state runs of the minion.',
    run: runningStates,
  },
};
