import { argument } from '../../../python/argument.ts';
import { integerOf } from '../../../python/int.ts';
import { repr, str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import type { PyValue } from '../../../python/value.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { OsError } from '../../minion/files/os-error.ts';
import { MinionError } from '../minion-error.ts';
import { expectOpenable, pathArgument } from './path-argument.ts';
import { textOf } from './text.ts';
import { touchFile } from './touch-file.ts';

const ANYTHING = { varargs: true, kwargs: true };

/** Functions of `file` that read and write what is in a file (salt.modules.file). */
export const CONTENT: ExecutionModule = {
  read: {
    signature: signature('read', ['path'], { binary: false }),
    doc: 'Answers what is in a file.',
    run: (call) => textOf(call.memory.files.read(expectOpenable(argument(call, 'path')))),
  },
  write: {
    signature: signature('write', ['path'], {}, ANYTHING),
    doc: 'Puts lines in the place of what is in a file, and answers how many.',
    run: (call) => {
      const path = pathArgument(call);
      const lines = linesOf(call);
      call.memory.files.write(path, Buffer.from(lines.join('')));
      return `Wrote ${lines.length} lines to "${path}"`;
    },
  },
  append: {
    signature: signature('append', ['path'], {}, ANYTHING),
    doc: 'Adds lines to the end of a file that is there, and answers how many.',
    run: (call) => {
      const path = pathArgument(call);
      const { files } = call.memory;
      const content = files.read(path);
      const lines = linesOf(call);
      const isEnded = content.length === 0 || content.at(-1) === 0x0a;
      const added = `${isEnded ? '' : '\n'}${lines.join('')}`;
      files.write(path, Buffer.concat([content, Buffer.from(added)]));
      return `Wrote ${lines.length} lines to "${path}"`;
    },
  },
  prepend: {
    signature: signature('prepend', ['path'], {}, ANYTHING),
    doc: 'Puts lines before what is in a file, and answers how many.',
    run: (call) => {
      const path = pathArgument(call);
      const { files } = call.memory;
      const content = files.isFile(path) ? textOf(files.read(path)) : '';
      const lines = linesOf(call);
      files.write(path, Buffer.from(lines.join('') + content));
      return `Prepended ${lines.length} lines to "${path}"`;
    },
  },
  touch: {
    signature: signature('touch', ['name'], { atime: null, mtime: null }),
    doc: 'Makes an empty file where there is none, and sets its times, to now unless others are given.',
    run: (call) =>
      touchFile(
        call.memory,
        pathArgument(call, 'name'),
        argument(call, 'atime'),
        argument(call, 'mtime'),
      ),
  },
  truncate: {
    signature: signature('truncate', ['path', 'length']),
    doc: 'Cuts a file to a number of bytes, or fills it up with zeros.',
    run: (call) => {
      const path = pathArgument(call);
      const { files } = call.memory;
      const content = files.open(path).content;
      const length = expectInt(argument(call, 'length'));
      const cut = Buffer.alloc(length);
      content.copy(cut);
      files.write(path, cut);
      return null;
    },
  },
  seek_read: {
    signature: signature('seek_read', ['path', 'size', 'offset']),
    doc: 'Answers so many bytes of a file, from one on.',
    run: (call) => {
      const path = pathArgument(call);
      const { files } = call.memory;
      // A directory can be opened, and then not be read.
      if (files.isDirectory(path)) throw new OsError('EISDIR');
      const content = files.read(path);
      const offset = expectInt(argument(call, 'offset'));
      return textOf(content.subarray(offset, offset + expectInt(argument(call, 'size'))));
    },
  },
  seek_write: {
    signature: signature('seek_write', ['path', 'data', 'offset']),
    doc: 'Is to write bytes into a file, which no client can hand over.',
    run: (call) => {
      call.memory.files.open(pathArgument(call));
      expectInt(argument(call, 'offset'));
      const given = typeName(argument(call, 'data'));
      throw new PyTypeError(`a bytes-like object is required, not '${given}'`);
    },
  },
};

/** The lines that a call is given, in its arguments or as `args` in one of them. */
function linesOf({ arguments: { varargs, kwargs } }: ExecutionCall): string[] {
  const args = kwargs.get('args');
  const given = args === undefined ? varargs : Array.isArray(args) ? args : [args];
  return given.map((line) => `${str(line)}\n`);
}

/** @throws as Python's `int` does */
function expectInt(value: PyValue): number {
  const number = integerOf(value);
  if (number !== undefined) return number;
  if (typeof value === 'string') {
    const message = `invalid literal for int() with base 10: ${repr(value)}`;
    throw new MinionError('Exception', message, 'ValueError');
  }
  throw new PyTypeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}
