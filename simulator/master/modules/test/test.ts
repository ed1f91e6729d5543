import { repr, reprTuple, str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import {
  float,
  isDict,
  isTruthy,
  PyFloat,
  type PyDict,
  type PyValue,
} from '../../../python/value.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError, SALT_EXCEPTIONS } from '../minion-error.ts';

const ANYTHING = { varargs: true, kwargs: true };

/** The `test` module: functions that change nothing and that every client tries first (salt-core §9). */
export const test: ExecutionModule = {
  ping: {
    signature: signature('ping'),
    doc: 'Answers true, to show that the minion is there.',
    run: () => true,
  },
  true: { signature: signature('true_'), doc: 'Answers true.', run: () => true },
  false: { signature: signature('false_'), doc: 'Answers false.', run: () => false },
  echo: {
    signature: signature('echo', ['text']),
    doc: 'Answers what it was given.',
    run: (call) => argument(call, 'text'),
  },
  outputter: {
    signature: signature('outputter', ['data']),
    doc: 'Answers what it was given.',
    run: (call) => argument(call, 'data'),
  },
  arg: {
    signature: signature('arg', [], {}, ANYTHING),
    doc: 'Answers its arguments.',
    run: (call) => argsAndKwargs([...call.arguments.varargs], call.arguments.kwargs),
  },
  arg_clean: {
    signature: signature('arg_clean', [], {}, ANYTHING),
    doc: 'Answers its arguments, without those that the minion adds.',
    run: (call) =>
      argsAndKwargs([...call.arguments.varargs], withoutPublished(call.arguments.kwargs)),
  },
  arg_repr: {
    signature: signature('arg_repr', [], {}, ANYTHING),
    doc: 'Answers its arguments as Python prints them.',
    run: (call) => argsAndKwargs(reprTuple(call.arguments.varargs), repr(call.arguments.kwargs)),
  },
  arg_type: {
    signature: signature('arg_type', [], {}, ANYTHING),
    doc: 'Answers the Python types of its arguments.',
    run: (call) =>
      argsAndKwargs(
        call.arguments.varargs.map(typeText),
        new Map([...call.arguments.kwargs].map(([name, value]) => [name, typeText(value)])),
      ),
  },
  kwarg: {
    signature: signature('kwarg', [], {}, { kwargs: true }),
    doc: 'Answers its keyword arguments.',
    run: (call) => call.arguments.kwargs,
  },
  assertion: {
    signature: signature('assertion', ['assertion']),
    doc: 'Raises an exception unless it is given something true.',
    run: (call) => {
      if (!isTruthy(argument(call, 'assertion')))
        throw new MinionError('Exception', '', 'AssertionError');
      return null;
    },
  },
  version: {
    signature: signature('version'),
    doc: 'Answers the version of Salt on the minion.',
    run: ({ master }) => master.profile.version,
  },
  sleep: {
    signature: signature('sleep', ['length']),
    doc: 'Answers true after so many seconds.',
    run: (call) => sleep(call),
  },
  retcode: {
    signature: signature('retcode', [], { code: 42 }),
    doc: 'Answers true, with this retcode.',
    run: (call) => {
      call.setRetcode(argument(call, 'code'));
      return true;
    },
  },
  fib: {
    signature: signature('fib', ['num']),
    doc: 'Answers a Fibonacci number and the seconds it took.',
    run: (call) => [fibonacci(integer(argument(call, 'num'))), float(0)],
  },
  collatz: {
    signature: signature('collatz', ['start']),
    doc: 'Answers the steps of the Collatz sequence and the seconds it took.',
    run: (call) => {
      const start = integer(argument(call, 'start'));
      // From zero and below Salt's loop never comes to its end, and the minion never answers.
      return start < 1 ? new Promise(() => {}) : [collatz(start), float(0)];
    },
  },
  exception: {
    signature: signature('exception', [], { message: 'Test Exception' }),
    doc: 'Raises an exception.',
    run: (call) => {
      throw new MinionError('Exception', str(argument(call, 'message')));
    },
  },
  raise_exception: {
    signature: signature('raise_exception', ['name'], {}, ANYTHING),
    doc: 'Raises the exception of this name.',
    run: (call) => raise(str(argument(call, 'name')), call.arguments.varargs),
  },
};

function argument(call: ExecutionCall, name: string): PyValue {
  return call.arguments.named.get(name) ?? null;
}

function argsAndKwargs(args: PyValue, kwargs: PyValue): PyDict {
  return new Map([
    ['args', args],
    ['kwargs', kwargs],
  ]);
}

function withoutPublished(kwargs: PyDict): PyDict {
  return new Map([...kwargs].filter(([name]) => !str(name).startsWith('__')));
}

function typeText(value: PyValue): string {
  return `<class '${typeName(value)}'>`;
}

function integer(value: PyValue): number {
  if (value === null || Array.isArray(value) || isDict(value)) {
    const what = 'a string, a bytes-like object or a real number';
    throw new PyTypeError(`int() argument must be ${what}, not '${typeName(value)}'`);
  }
  const number = value instanceof PyFloat ? value.value : Number(value);
  if (Number.isFinite(number)) return Math.trunc(number);
  const text = `invalid literal for int() with base 10: ${repr(value)}`;
  throw new MinionError('Exception', text, 'ValueError');
}

async function sleep(call: ExecutionCall): Promise<true> {
  await call.clock.timer(integer(argument(call, 'length'))).passed;
  return true;
}

function fibonacci(num: number): PyValue {
  if (num < 0) throw new MinionError('Exception', 'Negative number is not allowed!', 'ValueError');
  if (num < 2) return num;
  let [previous, current] = [0n, 1n];
  for (let at = 1; at < num; at++) [previous, current] = [current, previous + current];
  return current <= Number.MAX_SAFE_INTEGER ? Number(current) : current;
}

/** The steps before 1; halving makes floats of them in Python. */
function collatz(start: number): PyValue[] {
  const steps: PyValue[] = [];
  let isFloat = false;
  for (let step = start; step > 1; step = step % 2 === 0 ? step / 2 : step * 3 + 1) {
    steps.push(isFloat ? float(step) : step);
    isFloat ||= step % 2 === 0;
  }
  return steps;
}

/** Exceptions of Salt that a minion shows the traceback of. */
const OTHER_SALT_EXCEPTION = /^salt\.exceptions\.(?:[A-Z][A-Za-z]*Error|SaltException)$/;

/** Builtin exceptions by name; a name that is none is answered with false. */
const BUILTIN_EXCEPTION =
  /^(?:[A-Z][A-Za-z]*(?:Error|Exit|Iteration|Interrupt|Warning)|Exception)$/;

function raise(name: string, args: readonly PyValue[]): PyValue {
  const message = messageOf(name, args);
  const saltKind = SALT_EXCEPTIONS.find((kind) => name === `salt.exceptions.${kind}`);
  if (saltKind !== undefined) throw new MinionError(saltKind, message);
  if (name === 'TypeError') throw new PyTypeError(message);
  if (!BUILTIN_EXCEPTION.test(name) && !OTHER_SALT_EXCEPTION.test(name)) return false;
  throw new MinionError('Exception', message, name);
}

/** Python's `str` of an exception: its one argument, or the tuple of them. */
function messageOf(name: string, args: readonly PyValue[]): string {
  const [first = null] = args;
  if (args.length === 0) return '';
  if (args.length > 1) return reprTuple(args);
  return name === 'KeyError' ? repr(first) : str(first);
}
