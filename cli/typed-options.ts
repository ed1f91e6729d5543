import { UsageError } from './usage-error.ts';

/** Options as a command takes them: texts as they were typed, switches, and texts of repeated options. */
export type TypedOptions = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

/** Options that may be repeated. */
const REPEATABLE = new Set(['only']);

/**
 * Options with their values as they were typed. The parser makes numbers of whatever looks like
 * one, which turns the password 0123 into 123 and the release 3006.10 into 3006.1.
 *
 * @param parsed what the parser made of them, by name in camel case
 * @param argv the words of the command line
 * @throws UsageError for an option given twice that has one value
 */
export function typedOptions(
  parsed: Readonly<Record<string, unknown>>,
  argv: readonly string[],
): TypedOptions {
  const typed: Record<string, string | boolean | readonly string[]> = {};
  for (const [name, value] of Object.entries(parsed)) {
    if (name === '--' || value === undefined) continue;
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const texts = textsOf(flag, argv);
    const [text] = texts;
    if (typeof value === 'boolean' || text === undefined) typed[name] = value === true;
    else if (texts.length === 1) typed[name] = text;
    else if (REPEATABLE.has(name)) typed[name] = texts;
    else throw new UsageError(`${flag} is given ${texts.length} times; give it once.`);
  }
  return typed;
}

function textsOf(flag: string, argv: readonly string[]): string[] {
  return argv.flatMap((word, at) => {
    if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
    return word === flag ? [argv[at + 1] ?? ''] : [];
  });
}
