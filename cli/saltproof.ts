#!/usr/bin/env node
import { cac, type CAC } from 'cac';
import { ReportError } from '../report/report-error.ts';
import { InputError } from '../simulator/input/input-error.ts';
import { saltproofVersion } from '../simulator/version.ts';
import { surviveClosedPipe } from '../specs/closed-pipe.ts';
import { expectCommandLine, withNegativeValues } from './command-line.ts';
import { defineCommands } from './commands.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { InterruptedError } from './interruption.ts';
import { typedOptions } from './typed-options.ts';
import { UnreachableError } from './unreachable-error.ts';
import { UsageError } from './usage-error.ts';

surviveClosedPipe(process.stdout);
surviveClosedPipe(process.stderr);
process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<number> {
  const cli = cac('saltproof');
  defineCommands(cli);
  // The parser tells of a switch that it takes away what it gives without it: "(default: true)".
  cli.help((sections) => {
    for (const section of sections) section.body = section.body.replaceAll(' (default: true)', '');
  });
  cli.version(saltproofVersion());
  const words = withNegativeValues(argv.slice(2));
  try {
    cli.parse([...argv.slice(0, 2), ...words], { run: false });
    if (cli.options['help'] || cli.options['version']) return EXIT.conformant;
    expectCommandLine(cli, words);
    cli.options = typedOptions(cli.options, words);
    return (await cli.runMatchedCommand()) as ExitCode;
  } catch (error) {
    return explainError(error, cli);
  }
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
