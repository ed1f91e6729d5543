import type http from 'node:http';
import { text } from 'node:stream/consumers';
import { sendJson, serveHttp, type LocalServer } from './local-server.ts';

/** A call as a stub gets it. */
export interface StubCall {
  readonly resource: string;
  readonly method: string;
  readonly kwarg?: Readonly<Record<string, unknown>>;
}

/** What a stub does. */
export interface StubRaas {
  /** What a call returns; an Error is what it fails with. */
  readonly answer?: (call: StubCall) => unknown;
  /** Where the paths are kept. */
  readonly prefix?: string;
  /** Whether there is no XSRF token. */
  readonly isOpen?: boolean;
}

/** A running stub, and the calls that were made. */
export interface RunningStubRaas extends LocalServer {
  readonly calls: readonly StubCall[];
}

const TOKEN = '5a'.repeat(16);

/** Just enough of a RaaS for the suite to get to know it; all else is up to the test. */
export async function serveStubRaas({
  answer = () => null,
  prefix = '',
  isOpen = false,
}: StubRaas = {}): Promise<RunningStubRaas> {
  const calls: StubCall[] = [];
  const cookie = isOpen ? {} : { 'Set-Cookie': `_xsrf=${TOKEN}; Path=/`, 'X-Xsrftoken': TOKEN };
  const routes: Readonly<Record<string, http.RequestListener>> = {
    [`GET ${prefix}/account/login`]: (_, res) => void res.writeHead(200, cookie).end('{}'),
    [`POST ${prefix}/account/login`]: (req, res) =>
      void text(req).then((body) => logIn(JSON.parse(body) as LogIn, res)),
    [`POST ${prefix}/rpc`]: (req, res) =>
      void text(req).then((body) => {
        const call = JSON.parse(body) as StubCall;
        calls.push(call);
        sendJson(res, 200, envelopeOf(answer(call)));
      }),
  };
  const server = await serveHttp((req, res) => {
    const route = routes[`${req.method} ${req.url}`];
    if (route === undefined) sendJson(res, 404, {});
    else route(req, res);
  });
  return { ...server, calls };
}

interface LogIn {
  readonly username: string;
  readonly password: string;
  readonly config_name: string;
}

function logIn({ username, password, config_name }: LogIn, res: http.ServerResponse): void {
  if (password.includes('wrong'))
    sendJson(res, 401, { errors: [{ title: 'Invalid credentials', message: 'No' }] });
  else
    sendJson(res, 200, {
      authenticated: true,
      jwt: 'a.b.c',
      attributes: { username, config_name },
    });
}

function envelopeOf(answer: unknown): object {
  const isError = answer instanceof Error;
  return {
    riq: 1,
    ret: isError ? null : answer,
    error: isError ? { code: 5000, message: answer.message } : null,
    warnings: [],
  };
}
