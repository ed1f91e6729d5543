import type { Raas } from '../../../simulator/raas/raas.ts';
import type { Variant } from '../variant.ts';
import { type Misread, of, raasVariants, type Spoilt } from './raas-rows.ts';

/** What is wrong with commands and returns, by what is done to RaaS and who must notice. */
const ROWS: readonly Spoilt[] = [
  [
    'no master ever takes a command',
    ({ engine, commands }) => {
      engine.submit = (command) => commands.add(command);
      engine.lookedAt = () => Promise.resolve();
    },
    'raas.cmd.complete',
    'raas.cmd.status-each',
    'raas.cmd.stop',
  ],
  [
    'every command goes well',
    (raas) => finishAs(raas, 'completed_all_successful'),
    'raas.cmd.failures',
    'raas.cmd.stop',
  ],
  [
    'every command fails',
    (raas) => finishAs(raas, 'completed_failures'),
    'raas.cmd.row',
    'raas.cmd.by-state',
    'raas.cmd.by-state-invert',
    'raas.cmd.runner',
    'raas.cmd.wheel',
    'raas.schedule.skips',
  ],
  [
    'what is returned is lost',
    ({ returns }) => void (returns.addReturn = () => undefined),
    'raas.cmd.row',
    'raas.cmd.details',
    'raas.cmd.details-filters',
    'raas.cmd.arguments',
    'raas.cmd.run-job',
    'raas.ret.get-jid',
    'raas.ret.row',
    'raas.ret.errors',
    'raas.schedule.fires',
  ],
  [
    'returns are of any job, the oldest last',
    ({ returns }) => void (returns.of = () => returns.all().toReversed()),
    'raas.ret.get-jid',
    'raas.ret.get-jid-unknown',
  ],
  [
    'returns are of another master',
    ({ returns }) => {
      const of = returns.of.bind(returns);
      returns.of = (jid) =>
        of(jid).map((one) => ({ ...one, master: { ...one.master, master_id: 'another' } }));
    },
    'raas.ret.get-jid-master',
  ],
  [
    'what was published is lost',
    ({ returns }) => void (returns.addLoad = () => undefined),
    'raas.ret.get-jids',
    'raas.ret.get-load',
  ],
  [
    'nobody says which function returned',
    ({ returns }) => {
      const add = returns.addReturn.bind(returns);
      returns.addReturn = (stored) => add({ ...stored, fun: '' });
    },
    'raas.ret.by-fun',
    'raas.ret.row',
  ],
  [
    'what a minion returns another one has returned, too',
    ({ returns }) => {
      const all = returns.all.bind(returns);
      returns.all = () => all().flatMap((one) => [one, { ...one, minion_id: 'another' }]);
    },
    'raas.ret.row',
    'raas.cmd.highstate-states',
    'raas.cmd.highstate-minions',
    'raas.cmd.highstate-state-details',
  ],
  [
    'who may run a command may run runners and wheels',
    ({ accounts }) => {
      const permsOf = accounts.permsOf.bind(accounts);
      accounts.permsOf = (user) =>
        new Set([...permsOf(user), 'cmd-runner-run', 'cmd-wheel-run', 'target-allminions-run']);
    },
    'raas.cmd.runner-refused',
    'raas.cmd.wheel-refused',
    'raas.cmd.run-everybody-refused',
  ],
  [
    'commands are not known again',
    ({ commands }) => void (commands.get = () => undefined),
    'raas.cmd.complete',
    'raas.cmd.details',
    'raas.cmd.track-state',
  ],
];

/** What is not understood of calls, by what is taken for them and who must notice. */
const CALLS: readonly Misread[] = [
  [
    'arguments of functions are passed over',
    of('route_cmd', (given) => ({ ...given, arg: null })),
    'raas.cmd.arguments',
    'raas.ret.get-jid',
  ],
  [
    'every command has the same jid',
    of('route_cmd', (given) => ({ ...given, jid: '20260101000000000000' })),
    'raas.cmd.jids-differ',
  ],
  [
    'of two targets one is taken',
    of('route_cmd', (given) => ({
      ...given,
      ...(given['tgt_uuid'] !== undefined && { tgt: null }),
    })),
    'raas.cmd.tgt-and-tgt-uuid',
  ],
  [
    'masters of a local command are passed over',
    of('route_cmd', (given) => (given['cmd'] === 'local' ? { ...given, masters: null } : given)),
    'raas.cmd.local-masters',
  ],
  [
    'a function beside a job is passed over',
    of('route_cmd', (given) =>
      given['job_uuid'] === undefined ? given : { ...given, cmd: null, fun: null },
    ),
    'raas.cmd.job-and-function',
  ],
  [
    'commands are found by their jid alone',
    of('get_cmds', ({ jid }) => ({ jid })),
    'raas.cmd.by-fun',
    'raas.cmd.by-cmd',
    'raas.cmd.by-highstate',
    'raas.cmd.by-daterange',
    'raas.cmd.by-adhoc',
    'raas.cmd.by-users',
    'raas.cmd.by-masters',
    'raas.cmd.by-target',
    'raas.cmd.by-job',
    'raas.cmd.find-job',
    'raas.cmd.is-highstate',
    'raas.cmd.pages',
    'raas.cmd.sorted',
  ],
  [
    'returns are found by their jid alone',
    of('get_returns', ({ jid }) => ({ jid })),
    'raas.ret.by-highstate',
    'raas.ret.by-start',
    'raas.ret.by-end',
    'raas.ret.by-job',
    'raas.ret.by-place',
    'raas.ret.limit',
    'raas.ret.pages',
    'raas.ret.sorted',
  ],
];

/** RaaS that runs commands badly, or keeps badly what becomes of them. */
export const RAAS_COMMANDS: readonly Variant[] = raasVariants(ROWS, CALLS);

function finishAs({ commands }: Raas, state: 'completed_all_successful' | 'completed_failures') {
  const finish = commands.finish.bind(commands);
  commands.finish = (command, _, now) => finish(command, state, now);
}
