import { argument } from '../../../../python/argument.ts';
import { compareCodePoints } from '../../../../python/compare.ts';
import { str } from '../../../../python/repr.ts';
import { signature } from '../../../../python/signature.ts';
import { PyTypeError } from '../../../../python/type-error.ts';
import { typeName } from '../../../../python/type-name.ts';
import type { PyDict, PyValue } from '../../../../python/value.ts';
import { glob } from '../../../minion/files/glob.ts';
import { cleanKwargs } from '../../arguments/clean-kwargs.ts';
import type { ExecutionCall, ExecutionModule } from '../../function.ts';
import { expandUser } from '../path-argument.ts';
import { Finder } from './finder.ts';
import { FindError } from './find-error.ts';

/** `file.find` (salt.modules.file, salt.utils.find; 3006.28 to 3008.3). */
export const FIND: ExecutionModule = {
  find: {
    signature: signature('find', ['path'], {}, { varargs: true, kwargs: true }),
    doc: 'Answers what is below a path and meets all conditions, sorted: name, iname, regex, iregex, type, owner, group, size, mtime, grep, mindepth, maxdepth; print says what of it, delete takes it away.',
    run: find,
  },
};

function find(call: ExecutionCall): PyValue {
  try {
    const finder = new Finder(call, optionsOf(call));
    const paths = glob(call.memory.files, expandUser(call.memory, argument(call, 'path')));
    return paths.flatMap((path) => finder.find(path)).toSorted(compareValues);
  } catch (error) {
    if (error instanceof FindError) return `error: ${error.message}`;
    throw error;
  }
}

function optionsOf(call: ExecutionCall): PyDict {
  const options = cleanKwargs(call);
  const { varargs } = call.arguments;
  if (varargs.includes('delete')) options.set('delete', 'f');
  else if (varargs.includes('print')) options.set('print', 'path');
  return options;
}

/** Python's `<` as sorting asks it. */
function compareValues(a: PyValue, b: PyValue): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (!Array.isArray(a) || !Array.isArray(b))
    throw new PyTypeError(
      `'<' not supported between instances of '${typeName(b)}' and '${typeName(a)}'`,
    );
  const at = a.findIndex((item, index) => str(item) !== str(b[index] ?? null));
  if (at < 0 || at >= b.length) return a.length - b.length;
  return compareValues(a[at] ?? null, b[at] ?? null);
}
