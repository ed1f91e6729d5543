import { localAsync } from '../../../master/clients/local-async.ts';
import { runnerAsync, startRunner } from '../../../master/clients/runner.ts';
import { SaltError } from '../../../master/salt-error.ts';
import { iterate } from '../../../python/iterate.ts';
import { dict, isDict, isTruthy, type PyDict } from '../../../python/value.ts';
import { typeName } from '../../../python/type-name.ts';
import { gather } from './gather.ts';
import { failingOnText, handingTextOn, type Client } from './unhandled-load.ts';

/** The clients that rest_tornado has, in the order it names them. */
export const CLIENT_NAMES = ['local', 'local_async', 'runner', 'runner_async'] as const;
type ClientName = (typeof CLIENT_NAMES)[number];

/** Whether this is the name of one of them. */
export function isClientName(name: unknown): name is ClientName {
  return CLIENT_NAMES.includes(name as ClientName);
}

const NO_POP = "'str' object has no attribute 'pop'";
const NO_INDEX = "string indices must be integers, not 'str'";

/**
 * What each client does with a chunk (rest-tornado-wsgi §3.4, §3.5); `netapi_enable_clients` has no
 * say.
 */
export const CLIENTS: Readonly<Record<ClientName, Client>> = {
  local: failingOnText(NO_POP, (master, low) => {
    if (!low.has('tgt')) throw new SaltError('other', "'tgt'");
    return gather(master, published(low));
  }),
  local_async: failingOnText(NO_POP, (master, low) => localAsync(master, published(low))),
  /** Waits for the runner however long it takes. */
  runner: failingOnText(NO_INDEX, async (master, low) => {
    const call = called(low);
    const isWhole = isTruthy(call.get('full_return'));
    call.delete('full_return');
    const { run, finished } = startRunner(master, call, 'runner');
    const data = await finished;
    return isWhole ? dict({ data, tag: `${run.tag}/ret` }) : (data.get('return') ?? null);
  }),
  runner_async: handingTextOn((master, low) => runnerAsync(master, called(low))),
};

/** @throws SaltError where the chunk says not what to run on whom */
function published(low: PyDict): PyDict {
  const given = ['tgt', 'fun'].filter((key) => low.has(key)).length;
  if (given < 2)
    throw new SaltError('other', `run_job takes at least 2 arguments (${given} given)`);
  const arg = low.get('arg');
  return arg === undefined ? low : new Map(low).set('arg', iterate(arg));
}

/** @throws SaltError where the chunk does not say what to run */
function called(low: PyDict): PyDict {
  const fun = low.get('fun');
  if (fun === undefined) throw new SaltError('other', "'fun'");
  if (isDict(fun) || Array.isArray(fun))
    throw new SaltError('other', `unhashable type: '${typeName(fun)}'`);
  if (typeof fun !== 'string' && isTruthy(fun))
    throw new SaltError('other', `'${typeName(fun)}' object has no attribute 'split'`);
  return new Map(low);
}
