import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

/*
 * The cloud's exchange of an API token for an access token, and its regional gateways, which are
 * names that a RaaS is asked by.
 */

const EXCHANGE = '/csp/gateway/am/api/auth/api-tokens/authorize';

/** The gateways of the United States, Germany, India, Canada, Australia and the United Kingdom. */
const GATEWAYS = ['', 'de.', 'in.', 'ca.', 'au.', 'uk.'].map(
  (region) => `${region}ssc-gateway.mgmt.cloud.vmware.com`,
);

const FLEET = {
  minions: {},
  raas: {
    users: { ops: { password: 'pw', roles: ['User'] } },
    csp_tokens: { 'api-token-of-ops': 'ops' },
  },
};

interface Exchanged {
  readonly access_token: string;
  readonly expires_in: number;
}

const simulators: Simulator[] = [];
test.afterEach(async () => {
  for (const simulator of simulators.splice(0)) await simulator.close();
});

async function start(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ netapi: ['raas'], fleet: FLEET, ...options });
  simulators.push(simulator);
  return simulator;
}

function exchange({ url }: Simulator, form: Record<string, string>): Promise<Response> {
  return fetch(url + EXCHANGE, { method: 'POST', body: new URLSearchParams(form) });
}

async function exchanged(simulator: Simulator): Promise<Exchanged> {
  const reply = await exchange(simulator, { api_token: 'api-token-of-ops' });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Exchanged;
}

test('an API token is exchanged for an access token, without XSRF and without a log-in', async () => {
  const simulator = await start();
  const reply = await exchange(simulator, { api_token: 'api-token-of-ops' });
  expect(reply.status).toBe(200);
  expect(await reply.json()).toEqual({
    access_token: expect.any(String) as unknown,
    expires_in: 1799,
    id_token: expect.any(String) as unknown,
    refresh_token: 'api-token-of-ops',
    scope: expect.any(String) as unknown,
    token_type: 'bearer',
  });
});

test('the older name of the form, and the query, are taken as well', async () => {
  const simulator = await start();
  const old = await exchange(simulator, { refresh_token: 'api-token-of-ops' });
  expect(old.status).toBe(200);
  const query = `${simulator.url}${EXCHANGE}?refresh_token=api-token-of-ops`;
  expect((await fetch(query, { method: 'POST' })).status).toBe(200);
});

test('a token that is none is a 400, and so is no token', async () => {
  const simulator = await start();
  expect((await exchange(simulator, { api_token: 'wrong' })).status).toBe(400);
  expect((await exchange(simulator, {})).status).toBe(400);
});

test('calls with the access token as Bearer are made by the user that the fleet names', async () => {
  const simulator = await start();
  const { access_token } = await exchanged(simulator);
  const client = await RpcClient.connect(simulator.url, `Bearer ${access_token}`);
  expect(await client.call('test.echo', { message: 'hi' })).toBe('hi');
  expect((await client.ask('admin.get_vra_params')).error).not.toBeNull();
});

for (const [clock, seconds, pass] of [
  ['virtual', undefined, (simulator: Simulator) => simulator.clock.advance({ minutes: 30 })],
  ['wall', 1, () => new Promise((resolve) => setTimeout(resolve, 1100))],
] as const)
  test(`the access token expires by the ${clock} clock, and another is to be had`, async () => {
    const raas = seconds === undefined ? {} : { csp_token_seconds: seconds };
    const simulator = await start({ clock, raas });
    const { access_token } = await exchanged(simulator);
    await pass(simulator);
    const client = await RpcClient.connect(simulator.url, `Bearer ${access_token}`);
    expect((await client.post({ resource: 'test', method: 'warnings' })).status).toBe(401);
    expect((await exchanged(simulator)).access_token).not.toBe(access_token);
  });

for (const gateway of GATEWAYS)
  test(`a RaaS answers as ${gateway}`, async () => {
    const simulator = await start();
    const sent = request(`${simulator.url}/account/login`, { headers: { Host: gateway } }).end();
    const [reply] = (await once(sent, 'response')) as [IncomingMessage];
    reply.resume();
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['x-xsrftoken']).toBeDefined();
  });

test('a fleet that gives a token to nobody is refused', async () => {
  const fleet = { minions: {}, raas: { csp_tokens: { token: 'nobody' } } };
  await expect(startSimulator({ netapi: ['raas'], fleet })).rejects.toThrow('csp_tokens');
});
