import {
  NETAPIS,
  startSimulator,
  type Netapi,
  type Simulator,
  type SimulatorOptions,
} from '../simulator/index.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `serve` as they come from the command line. */
export interface ServeFlags {
  readonly config?: string;
  readonly fleet?: string;
  readonly port?: string | number;
  readonly host?: string;
  readonly netapi?: string;
  readonly raasConfig?: string;
  readonly salt?: string | number;
  readonly clock?: string;
  readonly seed?: string | number;
  readonly ws4py?: boolean;
  readonly tornadoVersion?: string | number;
  readonly json?: boolean;
}

/** Where a simulator listens when neither the command line nor a configuration says otherwise. */
const STANDARD_PORT = 8000;

/** `saltproof serve`: a Salt master on localhost, until it is told to end. */
export async function serve(flags: ServeFlags): Promise<ExitCode> {
  // Listened for before anybody is told that the simulator is ready, and may end it.
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  const simulator = await startSimulator(optionsFrom(flags));
  const { url, urls, control, warnings } = simulator;
  for (const warning of warnings) process.stderr.write(`saltproof: ${warning}\n`);
  process.stdout.write(
    flags.json
      ? `${JSON.stringify({ url, urls, control, pid: process.pid })}\n`
      : `Salt ${flags.salt ?? 3008} (simulated) answers at ${addresses(url, urls)}; control API at ${control}\n`,
  );
  await ended;
  await simulator.close();
  return EXIT.conformant;
}

function optionsFrom({
  config,
  fleet,
  netapi,
  raasConfig,
  port,
  host,
  salt,
  clock = 'wall',
  seed,
  ws4py = true,
  tornadoVersion,
}: ServeFlags): SimulatorOptions {
  if (clock !== 'wall' && clock !== 'virtual')
    throw new UsageError(`--clock must be wall or virtual, not "${clock}".`);
  const modules = netapi === undefined ? undefined : netapisFrom(netapi);
  if (raasConfig !== undefined && !modules?.includes('raas'))
    throw new UsageError('--raas-config is for raas, which is not started; name it in --netapi.');
  return {
    clock,
    ws4py,
    fallbackPort: STANDARD_PORT,
    ...(config !== undefined && { config }),
    ...(fleet !== undefined && { fleet }),
    ...(modules !== undefined && { netapi: modules }),
    ...(raasConfig !== undefined && { raas: raasConfig }),
    ...(host !== undefined && { host }),
    ...(salt !== undefined && { salt: String(salt) }),
    ...(tornadoVersion !== undefined && { tornadoVersion: String(tornadoVersion) }),
    ...(port !== undefined && { port: integer(port, '--port', 65_535) }),
    ...(seed !== undefined && { seed: integer(seed, '--seed', Number.MAX_SAFE_INTEGER) }),
  };
}

/** One module is told by its address alone, several by their names. */
function addresses(url: string, urls: Simulator['urls']): string {
  const told = Object.entries(urls);
  return told.length === 1 ? url : told.map(([name, at]) => `${at} (${name})`).join(', ');
}

function netapisFrom(text: string): Netapi[] {
  const names = text.split(',').map((name) => name.trim());
  for (const [at, name] of names.entries()) {
    if (!isNetapi(name))
      throw new UsageError(`--netapi takes ${NETAPIS.join(', ')}, not "${name}".`);
    if (names.indexOf(name) !== at) throw new UsageError(`--netapi names ${name} twice.`);
  }
  return names.filter(isNetapi);
}

function isNetapi(name: string): name is Netapi {
  return (NETAPIS as readonly string[]).includes(name);
}

function integer(value: string | number, flag: string, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(String(value)) && number <= most) return number;
  throw new UsageError(`${flag} must be a whole number from 0 to ${most}, not "${value}".`);
}
