import { expect, test } from '@playwright/test';
import type { RpcCall } from '../../specs/target/raas/rpc-call.ts';
import { Undos } from '../../specs/target/raas/undo.ts';

/* Which calls take away what a requirement has saved: all that are planned, unless it made them itself. */

function deletion(master: string): RpcCall {
  return {
    resource: 'master',
    method: 'set_master_key_state',
    given: { masters: [master], action: 'delete' },
  };
}

/** Takes away what is planned, on a target where every call succeeds, and gives the calls. */
async function run(undos: Undos): Promise<RpcCall[]> {
  const made: RpcCall[] = [];
  const left = await undos.run((call) => {
    made.push(call);
    undos.succeeded(call);
    return Promise.resolve({ error: null });
  });
  expect(left).toEqual([]);
  return made;
}

test('what a call names in a list is told from what another names', async () => {
  const undos = new Undos();
  undos.add(deletion('a'));
  undos.add(deletion('b'));
  undos.add(deletion('b'));
  undos.succeeded(deletion('a'));
  expect(await run(undos)).toEqual([deletion('b')]);
});

test('what was taken away after one requirement is taken away after the next, too', async () => {
  const undos = new Undos();
  for (const master of ['a', 'a', 'b']) {
    undos.add(deletion(master));
    expect(await run(undos)).toEqual([deletion(master)]);
  }
});
