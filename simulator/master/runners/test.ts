import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { typeName } from '../../python/type-name.ts';
import { dict, PyFloat, type PyDict, type PyValue } from '../../python/value.ts';
import type { MasterCall, MasterModule } from '../clients/master-function.ts';
import { MasterFunctionError } from '../clients/master-function-error.ts';

const ANYTHING = { varargs: true, kwargs: true };

const METASYNTACTIC: Readonly<Record<string, readonly string[]>> = {
  us: [
    'foo',
    'bar',
    'baz',
    'qux',
    'quux',
    'quuz',
    'corge',
    'grault',
    'garply',
    'waldo',
    'fred',
    'plugh',
    'xyzzy',
    'thud',
  ],
  uk: ['wibble', 'wobble', 'wubble', 'flob'],
};

/** The `test` runner (salt-core §7.2). */
export const test: MasterModule = {
  arg: {
    signature: signature('arg', [], {}, ANYTHING),
    doc: 'Answers its arguments, without those whose names begin with two underscores.',
    run: (call) => argsAndKwargs(call, (name) => !name.startsWith('__')),
  },
  raw_arg: {
    signature: signature('raw_arg', [], {}, ANYTHING),
    doc: 'Answers all its arguments.',
    run: (call) => argsAndKwargs(call, () => true),
  },
  metasyntactic: {
    signature: signature('metasyntactic', [], { locality: 'us' }),
    doc: 'Answers the metasyntactic words of a place.',
    run: (call) => {
      const words = METASYNTACTIC[str(call.arguments.named.get('locality') ?? null)];
      return words === undefined ? null : [...words];
    },
  },
  get_opts: {
    signature: signature('get_opts'),
    doc: 'Answers the options of the master.',
    run: ({ master }) => master.config.options,
  },
  stdout_print: {
    signature: signature('stdout_print'),
    doc: 'Prints a word on the master and answers another.',
    run: () => 'bar',
  },
  sleep: {
    signature: signature('sleep', [], { s_time: 10 }),
    doc: 'Answers true after so many seconds.',
    run: async (call) => {
      await call.master.clock.timer(secondsToSleep(call.arguments.named.get('s_time') ?? null))
        .passed;
      return true;
    },
  },
  stream: {
    signature: signature('stream'),
    doc: 'Tells of its progress 99 times, a tenth of a second apart, and answers true.',
    run: async (call) => {
      for (let percent = 1; percent < 100; percent++) {
        call.fire('progress', dict({ message: `Runner is ${percent}% done` }));
        await call.master.clock.timer(0.1).passed;
      }
      return true;
    },
  },
};

function argsAndKwargs(call: MasterCall, keep: (name: string) => boolean): PyDict {
  const kwargs: PyDict = new Map([...call.arguments.kwargs].filter(([name]) => keep(str(name))));
  return new Map<string, PyValue>([
    ['args', [...call.arguments.varargs]],
    ['kwargs', kwargs],
  ]);
}

/**
 * The seconds that Python's `time.sleep` would wait for this value.
 *
 * @throws PyTypeError for what is no number
 * @throws MasterFunctionError for a negative number
 */
function secondsToSleep(value: PyValue): number {
  if (typeof value !== 'boolean' && !['int', 'float'].includes(typeName(value)))
    throw new PyTypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  const seconds = value instanceof PyFloat ? value.value : Number(value);
  if (seconds < 0) throw new MasterFunctionError('ValueError', 'sleep length must be non-negative');
  return seconds;
}
