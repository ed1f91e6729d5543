import type { Header } from '../../../report/result.ts';
import type { WireRequest } from '../http.ts';
import type { Reply } from '../reply.ts';
import type { Requests } from '../requests.ts';
import { xsrfOf, type XsrfToken } from './xsrf.ts';

/** The path under which some gateways keep all others. */
const PREFIX = '/raas';

/** The HTTP bridge of a RaaS: its paths, wherever they are kept. */
export class Bridge {
  readonly #requests: Requests;
  #prefix: Promise<string> | undefined;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Sends a request as it is, but for the prefix. */
  async send(request: WireRequest): Promise<Reply> {
    return this.#requests.send({ ...request, path: (await this.prefix()) + request.path });
  }

  get(path: string, headers: readonly Header[] = []): Promise<Reply> {
    return this.send({ method: 'GET', path, headers });
  }

  /** Posts JSON; a text with a Content-Type of its own goes out as it is. */
  async post(path: string, body: unknown, headers: readonly Header[] = []): Promise<Reply> {
    return this.#requests.post((await this.prefix()) + path, body, headers);
  }

  /** A fresh token, as GET /account/login gives it to everybody; undefined where the check is off. */
  async xsrf(): Promise<XsrfToken | undefined> {
    return xsrfOf(await this.get('/account/login'));
  }

  /** Where the paths are kept: clients look below /raas once they are told that there is no such path. */
  prefix(): Promise<string> {
    this.#prefix ??= this.#findPrefix();
    return this.#prefix;
  }

  async #findPrefix(): Promise<string> {
    const { status } = await this.#requests.get('/account/login');
    if (status !== 404 && status !== 405) return '';
    const behind = await this.#requests.get(`${PREFIX}/account/login`);
    return behind.status === 200 ? PREFIX : '';
  }
}
