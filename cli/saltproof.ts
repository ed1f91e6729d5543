#!/usr/bin/env node
import { cac, type CAC } from 'cac';
import { ReportError } from '../report/report-error.ts';
import { InputError } from '../simulator/input/input-error.ts';
import { saltproofVersion } from '../simulator/version.ts';
import { surviveClosedPipe } from '../specs/closed-pipe.ts';
import { COMMANDS, defineCommands } from './commands.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { InterruptedError } from './interruption.ts';
import { nearest } from '../simulator/input/nearest.ts';
import { typedOptions } from './typed-options.ts';
import { UnreachableError } from './unreachable-error.ts';
import { UsageError } from './usage-error.ts';

surviveClosedPipe(process.stdout);
surviveClosedPipe(process.stderr);
process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<number> {
  const cli = cac('saltproof');
  defineCommands(cli);
  cli.help();
  cli.version(saltproofVersion());
  try {
    cli.parse([...argv], { run: false });
    if (cli.options['help'] || cli.options['version']) return EXIT.conformant;
    expectCommand(cli);
    expectOptions(cli);
    expectArguments(cli);
    cli.options = typedOptions(cli.options, argv.slice(2));
    return (await cli.runMatchedCommand()) as ExitCode;
  } catch (error) {
    return explainError(error, cli);
  }
}

function expectCommand({ matchedCommand, args: [typed] }: CAC): void {
  if (matchedCommand !== undefined) return;
  if (typed === undefined)
    throw new UsageError(`Name a command: ${COMMANDS.join(', ')}. See saltproof --help.`);
  const [close] = nearest(typed, COMMANDS);
  const hint = close === undefined ? `There are ${COMMANDS.join(', ')}.` : `Did you mean ${close}?`;
  throw new UsageError(`There is no command "${typed}". ${hint} See saltproof --help.`);
}

function expectOptions({ matchedCommand, globalCommand, options }: CAC): void {
  const known = [...(matchedCommand?.options ?? []), ...globalCommand.options].flatMap(
    ({ names }) => names,
  );
  const unknown = Object.keys(options).find((name) => name !== '--' && !known.includes(name));
  if (unknown === undefined) return;
  const [close] = nearest(unknown, known);
  const hint = close === undefined ? '' : ` Did you mean ${flagOf(close)}?`;
  throw new UsageError(
    `There is no option ${flagOf(unknown)}.${hint} See saltproof ${matchedCommand?.name ?? ''} --help.`,
  );
}

/** The parser passes over words that a command has no place for. */
function expectArguments({ matchedCommand, args }: CAC): void {
  const places = matchedCommand?.args ?? [];
  const extra = places.some(({ variadic }) => variadic) ? undefined : args[places.length];
  if (extra === undefined) return;
  const taken = places.length === 0 ? 'nothing' : places.map(({ value }) => value).join(' ');
  throw new UsageError(
    `${matchedCommand?.name} takes ${taken}, so what is "${extra}"? See saltproof ${matchedCommand?.name} --help.`,
  );
}

/** An option's name, which the parser has put into camel case, as it is typed. */
function flagOf(name: string): string {
  const typed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return name.length > 1 ? `--${typed}` : `-${typed}`;
}

/** Errors that speak to the user are shown as they are; any other is our own fault and shows its stack. */
function explainError(error: unknown, { matchedCommand }: CAC): number {
  if (error instanceof InterruptedError) return say(error.message, error.exitCode);
  if (error instanceof UnreachableError) return say(error.message, EXIT.unreachable);
  if (error instanceof Error && error.name === 'CACError')
    return say(
      `${error.message}. See saltproof ${matchedCommand?.name ?? ''} --help.`,
      EXIT.wrongUse,
    );
  if ([UsageError, InputError, ReportError].some((kind) => error instanceof kind))
    return say((error as Error).message, EXIT.wrongUse);
  const stack = error instanceof Error ? error.stack : String(error);
  return say(`this is a fault in saltproof, please report it.\n${stack}`, EXIT.ownFault);
}

function say(message: string, code: number): number {
  process.stderr.write(`saltproof: ${message}\n`);
  return code;
}
