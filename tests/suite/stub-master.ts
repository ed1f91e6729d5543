import type http from 'node:http';
import { text } from 'node:stream/consumers';
import { sendJson, serveHttp, type LocalServer } from './local-server.ts';

/** What a stub answers instead, by method and path: `GET /`. */
export type Answers = Readonly<Record<string, http.RequestListener>>;

/** The session that every log-in to a stub gets. */
export const STUB_TOKEN = 'a1b2c3d4'.repeat(5);

/** What each function returns that the suite asks a target to get to know it. */
const RETURNS: Readonly<Record<string, unknown>> = {
  'test.ping': { web1: true, old1: false },
  'key.list_all': { data: { return: { minions_pre: ['new1'], minions_rejected: [] } } },
  'config.values': { data: { return: { timeout: 7, token_expire_user_override: true } } },
  'test.arg': { args: [], kwargs: {} },
};

/** Just enough of a salt-api for the suite to get to know it; all else is up to the test. */
export function serveStub(answers: Answers = {}): Promise<LocalServer> {
  return serveHttp((req, res) => {
    const own = answers[`${req.method} ${req.url}`] ?? STANDARD[`${req.method} ${req.url}`];
    if (own === undefined) sendJson(res, 404, {});
    else own(req, res);
  });
}

const STANDARD: Answers = {
  'POST /login': (_, res) =>
    sendJson(res, 200, { return: [{ token: STUB_TOKEN, start: 0, expire: 43200 }] }),
  'POST /': (req, res) => {
    void text(req).then((body) => {
      const [chunk] = [JSON.parse(body)].flat() as { fun: string }[];
      sendJson(res, 200, { return: [RETURNS[chunk?.fun ?? ''] ?? {}] });
    });
  },
};
