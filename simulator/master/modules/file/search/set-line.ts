import { str } from '../../../../python/repr.ts';
import type { PyValue } from '../../../../python/value.ts';
import { isTruthy } from '../../../../python/value.ts';
import { MinionError } from '../../minion-error.ts';
import { compilePattern, faultOf } from '../pattern.ts';

/** What is to be done with a line, by the names that `file.line` has for it. */
export interface LineRequest {
  readonly mode: string;
  readonly content: string;
  readonly match: PyValue;
  readonly location: PyValue;
  readonly before: PyValue;
  readonly after: PyValue;
  readonly indents: boolean;
}

/** Lines after a request is done (salt.modules.file _set_line). */
export function setLine(given: readonly string[], request: LineRequest): string[] {
  const lines = [...given];
  const { mode, content, location } = request;
  const hasNoPlace = request.before === null && request.after === null;
  const match = isTruthy(request.match) || !hasNoPlace ? request.match : content;
  const after = foundLines(lines, request.after);
  const before = foundLines(lines, request.before);
  const matching = foundLines(lines, match);
  const indented = (line: string | undefined): string =>
    request.indents ? `${/^[\t ]*/.exec(line ?? '')?.[0] ?? ''}${content.trimStart()}` : content;
  const put = (at: number, line: string | undefined, replaced = 0): void => {
    lines.splice(at, replaced, indented(line));
  };
  const isContent = (line: string | undefined): boolean =>
    line !== undefined && withoutEnd(line) === withoutEnd(content);
  const at = (found: readonly string[]): number => lines.indexOf(found[0] ?? '');

  if (given.length === 0 && (mode === 'delete' || mode === 'replace')) return [];
  if (mode === 'delete')
    return matching === undefined || matching.length === 0
      ? lines
      : lines.filter((line) => line !== matching[0]);
  if (mode === 'replace') {
    if (matching !== undefined && matching.length > 0) put(at(matching), matching[0], 1);
    return lines;
  }
  if (mode === 'insert') {
    if (before === undefined && after === undefined && location === null)
      throw refused('On insert either "location" or "before/after" conditions are required.');
    if (isTruthy(location)) {
      if (location === 'end' && lines.length > 0) put(lines.length, lines.at(-1));
      else if (location === 'end') lines.push(content);
      else if (location === 'start') lines.unshift(withEndOf(lines[0] ?? '', content));
      return lines;
    }
    if (isSome(before) && isSome(after)) {
      expectOne(before, 'before');
      expectOne(after, 'after');
      put(at(before), before[0]);
    } else if (isSome(after)) {
      expectOne(after, 'after');
      if (!isContent(lines[at(after) + 1])) put(at(after) + 1, after[0]);
    } else if (isSome(before)) {
      expectOne(before, 'before');
      if (!isContent(lines.at(at(before) - 1))) put(at(before), before[0]);
    } else throw refused('Neither before or after was found in file');
    return lines;
  }
  if (isSome(before) && isSome(after)) {
    expectOne(after, 'after');
    expectOne(before, 'before');
    const [first, last] = [at(after), at(before)];
    if (lines.some((line) => line.trimStart() === content)) return lines;
    if (first + 1 === last) put(last, after[0]);
    else if (first + 2 === last) put(first + 1, after[0], 1);
    else throw refused('Found more than one line between boundaries "before" and "after".');
  } else if (isSome(before)) {
    expectOne(before, 'before');
    const place = at(before);
    if (place === 0 || !isContent(lines[place - 1])) put(place, lines.at(place - 1));
  } else if (isSome(after)) {
    expectOne(after, 'after');
    if (!isContent(lines[at(after) + 1])) put(at(after) + 1, after[0]);
  } else
    throw refused(
      'Wrong conditions? Unable to ensure line without knowing where to put it before and/or after.',
    );
  return lines;
}

/** The end of a line, as far as it has one. */
export function endOf(line: string): string {
  return /(?:\r\n|\n|\r)$/.exec(line)?.[0] ?? '';
}

/** A line that is ended as another one. */
export function withEndOf(other: string, line: string): string {
  return line.trimEnd() + (endOf(other) || '\n');
}

function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}

/** The lines that a pattern finds, or that contain it as a text; undefined where there is nothing to look for or in. */
function foundLines(lines: readonly string[], pattern: PyValue): string[] | undefined {
  if (lines.length === 0 || !isTruthy(pattern)) return undefined;
  const text = str(pattern);
  try {
    const regExp = compilePattern(text, 's');
    return lines.filter((line) => line.search(regExp) >= 0 || line.includes(text));
  } catch (error) {
    if (!(error instanceof MinionError)) throw error;
    throw refused(`${faultOf(text)}: '${text}'`);
  }
}

function isSome(found: readonly string[] | undefined): found is readonly string[] {
  return found !== undefined && found.length > 0;
}

function expectOne(found: readonly string[], what: 'before' | 'after'): void {
  if (found.length > 1)
    throw refused(`Found more than expected occurrences in "${what}" expression`);
}

function refused(text: string): MinionError {
  return new MinionError('CommandExecutionError', text);
}
