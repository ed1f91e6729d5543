import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';

/*
 * How long sessions and JWTs of RaaS last, under both clocks.
 */

const CREDENTIALS = { username: 'root', password: 'salt', config_name: 'internal' };
const ECHO = JSON.stringify({ resource: 'test', method: 'echo', kwarg: { message: 'here' } });

/** Short lives, and no XSRF token to carry along. */
const RAAS = { tornado_xsrf_cookies_enabled: false, session_seconds: 1, jwt_seconds: 1 };

type SignIn = (url: string) => Promise<Record<string, string>>;

const WAYS: Readonly<Record<string, SignIn>> = {
  'a session': async (url) => {
    const reply = await logIn(url, CREDENTIALS);
    return { Cookie: (reply.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
  },
  'a JWT': async (url) => {
    const reply = await logIn(url, { ...CREDENTIALS, token_type: 'jwt' });
    const { jwt } = (await reply.json()) as { jwt: string };
    return { Authorization: `JWT ${jwt}` };
  },
};

const PASSES: Readonly<Record<'virtual' | 'wall', (simulator: Simulator) => Promise<void>>> = {
  virtual: ({ clock }) => clock.advance({ seconds: 2 }),
  wall: () => new Promise((resolve) => setTimeout(resolve, 2000)),
};

function logIn(url: string, body: object): Promise<Response> {
  return fetch(`${url}/account/login`, { method: 'POST', body: JSON.stringify(body) });
}

for (const clock of ['virtual', 'wall'] as const)
  for (const [way, signIn] of Object.entries(WAYS))
    test(`${way} lets nobody in once its time is over, on a ${clock} clock`, async () => {
      const simulator = await startSimulator({ netapi: ['raas'], raas: RAAS, clock });
      try {
        const headers = await signIn(simulator.url);
        const call = () => fetch(`${simulator.url}/rpc`, { method: 'POST', body: ECHO, headers });
        expect((await call()).status).toBe(200);
        await PASSES[clock](simulator);
        expect((await call()).status).toBe(401);
      } finally {
        await simulator.close();
      }
    });
