import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import type { Caller } from '../../accounts/caller.ts';
import type { Work } from '../../commands/command.ts';
import { newCommand } from '../../commands/new-command.ts';
import { workOf, type Order } from '../../commands/work-of.ts';
import type { JsonObject } from '../../json.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { Target } from '../../targets/target-group.ts';
import { ALL_MINIONS } from '../../targets/targets.ts';

/** `cmd.route_cmd`: hands a command in and answers its jid; the masters take it later (raas §7). */
export function routeCmd(call: Call<Resources['cmd']['route_cmd']['arguments']>): string {
  const { raas, caller, args, warn } = call;
  const work = workOf(raas, caller, args as Order);
  expectAllowed(raas, caller, work);
  if (work.cmd !== 'local' && (args.tgt !== null || args.tgt_uuid !== null))
    warn(`A ${work.cmd} command runs on masters: its target says nothing.`);
  const jid = args.jid === null ? undefined : freeJid(raas, args.jid);
  const command = newCommand(raas, work, {
    user: caller.user,
    ...(jid !== undefined && { jid }),
  });
  raas.engine.submit(command);
  return command.jid;
}

/** @throws RpcError for what is no jid, and for one that is taken */
function freeJid({ commands }: Raas, jid: string): string {
  const detail: JsonObject = { jid };
  if (!/^\d{20}$/.test(jid))
    throw new RpcError('InvalidRequest', `The jid ${jid} has not 20 digits.`, detail);
  if (commands.get(jid) !== undefined)
    throw new RpcError('AlreadyExists', `There is a command with the jid ${jid}.`, detail);
  return jid;
}

/**
 * What kinds of commands need beside `cmd-run`.
 *
 * @throws RpcError for a permission that the caller lacks
 */
export function expectAllowed(
  { accounts }: Raas,
  { user }: Caller,
  { cmd, job, target, tgt }: Work,
): void {
  const needed = [
    ...(job === undefined ? [] : ['job-run']),
    ...(cmd === 'runner' ? ['cmd-runner-run'] : []),
    ...(cmd === 'wheel' ? ['cmd-wheel-run'] : []),
    ...(target?.uuid === ALL_MINIONS || isEverybody(tgt) ? ['target-allminions-run'] : []),
  ];
  const perms = accounts.permsOf(user);
  const lacking = needed.find((permission) => !perms.has(permission));
  if (lacking === undefined || accounts.isSuperuser(user)) return;
  throw new RpcError(
    'PermissionDenied',
    `User ${user.username} is not allowed to run this: it needs ${lacking}.`,
    { permission: lacking },
  );
}

/** Whether a target has the expression of all minions, whatever it is called. */
function isEverybody(tgt: Target | undefined): boolean {
  return Object.values(tgt ?? {}).some(
    ({ tgt: wanted, tgt_type }) =>
      wanted === '*' && (tgt_type === 'glob' || tgt_type === 'compound'),
  );
}
