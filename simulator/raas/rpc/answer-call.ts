import { tellDefect } from '../../tell-defect.ts';
import type { Caller } from '../accounts/caller.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { findPluginMethod } from '../plugin/plugin-methods.ts';
import type { Raas } from '../raas.ts';
import { findMethod } from '../resources/resources.ts';
import { bindArguments } from './bind-arguments.ts';
import { failed, type Envelope } from './envelope.ts';
import type { MethodTable } from './method-table.ts';
import { RpcError } from './rpc-error.ts';

/** A call as it came, its parts told apart. */
interface Request {
  readonly riq: number;
  readonly resource: string;
  readonly method: string;
  readonly positional: readonly Json[];
  readonly named: JsonObject;
}

/** Carries one call out and answers with its envelope, whatever comes of it (raas §4). */
export async function answerCall(
  raas: Raas,
  caller: Caller,
  call: Json,
  headers: Readonly<Record<string, string>>,
): Promise<Envelope> {
  const started = raas.clock.now();
  const riq = riqOf(call, raas);
  const warnings: string[] = [];
  let name = '';
  let failure: RpcError | undefined;
  let ret: unknown = null;
  try {
    const request = requestOf(call, riq);
    name = `${request.resource}.${request.method}`;
    ret = await carryOut(raas, caller, request, (warning) => warnings.push(warning));
  } catch (error) {
    failure = error instanceof RpcError ? error : internalError(name, error);
  }
  raas.audit.add(caller, {
    event_type: 'rpc',
    event_name: name,
    started,
    failed: failure !== undefined,
    note: failure?.message ?? '',
    status: 200,
    headers,
  });
  return failure === undefined
    ? { riq, ret: ret ?? null, error: null, warnings }
    : failed(riq, failure);
}

async function carryOut(
  raas: Raas,
  caller: Caller,
  { resource, method, positional, named }: Request,
  warn: (warning: string) => void,
): Promise<unknown> {
  const found = findPluginMethod(resource, method) ?? findMethod(resource, method);
  if (found === undefined)
    throw new RpcError('UnknownMethod', `There is no ${resource}.${method}.`);
  const { table, run } = found;
  expectPermission(raas, caller, table, `${resource}.${method}`);
  return run({ raas, caller, args: bindArguments(table, positional, named), warn });
}

/** @throws RpcError where a caller lacks what a method needs; superusers lack nothing */
function expectPermission(
  { accounts }: Raas,
  { user }: Caller,
  { permission }: MethodTable,
  name: string,
): void {
  if (permission === null || accounts.isSuperuser(user)) return;
  if (accounts.permsOf(user).has(permission)) return;
  throw new RpcError(
    'PermissionDenied',
    `User ${user.username} is not allowed to call ${name}: it needs ${permission}.`,
    { permission },
  );
}

function requestOf(call: Json, riq: number): Request {
  if (!isObject(call)) throw new RpcError('InvalidRequest', 'A call must be a JSON object.');
  const { resource, method } = call;
  if (typeof resource !== 'string') throw invalidPart('resource', 'must be a text');
  if (typeof method !== 'string') throw invalidPart('method', 'must be a text');
  const positional = call['args'] ?? call['arg'] ?? [];
  const named = call['kwarg'] ?? call['kwargs'] ?? {};
  if (!Array.isArray(positional)) throw invalidPart('args', 'must be a list');
  if (!isObject(named)) throw invalidPart('kwarg', 'must be an object');
  return { riq, resource, method, positional: positional as readonly Json[], named };
}

function invalidPart(part: string, fault: string): RpcError {
  return new RpcError('InvalidRequest', `The ${part} of a call ${fault}.`, { [part]: fault });
}

/** The client's own id, else one that looks like those of real RaaS: the id of a Python object. */
function riqOf(call: Json, { random }: Raas): number {
  const riq = isObject(call) ? call['riq'] : undefined;
  return typeof riq === 'number' && Number.isInteger(riq)
    ? riq
    : 140_000_000_000_000 + random.below(2 ** 31) * 16;
}

/** What a method of real RaaS would have raised; a mistake of ours is told to whoever runs the simulator, too. */
function internalError(name: string, error: unknown): RpcError {
  tellDefect(error, name);
  return new RpcError('InternalError', (error as Error).message, null);
}
