import { performance } from 'node:perf_hooks';
import { startSimulator } from './compiled.ts';

/*
 * Measures a master of a great many minions: `npm run bench:fleet [MINIONS]`. It runs alone in its
 * process, so that the memory told is that of the simulator; times are medians, in milliseconds.
 */
const MINIONS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 5;

const SYSTEMS = ['Debian', 'Ubuntu', 'RedHat', 'Suse'] as const;

function minion(at: number): [id: string, fields: object] {
  const grains = {
    os: SYSTEMS[at % SYSTEMS.length],
    role: at % 1000 === 0 ? 'rare' : 'web',
    rack: at % 40,
  };
  return [`minion${at}.example.com`, { grains }];
}

const master = await startFleet();
const { gc } = globalThis;
gc?.();
console.log(`${MINIONS} minions with 4 grains each, Node ${process.version}`);
tell('memory', process.memoryUsage().rss / 2 ** 20, 'MB resident');
if (gc !== undefined) tell('in use', process.memoryUsage().heapUsed / 2 ** 20, 'MB');

const token = await logIn();
const GRAIN = { tgt: 'role:rare', tgt_type: 'grain' };
await measure('grain target', { client: 'local_async', ...GRAIN, fun: 'test.ping' }, ROUNDS);
await measure('key.list_all', { client: 'wheel', fun: 'key.list_all' }, ROUNDS);
await measure('local * test.ping', { client: 'local', tgt: '*', fun: 'test.ping' }, 1);
tell('memory after it', process.memoryUsage().rss / 2 ** 20, 'MB resident');
await master.close();

/** Built in a function of its own, so that nothing holds on to what the fleet was made from. */
async function startFleet() {
  const fleet = {
    minions: Object.fromEntries(Array.from({ length: MINIONS }, (_, at) => minion(at))),
    users: { saltdev: { password: 'saltdev' } },
  };
  const start = performance.now();
  const simulator = await startSimulator({ fleet, clock: 'wall' });
  tell('ready', performance.now() - start, 'ms');
  return simulator;
}

async function logIn(): Promise<string> {
  const body = new URLSearchParams({ username: 'saltdev', password: 'saltdev', eauth: 'pam' });
  const reply = await fetch(`${master.url}/login`, { method: 'POST', body });
  return reply.headers.get('X-Auth-Token') ?? '';
}

/** @throws Error where an answer is not 200: a fast wrong answer is no figure */
async function measure(name: string, chunk: object, rounds: number): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
    const reply = await fetch(master.url, { method: 'POST', headers, body: JSON.stringify(chunk) });
    await reply.arrayBuffer();
    if (!reply.ok) throw new Error(`${name}: ${reply.status}`);
    times.push(performance.now() - start);
  }
  tell(name, times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0, 'ms');
}

function tell(what: string, figure: number, unit: string): void {
  console.log(`${what.padEnd(18)} ${figure.toFixed(0).padStart(7)} ${unit}`);
}
