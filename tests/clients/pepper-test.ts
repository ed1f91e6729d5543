import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, type ClientMaster } from './client-test.ts';
import { runPepper, type Ended } from './pepper-command.ts';
import { PepperLibrary, PepperProgram } from './pepper-library.ts';
import { whyNoPepper } from './pepper-package.ts';

interface Fixtures {
  /** A home with nothing in it but what tells pepper of the master. */
  readonly home: string;
  /** The command. */
  readonly pepper: (args: readonly string[], env?: Record<string, string>) => Promise<Ended>;
  /** The library, not logged in. */
  readonly anonymous: PepperLibrary;
  /** The library, logged in as the user who may do everything. */
  readonly api: PepperLibrary;
  /** What the library shows of `/events`. */
  readonly events: PepperProgram;
}

/** A test of pepper, skipped where there is none. */
export const test = base.extend<Fixtures>({
  home: async ({ master }, use, info) => {
    const why = whyNoPepper();
    info.skip(why !== undefined, why);
    const home = info.outputPath('home');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, '.pepperrc'), pepperrc(master));
    await use(home);
  },
  pepper: ({ home }, use) => use((args, env) => runPepper(args, home, env)),
  anonymous: async ({ master, home }, use) => {
    const library = new PepperLibrary({ api_url: master.url }, home);
    await use(library);
    library.end();
  },
  api: async ({ master, home }, use) => {
    const library = new PepperLibrary({ api_url: master.url }, home);
    await library.call('login', [], { ...master.user });
    await use(library);
    library.end();
  },
  events: async ({ master, home }, use) => {
    const args = [master.url, JSON.stringify(master.user)];
    const program = new PepperProgram('print_events.py', args, home);
    await use(program);
    program.end();
  },
});

function pepperrc({ url, user }: ClientMaster): string {
  return `[main]
SALTAPI_URL=${url}
SALTAPI_USER=${user.username}
SALTAPI_PASS=${user.password}
SALTAPI_EAUTH=${user.eauth}
`;
}
