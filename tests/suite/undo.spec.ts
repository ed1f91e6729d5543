import { expect, test } from '@playwright/test';
import type { RpcCall } from '../../specs/target/raas/rpc-call.ts';
import { Undos } from '../../specs/target/raas/undo.ts';

function deletionOf(master: string): RpcCall {
  const given = { masters: [master], action: 'delete' };
  return { resource: 'master', method: 'set_master_key_state', given };
}

/** Takes away what is noted as a target does, whose every call is noted where it succeeds; gives the calls made. */
async function takeAway(undos: Undos): Promise<RpcCall[]> {
  const made: RpcCall[] = [];
  const left = await undos.run((call) => {
    made.push(call);
    undos.succeeded(call);
    return Promise.resolve({ error: null });
  });
  expect(left).toEqual([]);
  return made;
}

test('each requirement has its own taken away, whatever was before it', async () => {
  const undos = new Undos();
  for (const master of ['a', 'b']) {
    undos.add(deletionOf(master));
    expect(await takeAway(undos)).toEqual([deletionOf(master)]);
  }
});

test('what a requirement took away itself is not taken away again, and something else is', async () => {
  const undos = new Undos();
  for (const master of ['a', 'b']) undos.add(deletionOf(master));
  undos.succeeded(deletionOf('a'));
  expect(await takeAway(undos)).toEqual([deletionOf('b')]);
});
