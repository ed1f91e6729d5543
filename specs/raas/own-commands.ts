import type { RaasTarget } from '../target/raas/raas-target.ts';
import { completed, routed } from './commands.ts';

/** The jid of something that never was: no server has run so early. */
export const NO_JID = '19700101000000000000';

/** Runs a command to its end and gives its jid. */
export async function run(
  target: RaasTarget,
  kwarg: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const jid = await routed(target, kwarg);
  await completed(target, jid);
  return jid;
}

/** The one command of this jid that fits filters. */
export async function commandsOf(
  target: RaasTarget,
  jid: string,
  filters: Readonly<Record<string, unknown>> = {},
) {
  return (await target.reply('cmd', 'get_cmds', { jid, ...filters })).results;
}

/** A function that no minion has, so that commands of it are this requirement's alone. */
export function ownFunction(target: RaasTarget): string {
  return `test.${target.unique('fun').replaceAll('-', '_')}`;
}
