import { compareCodePoints } from '../../python/compare.ts';
import { integerOf } from '../../python/int.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import { gatherReturns } from '../clients/gather-returns.ts';
import type { MasterCall, MasterFunction, MasterModule } from '../clients/master-function.ts';
import { publishAsMaster } from '../publish.ts';

const TARGET = { tgt: '*', tgt_type: 'glob', timeout: null, gather_job_timeout: null };

/**
 * The functions that tell who is connected without asking: on a master without presence events
 * nobody is, as seen on all three lines (real-salt §4).
 */
const present = (name: string): MasterFunction => ({
  signature: signature(name, [], { subset: null, show_ip: false }),
  doc: 'Answers the minions that presence detection knows to be connected.',
  run: (call) => (call.arguments.named.get('show_ip') === true ? new Map() : []),
});
const notPresent = (name: string): MasterFunction => ({
  signature: signature(name, [], { subset: null, show_ip: false }),
  doc: 'Answers the accepted minions that presence detection does not know.',
  run: (call) => {
    const ids = call.master.fleet.accepted().map(({ id }) => id);
    const subset = call.arguments.named.get('subset');
    return Array.isArray(subset) ? ids.filter((id) => subset.includes(id)) : ids;
  },
});

/** The `manage` runner: who is up, who is down, who runs which version (salt-core §7.1). */
export const manage: MasterModule = {
  status: {
    signature: signature('status', [], { output: true, ...TARGET }),
    doc: 'Answers which minions are up and which are down.',
    run: async (call) => {
      const { up, down } = await ping(call);
      return dict({ up, down });
    },
  },
  up: {
    signature: signature('up', [], TARGET),
    doc: 'Answers the minions that are up.',
    run: async (call) => (await ping(call)).up,
  },
  down: {
    signature: signature('down', [], { removekeys: false, ...TARGET }),
    doc: 'Answers the minions that are down.',
    run: async (call) => (await ping(call)).down,
  },
  present: present('present'),
  joined: present('joined'),
  allowed: present('allowed'),
  alived: present('alived'),
  reaped: present('reaped'),
  list_state: present('list_state'),
  not_present: notPresent('not_present'),
  not_joined: notPresent('not_joined'),
  not_allowed: notPresent('not_allowed'),
  not_alived: notPresent('not_alived'),
  not_reaped: notPresent('not_reaped'),
  list_not_state: notPresent('list_not_state'),
  versions: {
    signature: signature('versions'),
    doc: 'Answers which minions run which version, held against the master.',
    run: versions,
  },
};

/** Asks the minions in the target with a real job, and waits for them as `local` does. */
async function ask(call: MasterCall, fun: string) {
  const { master } = call;
  const tgt = call.arguments.named.get('tgt') ?? '*';
  const tgtType = str(call.arguments.named.get('tgt_type') ?? 'glob');
  const job = publishAsMaster(master, { tgt, fun, arg: [], tgt_type: tgtType });
  if (job === undefined) return undefined;
  const { config } = master;
  const seconds = (name: 'timeout' | 'gather_job_timeout'): number =>
    integerOf(call.arguments.named.get(name)) ?? config[name];
  await gatherReturns(master, job, {
    timeout: seconds('timeout'),
    gatherJobTimeout: seconds('gather_job_timeout'),
  });
  return job;
}

async function ping(call: MasterCall): Promise<{ up: string[]; down: string[] }> {
  const job = await ask(call, 'test.ping');
  if (job === undefined) return { up: [], down: [] };
  return {
    up: [...job.returns.keys()].toSorted(compareCodePoints),
    down: job.silent().toSorted(compareCodePoints),
  };
}

/** The labels come in the order of the answers, those of silent minions after; the master's own is last. */
async function versions(call: MasterCall): Promise<PyValue> {
  const answer: PyDict = new Map();
  const job = await ask(call, 'test.version');
  if (job === undefined) return answer;
  const current = [...job.returns]
    .map(([id, data]) => [id, data.get('return') ?? null] as const)
    .toSorted(([a], [b]) => compareCodePoints(a, b));
  if (current.length > 0) answer.set('Up to date', new Map(current));
  const offline = job.silent().toSorted(compareCodePoints);
  if (offline.length > 0) answer.set('Minion offline', new Map(offline.map((id) => [id, false])));
  return answer.set('Master', call.master.profile.version);
}
