#!/usr/bin/env node
import { cac } from 'cac';
import { ReportError } from '../report/report-error.ts';
import { InputError } from '../simulator/input/input-error.ts';
import { saltproofVersion } from '../simulator/version.ts';
import type { CheckFlags } from './check-options.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { ReportFlags } from './report.ts';
import type { ServeFlags } from './serve.ts';
import { UnreachableError } from './unreachable-error.ts';
import { UsageError } from './usage-error.ts';

const cli = cac('saltproof');

cli
  .command('serve', 'Start a simulated Salt master')
  .option('--config <file>', 'Salt master configuration (YAML or JSON)')
  .option('--fleet <file>', 'Minions and users (YAML or JSON)')
  .option(
    '--port <port>',
    'Where to listen; 0 takes a free port (default: 8000, or the configuration)',
  )
  .option('--host <address>', 'Address to listen on (default: 127.0.0.1)')
  .option('--netapi <modules>', 'API modules to start (default: cherrypy)')
  .option('--salt <line>', 'Salt line to be: 3006, 3007 or 3008 (default: 3008)')
  .option('--clock <kind>', 'wall or virtual (default: wall)')
  .option('--seed <number>', 'Seed of tokens and keys (default: 1)')
  .option('--json', 'Say where it listens as JSON')
  .action(async (flags: ServeFlags) => (await import('./serve.ts')).serve(flags));

cli
  .command(
    'check [url]',
    'Run the conformance suite, on the embedded simulator unless a URL is given',
  )
  .option('--api <api>', 'cherrypy')
  .option('--username <name>', 'User to log in as')
  .option('--password <password>', 'Its password (or SALTPROOF_PASSWORD)')
  .option('--eauth <eauth>', 'Its eauth back end (default: pam)')
  .option('--limited <user:password>', 'A second user with few rights (or SALTPROOF_LIMITED)')
  .option('--ca <file>', 'Certificate authority to trust')
  .option('--insecure', 'Trust any certificate')
  .option('--salt <line>', 'Salt line whose requirements are meant (default: 3008)')
  .option('--level <level>', 'Leave out requirements below must, should or may')
  .option('--only <ids>', 'Run these requirements alone')
  .option('--baseline <file>', 'Ids that are known to fail, one a line')
  .option('--allow <what>', 'writes: let the run change keys and grains')
  .option('--out <dir>', 'Where the report goes (default: report/out)')
  .option('--shard <part>', 'Run a part of the suite: 1/3')
  .option('--record <dir>', 'Keep the raw exchanges, secrets included')
  .option('--fail-on <level>', 'must, or should as well')
  .option('--seed <number>', 'Seed of random input')
  .option('--time-budget <seconds>', 'How long a requirement may wait in real time (default: 20)')
  .action(async (url: string | undefined, flags: CheckFlags) =>
    (await import('./check.ts')).check(url, flags),
  );

cli
  .command('report [...files]', 'Render results again; several are merged')
  .option('--format <format>', 'html, json, junit, markdown or badge (default: for the terminal)')
  .option('--diff', 'Show what changed between two results')
  .option('--matrix', 'Show several results side by side')
  .action(async (files: string[], flags: ReportFlags) =>
    (await import('./report.ts')).report(files, flags),
  );

cli.command('list', 'List the requirements').action(async () => (await import('./list.ts')).list());
cli
  .command('explain <id>', 'Explain a requirement')
  .action(async (id: string) => (await import('./explain.ts')).explain(id));
cli.help();
cli.version(saltproofVersion());

process.exitCode = await main();

async function main(): Promise<ExitCode> {
  try {
    cli.parse(process.argv, { run: false });
    if (cli.options['help'] || cli.options['version']) return EXIT.conformant;
    if (cli.matchedCommand === undefined) {
      const [command] = cli.args;
      throw new UsageError(
        command === undefined
          ? 'Name a command; see saltproof --help.'
          : `There is no command "${command}"; see saltproof --help.`,
      );
    }
    return (await cli.runMatchedCommand()) as ExitCode;
  } catch (error) {
    return explainError(error);
  }
}

/** Errors that speak to the user are shown as they are; any other is our own fault and shows its stack. */
function explainError(error: unknown): ExitCode {
  const isUse =
    error instanceof UsageError ||
    error instanceof InputError ||
    error instanceof ReportError ||
    isCacError(error);
  if (isUse || error instanceof UnreachableError) {
    process.stderr.write(`saltproof: ${(error as Error).message}\n`);
    return isUse ? EXIT.wrongUse : EXIT.unreachable;
  }
  process.stderr.write(
    `saltproof failed; this is a fault in saltproof, please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.ownFault;
}

function isCacError(error: unknown): boolean {
  return error instanceof Error && error.name === 'CACError';
}
