import { argument } from '../../python/argument.ts';
import { fnmatch } from '../../python/fnmatch.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { minionOptions } from '../minion/minion-options.ts';
import { traverse } from '../targeting/subdict-match.ts';
import { orDefault } from './arguments/or-default.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';

/** What Salt's own defaults for modules say. */
const DEFAULTS: PyDict = new Map([
  ['test.foo', 'unconfigured'],
  ['ca.cert_base_path', '/etc/pki'],
]);

const FILE_PROTOCOLS = ['salt', 'http', 'https', 'ftp', 's3', 'swift', 'file'];

/**
 * The `config` module: options of the minion, its grains and its pillar, looked through in this
 * order (salt.modules.config; seen on 3006.28, 3007.15 and 3008.3).
 */
export const config: ExecutionModule = {
  get: {
    signature: signature('get', ['key'], {
      default: '',
      delimiter: ':',
      merge: null,
      omit_opts: false,
      omit_pillar: false,
      omit_master: false,
      omit_grains: false,
    }),
    doc: 'Answers an option, a grain or a pillar value, or what lies below one; else the default.',
    run: (call) => {
      const path = str(argument(call, 'key')).split(str(argument(call, 'delimiter')));
      const found = places(call).map((place) => traverse(place, path));
      return orDefault(
        found.find((value) => value !== undefined),
        argument(call, 'default'),
      );
    },
  },
  option: {
    signature: signature('option', ['value'], {
      default: null,
      omit_opts: false,
      omit_grains: false,
      omit_pillar: false,
      omit_master: false,
      omit_all: false,
      wildcard: false,
    }),
    doc: 'Answers an option, a grain or a pillar value of this name; with a wildcard all that match.',
    run: option,
  },
  merge: {
    signature: signature('merge', ['value'], {
      default: '',
      omit_opts: false,
      omit_master: false,
      omit_pillar: false,
    }),
    doc: 'Answers an option merged with the pillar value of its name.',
    run: (call) => {
      const name = str(argument(call, 'value'));
      const found = places(call, ['grains']).map((place) => place.get(name));
      const [first] = found.filter((value) => value !== undefined);
      if (!isDict(first)) return first ?? argument(call, 'default');
      return new Map(
        found
          .filter(isDict)
          .toReversed()
          .flatMap((below) => [...below]),
      );
    },
  },
  items: {
    signature: signature('items'),
    doc: 'Answers the options of the minion.',
    run: ({ minion }) => minionOptions(minion),
  },
  dot_vals: {
    signature: signature('dot_vals', ['value']),
    doc: 'Answers the options whose names begin with a text and a dot.',
    run: (call) => {
      const start = `${str(argument(call, 'value'))}.`;
      return new Map([...minionOptions(call.minion)].filter(([key]) => str(key).startsWith(start)));
    },
  },
  backup_mode: {
    signature: signature('backup_mode', [], { backup: '' }),
    doc: 'Answers the given backup mode, else that of the minion.',
    run: (call) => argument(call, 'backup'),
  },
  manage_mode: {
    signature: signature('manage_mode', ['mode']),
    doc: 'Answers a file mode as four digits.',
    run: (call) => {
      const mode = argument(call, 'mode');
      return mode === null ? null : str(mode).replace(/^0o?/, '').padStart(4, '0');
    },
  },
  valid_fileproto: {
    signature: signature('valid_fileproto', ['uri']),
    doc: 'Answers whether files come from such a URI.',
    run: (call) => {
      const [, protocol = ''] = /^([a-z0-9]+):\/\//.exec(str(argument(call, 'uri'))) ?? [];
      return FILE_PROTOCOLS.includes(protocol);
    },
  },
};

/** The dicts that are looked through, in order, without those that the caller leaves out. */
function places(call: ExecutionCall, leftOut: readonly string[] = []): PyDict[] {
  const { grains, pillar } = call.minion;
  const master = pillar.get('master');
  const all = {
    opts: minionOptions(call.minion),
    grains,
    pillar,
    master: isDict(master) ? master : new Map(),
  };
  const asked = Object.entries(all).filter(
    ([name]) => !leftOut.includes(name) && !isTruthy(argument(call, `omit_${name}`)),
  );
  return [...asked.map(([, place]) => place), DEFAULTS];
}

function option(call: ExecutionCall): PyValue {
  const name = str(argument(call, 'value'));
  const standard = argument(call, 'default');
  const looked = isTruthy(argument(call, 'omit_all')) ? [DEFAULTS] : places(call);
  if (!isTruthy(argument(call, 'wildcard')))
    return looked.find((place) => place.has(name))?.get(name) ?? standard ?? '';
  const found: PyDict = new Map();
  for (const [key, value] of looked.flatMap((place) => [...place]))
    if (fnmatch(str(key), name) && !found.has(key)) found.set(key, value);
  return found.size > 0 ? found : (standard ?? new Map());
}
