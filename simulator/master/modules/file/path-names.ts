import {
  basename,
  dirname,
  expectPath,
  joinPaths,
  normalPath,
} from '../../../python/posix-path.ts';
import { argument } from '../../../python/argument.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import type { ExecutionFunction, ExecutionModule } from '../function.ts';

/** Functions of `file` that go by the text of a path alone (salt.modules.file). */
export const PATH_NAMES: ExecutionModule = {
  basename: naming('basename', 'Answers what stands after the last slash of a path.', basename),
  dirname: naming('dirname', 'Answers what stands before the last slash of a path.', dirname),
  normpath: naming('normpath', 'Answers a path without detours.', normalPath),
  join: {
    signature: signature('join', [], {}, { varargs: true }),
    doc: 'Answers a path made of parts.',
    run: ({ arguments: { varargs } }) => {
      const [first, ...rest] = varargs;
      if (first === undefined)
        throw new PyTypeError("join() missing 1 required positional argument: 'a'");
      const path = expectPath(first);
      const odd = rest.find((part) => typeof part !== 'string');
      if (odd === undefined) return joinPaths(path, ...rest.map(expectPath));
      throw new PyTypeError(
        `join() argument must be str, bytes, or os.PathLike object, not '${typeName(odd)}'`,
      );
    },
  },
  pardir: {
    signature: signature('pardir'),
    doc: 'Answers what stands for the directory above in a path.',
    run: () => '..',
  },
};

function naming(name: string, doc: string, answer: (path: string) => string): ExecutionFunction {
  return {
    signature: signature(name, ['path']),
    doc,
    run: (call) => answer(expectPath(argument(call, 'path'))),
  };
}
