import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { runAsSaltdev, type Chunk } from '../simulator/run-as-saltdev.ts';
import { RpcClient } from './rpc-client.ts';

/*
 * Commands of RaaS and jobs of salt-api are jobs of one master.
 */

const WEB = { '*': { tgt: 'web*', tgt_type: 'glob' } };

let root: RpcClient;
let simulator: Simulator;
test.beforeEach(async () => {
  const minions = { web1: {}, web2: {}, old1: { up: false } };
  const fleet = { minions, users: { saltdev: { password: 'saltdev' } } };
  simulator = await startSimulator({ netapi: ['cherrypy', 'raas'], fleet });
  root = await RpcClient.root(simulator.urls.raas ?? '');
});

test.afterEach(() => simulator.close());

function run(chunk: Chunk): Promise<unknown> {
  return runAsSaltdev({ url: simulator.urls.cherrypy ?? '' }, chunk);
}

test('a command is in the job cache of its master, as the master itself had given it', async () => {
  const arg = { arg: ['a'], kwarg: { b: 1 } };
  const given = { cmd: 'local', fun: 'test.arg', tgt: WEB, arg };
  const jid = await root.call<string>('cmd.route_cmd', given);
  await simulator.clock.advance({ seconds: 2 });
  expect(await run({ client: 'runner', fun: 'jobs.print_job', arg: [jid] })).toMatchObject({
    [jid]: { Function: 'test.arg', Target: 'web*', User: 'root', Minions: ['web1', 'web2'] },
  });
});

test('what jobs of salt-api return is kept, too, and they are no commands', async () => {
  const { jid } = (await run({
    client: 'local_async',
    fun: 'test.echo',
    tgt: 'web1',
    arg: ['a'],
  })) as { jid: string };
  await expect
    .poll(() => root.call('ret.get_jid', { jid }))
    .toMatchObject({ web1: { return: 'a', fun_args: ['a'] } });
  expect(await root.call('ret.get_load', { master_id: 'saltproof_master', jid })).toMatchObject({
    fun: 'test.echo',
    user: 'saltdev',
    minions: ['web1'],
  });
  expect(await root.call('ret.get_returns', { jid, user: 'saltdev' })).toMatchObject({
    count: 1,
  });
  expect(await root.call('cmd.get_cmds', { jid })).toMatchObject({ count: 0 });
});

test('a key that a wheel accepts is accepted at salt-api', async () => {
  await run({ client: 'wheel', fun: 'key.reject', match: 'web2', include_accepted: true });
  const given = { arg: ['web2'], kwarg: { include_rejected: true } };
  const wheel = {
    cmd: 'wheel',
    fun: 'key.accept',
    masters: ['saltproof_master'],
    tgt: null,
    arg: given,
  };
  await root.call('cmd.route_cmd', wheel);
  await simulator.clock.advance({ seconds: 2 });
  expect(await run({ client: 'wheel', fun: 'key.list_all' })).toMatchObject({
    data: { return: { minions: ['old1', 'web1', 'web2'] } },
  });
});
