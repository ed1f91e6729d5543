import type { CAC } from 'cac';
import { nearest } from '../simulator/input/nearest.ts';
import { COMMANDS } from './commands.ts';
import { UsageError } from './usage-error.ts';

/** An option as the parser knows it. */
type Option = CAC['globalCommand']['options'][number];

/**
 * Words of a command line with negative values put to their options: `--port -1` is `--port=-1`.
 * The parser takes -1 for an option, and none of ours begins with a digit.
 */
export function withNegativeValues(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1) ?? '';
    if (/^-\d/.test(word) && /^--[^=]+$/.test(last)) joined.splice(-1, 1, `${last}=${word}`);
    else joined.push(word);
  }
  return joined;
}

/**
 * Checks what the parser passes over: commands and options that there are not, values where none
 * is taken, and words that a command has no place for.
 *
 * @param words the words of the command line
 * @throws UsageError with what to write instead
 */
export function expectCommandLine(cli: CAC, words: readonly string[]): void {
  expectCommand(cli);
  expectOptions(cli);
  for (const word of words.filter((word) => word.startsWith('-'))) expectWord(cli, word);
  expectArguments(cli);
}

function expectCommand({ matchedCommand, args: [typed], options, globalCommand }: CAC): void {
  if (matchedCommand !== undefined) return;
  const all = COMMANDS.join(', ');
  if (typed !== undefined) {
    const [close] = nearest(typed, COMMANDS);
    const hint = close === undefined ? `There are ${all}.` : `Did you mean ${close}?`;
    throw new UsageError(`There is no command "${typed}". ${hint} See saltproof --help.`);
  }
  const unknown = unknownAmong(options, globalCommand.options);
  const what = unknown === undefined ? '' : `There is no option ${flagOf(unknown)} by itself. `;
  throw new UsageError(`${what}Name a command: ${all}. See saltproof --help.`);
}

function expectOptions(cli: CAC): void {
  const known = optionsOf(cli);
  const unknown = unknownAmong(cli.options, known);
  if (unknown === undefined) return;
  const [close] = nearest(
    unknown,
    known.flatMap(({ names }) => names),
  );
  throw noOption(
    flagOf(unknown),
    close === undefined ? '' : ` Did you mean ${flagOf(close)}?`,
    cli,
  );
}

/** A word that is an option: `--no-port` where there is only `--port`, or `--json=yes` where it takes no value. */
function expectWord(cli: CAC, word: string): void {
  if (word === '-')
    throw new UsageError('"-" is no file: nothing is read from standard input. Name a file.');
  const [, flag = '', no = '', name = '', value] = /^(--(no-)?([^=]+))(=.*)?$/.exec(word) ?? [];
  const option = optionsOf(cli).find(({ rawName }) =>
    [name, `no-${name}`].includes(longName(rawName)),
  );
  if (option === undefined) return;
  if (no !== '' && !option.negated) throw noOption(flag, ` Leave --${name} out.`, cli);
  if (value !== undefined && option.isBoolean)
    throw new UsageError(`${flag} takes no value, so what is "${value.slice(1)}"? ${helpOf(cli)}`);
}

function expectArguments(cli: CAC): void {
  const { matchedCommand, args } = cli;
  const places = matchedCommand?.args ?? [];
  const extra = places.some(({ variadic }) => variadic) ? undefined : args[places.length];
  if (extra === undefined) return;
  const taken = places.length === 0 ? 'nothing' : places.map(({ value }) => value).join(' ');
  throw new UsageError(
    `${matchedCommand?.name} takes ${taken}, so what is "${extra}"? ${helpOf(cli)}`,
  );
}

function optionsOf({ matchedCommand, globalCommand }: CAC): readonly Option[] {
  return [...(matchedCommand?.options ?? []), ...globalCommand.options];
}

function unknownAmong(
  given: Readonly<Record<string, unknown>>,
  options: readonly Option[],
): string | undefined {
  const known = options.flatMap(({ names }) => names);
  return Object.keys(given).find((name) => name !== '--' && !known.includes(name));
}

function noOption(flag: string, hint: string, cli: CAC): UsageError {
  return new UsageError(`There is no option ${flag}.${hint} ${helpOf(cli)}`);
}

function helpOf({ matchedCommand }: CAC): string {
  return `See saltproof ${matchedCommand?.name ?? ''} --help.`;
}

/** `port` of `--port <port>`, `no-ws4py` of `--no-ws4py`. */
function longName(rawName: string): string {
  return /--([^\s=]+)/.exec(rawName)?.[1] ?? '';
}

/** An option's name, which the parser has put into camel case, as it is typed. */
function flagOf(name: string): string {
  const typed = name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return name.length > 1 ? `--${typed}` : `-${typed}`;
}
