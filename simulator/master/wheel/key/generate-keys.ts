import { repr } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { strip } from '../../../python/strip.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { isTruthy, PyFloat, type PyDict, type PyValue } from '../../../python/value.ts';
import { MasterFunctionError } from '../../clients/master-function-error.ts';
import type { MasterCall, MasterModule } from '../../clients/master-function.ts';
import { makeKeyPair, type KeyPair } from '../../key-pair.ts';
import type { Master } from '../../master.ts';

/** The functions of the `key` wheel that make key pairs (salt-core §6). */
export const generateKeys: MasterModule = {
  gen: {
    signature: signature('gen', [], { id_: null, keysize: 2048 }),
    doc: 'Makes a key pair and answers both halves; nothing of it stays with the master.',
    run: (call) => record(makePair(call)),
  },
  gen_accept: {
    signature: signature('gen_accept', ['id_'], { keysize: 2048, force: false }),
    doc: 'Makes a key pair, accepts its public half for a minion, and answers both.',
    run: (call) => acceptNewPair(call),
  },
};

/** An empty answer where the minion has a key already and `force` is not given. */
function acceptNewPair(call: MasterCall): PyDict {
  const { master, arguments: args } = call;
  const id = cleanId(args.named.get('id_') ?? null);
  const pair = makePair(call);
  const known = master.fleet.get(id);
  const isSpared =
    known !== undefined &&
    (known.key === 'accepted' || master.profile.genAcceptSpares === 'every key');
  if (isSpared && !isTruthy(args.named.get('force'))) return new Map();
  const unknown = { id, up: false, grains: new Map(), pillar: new Map() };
  master.fleet.add({ ...(known ?? unknown), key: 'accepted', pub: pair.pub.trimEnd() });
  return record(pair);
}

function record({ priv, pub }: KeyPair): PyDict {
  return new Map([
    ['priv', priv],
    ['pub', pub],
  ]);
}

function makePair({ master, arguments: { named } }: MasterCall): KeyPair {
  const bits = keySize(master, named.get('keysize') ?? null);
  return makeKeyPair(master.random, Math.min(bits, LARGEST_KEY));
}

/** The shortest key that every line takes for a good one. */
const GOOD_KEY = 2048;

/** Longer ones would keep the simulator busy for seconds; who asks for one gets this. */
const LARGEST_KEY = 4096;

/**
 * The bits that a call asks for.
 *
 * @throws MasterFunctionError where the line refuses the size, PyTypeError where it is no number
 */
function keySize({ profile }: Master, asked: PyValue): number {
  const number = asked instanceof PyFloat ? asked.value : Number(asked);
  if (profile.keySizes === 'rounded up to 2048') {
    if (asked === null)
      throw new PyTypeError(
        "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
      );
    if (!Number.isInteger(number))
      throw new MasterFunctionError(
        'ValueError',
        `invalid literal for int() with base 10: ${repr(asked)}`,
      );
    return Math.max(GOOD_KEY, number);
  }
  if (asked === null || typeof asked === 'string')
    throw new PyTypeError(`'<' not supported between instances of '${typeName(asked)}' and 'int'`);
  if (number < 1024)
    throw new MasterFunctionError('ValueError', 'key_size must be at least 1024-bits.');
  return number;
}

/**
 * An id with everything taken out that a host name cannot hold.
 *
 * @throws MasterFunctionError for an empty one, and for what is no text
 */
function cleanId(value: PyValue): string {
  if (!isTruthy(value))
    throw new MasterFunctionError('CommandExecutionError', 'Empty value during sanitation');
  if (typeof value !== 'string')
    throw new MasterFunctionError(
      'AttributeError',
      `'${typeName(value)}' object has no attribute 'strip'`,
    );
  return strip(value)
    .replaceAll(/[^a-zA-Z0-9.-]/g, '')
    .replaceAll(/^\.+|\.+$/g, '');
}
