import { expect } from '@playwright/test';
import type { RaasTarget } from '../target/raas/raas-target.ts';

/** How often a command is asked after, a second apart: masters fetch their commands every few seconds. */
const TRIES = 60;

/**
 * Routes a command that every minion answers and that changes nothing, unless told otherwise, and
 * gives its jid at once. What runs anything but `test.*` needs `writes`.
 */
export function routed(
  target: RaasTarget,
  kwarg: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const standard = { cmd: 'local', fun: 'test.ping', tgt: minionAlone(target) };
  return target.reply('cmd', 'route_cmd', { ...standard, ...kwarg });
}

/** A target of the minion alone: on whatever master, as clients have it, unless another has one of its id too. */
export function minionAlone(target: RaasTarget) {
  const { master, minion, isAlone } = target.minion;
  return { [isAlone ? '*' : master]: { tgt: minion, tgt_type: 'glob' } };
}

/** Waits until a command is complete: `not-found` and the states before it are normal for some seconds. */
export async function completed(target: RaasTarget, jid: string): Promise<void> {
  let status: unknown;
  for (let tries = 0; tries < TRIES && status !== 'complete'; tries++) {
    if (tries > 0) await target.passes(1);
    [status] = await target.reply('cmd', 'get_cmd_status', { jids: [jid] });
  }
  expect(status).toBe('complete');
}
