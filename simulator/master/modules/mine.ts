import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { getFromMine, underRule, type MineRule } from '../mine.ts';
import { withKwargs } from '../with-kwargs.ts';
import { cleanKwargs } from './arguments/clean-kwargs.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';

/**
 * The `mine` module: what minions tell each other of themselves, by way of the master
 * (salt.modules.mine; seen on 3006.28, 3007.15 and 3008.3).
 */
export const mine: ExecutionModule = {
  send: {
    signature: signature('send', ['name'], {}, { varargs: true, kwargs: true }),
    doc: 'Runs a function and sends what it returns to the mine, under its name or an alias; false where it fails.',
    run: send,
  },
  get: {
    signature: signature('get', ['tgt', 'fun'], { tgt_type: 'glob', exclude_minion: false }),
    doc: 'Answers what the targeted minions have in the mine under these functions.',
    run: (call) => {
      const answer = getFromMine(call.master, call.minion.id, {
        tgt: argument(call, 'tgt'),
        fun: argument(call, 'fun'),
        tgtType: str(argument(call, 'tgt_type')),
      });
      if (isTruthy(argument(call, 'exclude_minion'))) answer.delete(call.minion.id);
      return answer;
    },
  },
  get_docker: {
    signature: signature('get_docker', [], {
      interfaces: null,
      cidrs: null,
      with_container_id: false,
    }),
    doc: 'Answers the containers that minions have sent to the mine: none.',
    run: () => new Map(),
  },
  update: {
    signature: signature('update', [], { clear: false, mine_functions: null }),
    doc: 'Runs the named functions, else those of mine_functions in the pillar, and sends what they return to the mine.',
    run: update,
  },
  delete: {
    signature: signature('delete', ['fun']),
    doc: 'Takes one function of the minion out of the mine.',
    run: (call) => {
      call.master.mine.delete(call.minion.id, argument(call, 'fun'));
      return true;
    },
  },
  flush: {
    signature: signature('flush'),
    doc: 'Takes all of the minion out of the mine.',
    run: ({ master, minion }) => {
      master.mine.flush(minion.id);
      return true;
    },
  },
  valid: {
    signature: signature('valid'),
    doc: 'Answers the functions of mine_functions in the pillar that the minion has; null where there are none.',
    run: valid,
  },
};

/** A function that is to be sent to the mine, as `mine_functions` defines it. */
interface MineFunction {
  readonly alias: string;
  readonly fun: string;
  readonly isAlias: boolean;
  readonly args: readonly PyValue[];
  readonly kwargs: PyDict;
  readonly rule: MineRule;
}

async function send(call: ExecutionCall): Promise<boolean> {
  const args = call.arguments.varargs;
  const alias = str(argument(call, 'name'));
  const { fun, rule, kwargs } = definition(alias, [cleanKwargs(call)]);
  const sent = await resultOf(call, { fun, args, kwargs });
  if (sent === undefined) return false;
  call.master.mine.store(call.minion.id, new Map([[alias, underRule(sent, rule)]]));
  return true;
}

async function update(call: ExecutionCall): Promise<true | null> {
  const asked = argument(call, 'mine_functions');
  const definitions = isTruthy(asked) ? asked : call.minion.pillar.get('mine_functions');
  if (!isTruthy(definitions)) return null;
  const functions = definitionsIn(definitions ?? null);
  if (functions === undefined) return null;
  const data: PyDict = new Map();
  for (const one of functions) {
    const value = await resultOf(call, one);
    if (value !== undefined) data.set(one.alias, underRule(value, one.rule));
  }
  // The master fails over a call that is to clear what there is, and the minion never hears of it.
  if (!isTruthy(argument(call, 'clear'))) call.master.mine.store(call.minion.id, data);
  return true;
}

function valid(call: ExecutionCall): PyValue {
  const definitions = call.minion.pillar.get('mine_functions') ?? null;
  if (!isDict(definitions) || definitions.size === 0) return null;
  const found: PyDict = new Map();
  for (const one of definitionsIn(definitions) ?? []) {
    if (!call.hasFunction(one.fun)) continue;
    const asDefined = definitions.get(one.alias) ?? null;
    const kwargs = [...one.kwargs].map(([name, value]) => new Map([[name, value]]));
    found.set(one.alias, one.isAlias ? new Map([[one.fun, [...one.args, ...kwargs]]]) : asDefined);
  }
  return found;
}

/** What a function returns; undefined where it fails, or is not there. */
async function resultOf(
  call: ExecutionCall,
  { fun, args, kwargs }: Pick<MineFunction, 'fun' | 'args' | 'kwargs'>,
): Promise<PyValue | undefined> {
  const result = await call.execute(fun, withKwargs(args, kwargs));
  return result?.failed === undefined ? result?.value : undefined;
}

/** Functions are defined in a dict by alias, or named in a list; anything else defines none. */
function definitionsIn(definitions: PyValue): MineFunction[] | undefined {
  if (Array.isArray(definitions)) return definitions.map((fun) => definition(str(fun), []));
  if (!isDict(definitions)) return undefined;
  return [...definitions].map(([alias, given]) =>
    definition(str(alias), isDict(given) ? [given] : Array.isArray(given) ? given : []),
  );
}

/** A definition is a list of arguments; dicts among them name keyword arguments, the function and the rule. */
function definition(alias: string, given: readonly PyValue[]): MineFunction {
  const kwargs: PyDict = new Map(given.filter(isDict).flatMap((named) => [...named]));
  const taken = (name: string): PyValue => {
    const value = kwargs.get(name) ?? null;
    kwargs.delete(name);
    return value;
  };
  const fun = taken('mine_function');
  const rule = { allow_tgt: taken('allow_tgt'), allow_tgt_type: taken('allow_tgt_type') };
  return {
    alias,
    fun: isTruthy(fun) ? str(fun) : alias,
    isAlias: isTruthy(fun),
    args: given.filter((value) => !isDict(value)),
    kwargs,
    rule,
  };
}
