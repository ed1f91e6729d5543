import { test as base } from '@playwright/test';
import { FLEET, MASTER_CONFIG } from '../../oracle/fixture.ts';
import { ORACLE_USER } from '../../oracle/salt/salt-client.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts';

/** Who logs in. */
export interface User {
  readonly username: string;
  readonly password: string;
  readonly eauth: string;
}

/** What a client is told of a master with the oracle's fleet. */
export interface ClientMaster {
  readonly url: string;
  /** May do everything. */
  readonly user: User;
  /** May call test functions on web servers, and look at jobs. */
  readonly limited: User;
}

/** The URL of a running `npm run oracle -- 3008`, to see that real Salt gives clients the same. */
const REAL = process.env['SALTPROOF_CLIENTS_URL'];

interface Fixtures {
  /** What the simulator is started with beside the oracle's fleet and configuration. */
  readonly options: SimulatorOptions;
  readonly started: Simulator | undefined;
  /** The simulator that plays the master; a test that takes it is skipped on real Salt. */
  readonly simulator: Simulator;
  readonly master: ClientMaster;
}

/**
 * A test that lets a real client loose on a master, a simulated one unless told otherwise. Clients
 * tell by their own clock whether a token has expired, so the simulator's is real.
 */
export const test = base.extend<Fixtures>({
  options: [{}, { option: true }],
  started: async ({ options }, use) => {
    if (REAL !== undefined) return use(undefined);
    const oracle = { config: MASTER_CONFIG, fleet: FLEET, port: 0 };
    const simulator = await startSimulator({ ...oracle, clock: 'wall', ...options });
    await use(simulator);
    await simulator.close();
  },
  simulator: async ({ started }, use, info) => {
    if (started === undefined) return info.skip(true, 'it needs the simulator');
    await use(started);
  },
  master: ({ started }, use) => {
    const limited = { ...ORACLE_USER, username: 'limited' };
    return use({ url: started?.url ?? REAL ?? '', user: ORACLE_USER, limited });
  },
});

/** What the simulator was asked so far, `POST /login`. */
export function asked(simulator: Simulator): string[] {
  return simulator.journal.requests().map(({ method, path }) => `${method} ${path}`);
}
