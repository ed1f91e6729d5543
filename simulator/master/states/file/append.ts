import { dirname } from '../../../python/posix-path.ts';
import { str } from '../../../python/repr.ts';
import { unifiedDiff } from '../../../python/unified-diff.ts';
import { dict, type PyDict, type PyValue } from '../../../python/value.ts';
import { makeParents } from '../../modules/file/make-directories.ts';
import { compilePattern } from '../../modules/file/pattern.ts';
import { isBinary } from '../../modules/file/search/is-binary.ts';
import { linesOf, textOf } from '../../modules/file/text.ts';
import { given, stateResult, type StateCall } from '../state-function.ts';
import { failed, is, pathOf } from './outcome.ts';
import { touch } from './touch.ts';

/** `file.append`: sees to it that texts are in a file, at its end where they are not yet. */
export function append(call: StateCall): PyDict {
  const { files } = call.machine;
  const name = pathOf(call);
  if (name === '') return failed(name, 'Must provide name to file.append');
  if (is(call, 'makedirs') && !call.test && !files.isDirectory(dirname(name)))
    makeParents(call.machine, name, { user: null, group: null, mode: null });
  if (!name.startsWith('/')) return failed(name, `Specified file ${name} is not an absolute path`);
  if (!files.exists(name)) {
    const touched = touch({ ...call, given: new Map([['makedirs', given(call, 'makedirs')]]) });
    if (call.test) return touched;
    if (!files.exists(name)) return failed(name, `${name}: file not found`);
  }
  const before = textOf(files.read(name));
  const added = textsOf(given(call, 'text'))
    .filter((text) => !isInside(before, text, is(call, 'ignore_whitespace')))
    .flatMap(splitLines);
  const isEnded = before === '' || before.endsWith('\n');
  const now = `${before}${isEnded || added.length === 0 ? '' : '\n'}${added.map((line) => `${line}\n`).join('')}`;
  const [old, lines] = [splitLines(before), splitLines(now)];
  const changes: PyDict =
    added.length === 0 ? new Map() : dict({ diff: difference(call, old, lines) });
  if (added.length === 0) return stateResult(name, true, `File ${name} is in correct state`);
  if (call.test) return stateResult(name, null, `File ${name} is set to be updated`, changes);
  files.write(name, Buffer.from(now));
  return stateResult(name, true, `Appended ${added.length} lines`, changes);
}

function difference(call: StateCall, old: readonly string[], now: readonly string[]): string {
  if (isBinary(call.machine.files.read(pathOf(call)))) return 'Replace binary file';
  // Lines without this option show all.
  if (given(call, 'show_changes') === false) return '<show_changes=False>';
  return unifiedDiff(old.map(ended), now.map(ended))
    .replace(/^(---|\+\+\+|@@.*@@) ?\n/gm, (head) => head.replace(/\n$/, '\n\n'))
    .replace(/\n$/, '');
}

function ended(line: string): string {
  return `${line}\n`;
}

function textsOf(text: PyValue): string[] {
  return Array.isArray(text) ? text.map(str) : [str(text)];
}

function splitLines(text: string): string[] {
  return linesOf(text).map((line) => line.replace(/[\r\n]+$/, ''));
}

/** Whether a text is in another, if need be with any white space where it has some. */
function isInside(text: string, part: string, ignoresSpace: boolean): boolean {
  return text.search(compilePattern(ignoresSpace ? spacedSource(part) : part, 'm')) >= 0;
}

/** A pattern of whole lines, with any white space between words (salt.utils.stringutils). */
function spacedSource(text: string): string {
  const words = text.includes("'") ? /"[^"]*"|\S+/g : /\S+/g;
  const space = '(?:[\\s]+)?';
  const sources = splitLines(text).map((line) => {
    const escaped = (line.match(words) ?? []).map((word) => word.replace(/[^A-Za-z0-9_]/g, '\\$&'));
    return `${space}${escaped.join(space)}${space}`;
  });
  return `^${sources.join('')}$`;
}
