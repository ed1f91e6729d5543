import { str } from '../../../../python/repr.ts';
import { argument } from '../../../../python/argument.ts';
import { unifiedDiff } from '../../../../python/unified-diff.ts';
import { isTruthy, type PyValue } from '../../../../python/value.ts';
import { MICROSECONDS } from '../../../clock.ts';
import type { ExecutionCall } from '../../function.ts';
import { MinionError } from '../../minion-error.ts';
import { pathArgument } from '../path-argument.ts';
import { linesOf, textOf } from '../text.ts';
import { endOf, setLine, withEndOf, type LineRequest } from './set-line.ts';

const MODES = ['insert', 'ensure', 'delete', 'replace'];

/** `file.line`: changes one line of a file (salt.modules.file line, 3006.28 to 3008.3). */
export function changeLine(call: ExecutionCall): PyValue {
  const { files } = call.memory;
  const path = files.realpath(pathArgument(call));
  if (!files.isFile(path)) {
    if (isTruthy(argument(call, 'quiet'))) return false;
    throw refused(`File "${path}" does not exists or is not a file.`);
  }
  const given = argument(call, 'mode');
  const mode = isTruthy(given) ? str(given).toLowerCase() : given;
  if (mode === null) throw refused('Mode was not defined. How to process the file?');
  if (!MODES.includes(str(mode))) throw refused(`Unknown mode: "${str(mode)}"`);
  const content = argument(call, 'content');
  if (mode !== 'delete' && content === null)
    throw refused('Content can only be empty if mode is "delete"');
  const text = textOf(files.read(path));
  const old = linesOf(text);
  const lines = [...old];
  if (lines.length > 0 && endOf(lines.at(-1) ?? '') !== '') lines.push('');
  const request: LineRequest = {
    mode: str(mode),
    content: content === null ? '' : str(content),
    match: argument(call, 'match'),
    location: argument(call, 'location'),
    before: argument(call, 'before'),
    after: argument(call, 'after'),
    indents: isTruthy(argument(call, 'indent')),
  };
  const body = ended(setLine(lines, request));
  const now = body.join('');
  if (now === text) return false;
  if (isTruthy(argument(call, 'backup'))) keepBackup(call, path);
  files.write(path, Buffer.from(now));
  if (!isTruthy(argument(call, 'show_changes'))) return true;
  return unifiedDiff(linesOf(text), body);
}

/** Every line but the last is ended as the one before it. */
function ended(body: readonly string[]): string[] {
  const lines = [...body];
  for (const [at, line] of lines.entries()) {
    if (endOf(line) !== '' || at + 1 >= lines.length) continue;
    lines[at] = withEndOf(lines[at === 0 ? 1 : at - 1 === 0 ? 1 : at - 1] ?? '', line);
  }
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function keepBackup({ memory: { files }, clock }: ExecutionCall, path: string): void {
  const time = new Date(clock.now() / (MICROSECONDS / 1000)).toISOString();
  const suffix = time.slice(0, 19).replaceAll(/[T:]/g, '-');
  files.write(`${path}.${suffix}`, files.read(path));
}

function refused(text: string): MinionError {
  return new MinionError('CommandExecutionError', text);
}
