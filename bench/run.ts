import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startSimulator } from './compiled.ts';
import { measureLoad } from './load.ts';

/**
 * Measures side by side, in rounds: two stubs, the simulator, and real salt-api where
 * SALTPROOF_BENCH_REAL names one (user saltdev of the oracle). Prints medians and ratios.
 */
const ROUNDS = 5;
const ROUND_MILLISECONDS = 2000;
const NAMES = ['bare Express', 'node:http', 'simulator'];

const figures = new Map<string, number[]>(NAMES.map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const name of round % 2 === 0 ? NAMES : NAMES.toReversed())
    figures.get(name)?.push(await measureServer(name));
}
const medians = new Map([...figures].map(([name, values]) => [name, median(values)]));
const real = process.env['SALTPROOF_BENCH_REAL'];
if (real !== undefined) {
  const token = await logIn(real, 'S3cret!one', 'sharedsecret');
  medians.set('real salt-api', await measureSequentially(real, token));
}
console.log(
  `POST / local test.ping, three minions, Node ${process.version}, median of ${ROUNDS} rounds of ${ROUND_MILLISECONDS / 1000} s`,
);
for (const [name, perSecond] of medians) {
  const ratio = (medians.get('simulator') ?? 0) / perSecond;
  console.log(
    `${name.padEnd(14)} ${perSecond.toFixed(0).padStart(8)} requests/s   simulator is ${ratio.toFixed(2)} x this`,
  );
}
console.log(`ready in process: ${(await readyTime()).toFixed(0)} ms`);

async function measureServer(name: string): Promise<number> {
  const { child, url } = await startServer(name);
  try {
    const token = name === 'simulator' ? await logIn(url, 'saltdev', 'pam') : 'any';
    await measureLoad(url, token, ROUND_MILLISECONDS / 4);
    return await measureLoad(url, token, ROUND_MILLISECONDS);
  } finally {
    child.kill();
    await once(child, 'close');
  }
}

async function startServer(name: string): Promise<{ child: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('servers.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: chunk.toString().trim() };
}

async function logIn(url: string, password: string, eauth: string): Promise<string> {
  const body = new URLSearchParams({ username: 'saltdev', password, eauth });
  const reply = await fetch(`${url}/login`, { method: 'POST', body });
  const token = reply.headers.get('x-auth-token');
  if (token === null) throw new Error(`${url} did not let saltdev in: ${reply.status}`);
  return token;
}

/** Real salt-api answers a few requests a second, and wrongly when it is asked many at once. */
async function measureSequentially(url: string, token: string): Promise<number> {
  const requests = 10;
  const start = performance.now();
  for (let at = 0; at < requests; at++) {
    const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
    const body = JSON.stringify([
      { client: 'local', tgt: ['web1', 'web2', 'db1'], tgt_type: 'list', fun: 'test.ping' },
    ]);
    const reply = await fetch(url, { method: 'POST', headers, body });
    if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  }
  return requests / ((performance.now() - start) / 1000);
}

async function readyTime(): Promise<number> {
  const start = performance.now();
  const simulator = await startSimulator();
  const taken = performance.now() - start;
  await simulator.close();
  return taken;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
