import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import type { MasterCall, MasterModule } from '../clients/master-function.ts';

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
  sleep: {
    signature: signature('sleep', [], { s_time: 10 }),
    doc: 'Answers true after so many seconds.',
    run: async (call) => {
      await call.master.clock.timer(Number(call.arguments.named.get('s_time'))).passed;
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
