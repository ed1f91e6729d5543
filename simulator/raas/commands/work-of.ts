import type { Caller } from '../accounts/caller.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { expectJob } from '../jobs/stored-jobs.ts';
import { expectAttached } from '../masters/attached-master.ts';
import type { Raas } from '../raas.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import { expectTarget } from '../targets/expect-target.ts';
import type { Target } from '../targets/target-group.ts';
import { expectTargetGroup } from '../targets/target-groups.ts';
import { chooseMasters } from './choose-masters.ts';
import type { CallArguments, CommandKind, Named, Work } from './command.ts';

/** What is to be run and where, as calls and schedules say it. */
export interface Order {
  readonly job_uuid: string | null;
  readonly cmd: string | null;
  readonly fun: string | null;
  readonly arg: JsonObject | null;
  readonly masters: readonly string[] | null;
  readonly tgt: JsonObject | null;
  readonly tgt_uuid: string | null;
  readonly disposition: readonly string[] | null;
}

/** What a method runs by itself where it is not told otherwise. */
const STANDARD_DISPOSITION = ['all-masters', 'any-in-cluster'];

/**
 * What an order comes to: a saved job, or a function, on a saved target or one of its own (raas §7).
 *
 * @param caller who must be able to read the saved job and the saved target
 * @throws RpcError for what does not go together, and for what there is not
 */
export function workOf(raas: Raas, caller: Caller, order: Order): Work {
  expectOneOf(order);
  const { job_uuid } = order;
  const call = { raas, caller };
  const job = job_uuid === null ? undefined : expectJob(call, job_uuid, 'read');
  const cmd = kindOf(job?.cmd ?? order.cmd ?? '');
  const ownTarget = order.tgt !== null || order.tgt_uuid !== null;
  const targetUuid = order.tgt_uuid ?? (ownTarget ? null : (job?.tgt_uuid ?? null));
  const group = targetUuid === null ? undefined : expectTargetGroup(call, targetUuid, 'read');
  const isLocal = cmd === 'local';
  if (isLocal && group === undefined && order.tgt === null)
    throw invalid('tgt', 'is missing: a local command needs tgt or tgt_uuid');
  if (isLocal && order.masters !== null && order.masters.length > 0)
    throw invalid('masters', 'goes with runner and wheel only');
  const tgt = isLocal ? (group?.tgt ?? expectTarget(order.tgt ?? {}, 'glob')) : undefined;
  const masters =
    tgt === undefined
      ? chooseMasters(
          {
            attached: raas.masters,
            clusterOf: ({ master_id }) => raas.knownMasters.get(master_id)?.cluster_id ?? '',
          },
          order.masters ?? job?.masters ?? [],
          order.disposition ?? STANDARD_DISPOSITION,
        )
      : mastersOf(raas, tgt);
  return {
    cmd,
    fun: job?.fun ?? order.fun ?? '',
    arg: job === undefined ? argumentsOf(order.arg) : withInputs(job.arg, order.arg),
    masters,
    tgt,
    job: job && named(job),
    target: isLocal && group !== undefined ? named(group) : undefined,
  };
}

/** @throws RpcError for what says twice, or not at all, what is to run where */
function expectOneOf({ job_uuid, cmd, fun, tgt, tgt_uuid }: Order): void {
  if (tgt !== null && tgt_uuid !== null) throw invalid('tgt', 'does not go with tgt_uuid');
  if (job_uuid !== null) {
    if (cmd !== null) throw invalid('cmd', 'does not go with job_uuid');
    if (fun !== null) throw invalid('fun', 'does not go with job_uuid');
    return;
  }
  if (cmd === null) throw invalid('cmd', 'is missing: give job_uuid, or cmd and fun');
  if (fun === null || fun === '') throw invalid('fun', 'is missing: give job_uuid, or cmd and fun');
}

function invalid(parameter: string, fault: string): RpcError {
  return new RpcError('InvalidRequest', `The arguments cannot be used: ${parameter} ${fault}.`, {
    [parameter]: [fault],
  });
}

function kindOf(cmd: string): CommandKind {
  if (cmd === 'local' || cmd === 'runner' || cmd === 'wheel') return cmd;
  throw invalid('cmd', `cannot be ${cmd}: only local, runner and wheel are routed to masters`);
}

function named({ uuid, name, desc }: Named): Named {
  return { uuid, name, desc };
}

function mastersOf({ masters }: Raas, tgt: Target): Work['masters'] {
  if ('*' in tgt) return [...masters];
  return Object.keys(tgt).map((id) => expectAttached(masters, id, 'tgt'));
}

/** @throws RpcError for arguments that are no list, or no object */
function argumentsOf(given: Json): CallArguments {
  const { arg, kwarg } = isObject(given) ? given : {};
  if (arg !== undefined && arg !== null && !Array.isArray(arg))
    throw invalid('arg', 'must have a list as its arg');
  if (kwarg !== undefined && kwarg !== null && !isObject(kwarg))
    throw invalid('arg', 'must have an object as its kwarg');
  return { arg: (arg ?? []) as readonly Json[], kwarg: kwarg ?? {} };
}

/**
 * The arguments of a saved job: what was given for its inputs lies over what it has itself, and an
 * input that nothing was given for has its default (raas §7, job inputs).
 */
function withInputs(saved: JsonObject, given: JsonObject | null): CallArguments {
  const own = argumentsOf(saved);
  const { arg, kwarg } = argumentsOf(given);
  const values = Object.entries({ ...own.kwarg, ...kwarg })
    .map(([name, value]): [string, Json] => [
      name,
      isInput(value) ? (value['default'] ?? null) : value,
    ])
    .filter(([, value]) => value !== null);
  return { arg: arg.length > 0 ? arg : own.arg, kwarg: Object.fromEntries(values) };
}

function isInput(value: Json): value is JsonObject {
  return isObject(value) && 'input_type' in value && 'display_name' in value;
}
