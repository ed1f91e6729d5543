import type { CAC } from 'cac';
import type { CheckFlags } from './check-options.ts';
import type { ListFlags } from './list.ts';
import type { ReportFlags } from './report.ts';
import type { ServeFlags } from './serve.ts';

/** The commands by name. */
export const COMMANDS: readonly string[] = ['serve', 'check', 'report', 'list', 'explain'];

/** Teaches the parser the commands; what each needs is loaded when it is called. */
export function defineCommands(cli: CAC): void {
  cli
    .command('serve', 'Start a simulated Salt master')
    .option('--config <file>', 'Salt master configuration (YAML or JSON)')
    .option('--fleet <file>', 'Minions and users (YAML or JSON)')
    .option(
      '--port <port>',
      'Where the first module listens, the others after it; 0 for free ports (default: 8000, or as configured)',
    )
    .option('--host <address>', 'Address to listen on (default: 127.0.0.1)')
    .option(
      '--netapi <modules>',
      'API modules to start, of cherrypy, tornado, wsgi and raas (default: cherrypy)',
    )
    .option('--raas-config <file>', 'RaaS configuration (YAML or JSON)')
    .option(
      '--salt <line>',
      'Salt line to be: 3006, 3007, 3008, or 0.8.4 as its manual says (default: 3008)',
    )
    .option('--clock <kind>', 'wall or virtual (default: wall)')
    .option('--seed <number>', 'Seed of tokens and keys (default: 1)')
    .option('--no-ws4py', 'Leave /ws out, as where ws4py is not installed')
    .option(
      '--tornado-version <version>',
      'Tornado that rest_tornado names (default: that of the line)',
    )
    .option('--json', 'Say where it listens as JSON')
    .action(async (flags: ServeFlags) => (await import('./serve.ts')).serve(flags));
  cli
    .command(
      'check [url]',
      'Run the conformance suite, on the embedded simulator unless a URL is given',
    )
    .option(
      '--api <api>',
      'cherrypy, tornado, wsgi or raas (default: cherrypy; without a URL all that are simulated)',
    )
    .option('--username <name>', 'User to log in as')
    .option('--password <password>', 'Its password; SALTPROOF_PASSWORD is safer')
    .option('--eauth <eauth>', 'Its eauth back end (default: pam)')
    .option('--config-name <name>', 'Its back end in RaaS (default: internal)')
    .option('--token <token>', 'A session (of RaaS, a JWT) that exists already, instead of a user')
    .option('--limited <user:password>', 'A second user with few rights (or SALTPROOF_LIMITED)')
    .option('--ca <file>', 'Certificate authority to trust (PEM)')
    .option('--insecure', 'Trust any certificate')
    .option('--salt <line>', 'Salt line whose requirements are meant (default: 3008)')
    .option('--level <level>', 'Leave out requirements below must, should or may')
    .option(
      '--only <id>',
      'Run these requirements or topics (cherrypy.login) alone; repeat it, or separate by commas',
    )
    .option('--baseline <file>', 'Ids that are known to fail, one a line')
    .option('--allow <what>', 'writes: let the run change keys and jobs')
    .option('--fail-on <level>', 'Lowest level that counts: must or should (default: must)')
    .option('--shard <part>', 'Run a part of the suite: 1/3')
    .option('--seed <number>', 'Seed of random input (default: 1)')
    .option('--time-budget <seconds>', 'How long one requirement may wait (default: 30)')
    .option('--reply-timeout <seconds>', 'How long a reply may take (default: 60)')
    .option('--out <dir>', 'Where the report goes (default: report/out)')
    .option('--record <dir>', 'Keep the raw exchanges, secrets included')
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
  cli
    .command('list [topic]', 'List the requirements')
    .option('--api <api>', 'Of this API alone; several are separated by commas')
    .option('--salt <line>', 'Those that hold for this Salt line alone')
    .action(async (topic: string | undefined, flags: ListFlags) =>
      (await import('./list.ts')).list(topic, flags),
    );
  cli
    .command('explain <id>', 'Explain a requirement, or list a topic')
    .action(async (id: string) => (await import('./explain.ts')).explain(id));
}
