/** The envelope that a call is answered with. */
export interface Answer {
  readonly ret: unknown;
  readonly error: { readonly code: number; readonly message: string } | null;
  readonly warnings: readonly string[];
}

/** A client of RaaS as small as can be: an XSRF token, an `Authorization`, and calls by keyword. */
export class RpcClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  private constructor(url: string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
  }

  /** @param authorization undefined for nobody */
  static async connect(url: string, authorization?: string): Promise<RpcClient> {
    const { headers } = await fetch(`${url}/account/login`);
    const token = headers.get('X-Xsrftoken') ?? '';
    return new RpcClient(url, {
      Cookie: `_xsrf=${token}`,
      'X-Xsrftoken': token,
      ...(authorization !== undefined && { Authorization: authorization }),
    });
  }

  /** A client of the superuser. */
  static root(url: string): Promise<RpcClient> {
    return RpcClient.connect(url, `Basic ${Buffer.from('root:salt').toString('base64')}`);
  }

  /** What `POST /rpc` answers. */
  post(body: unknown): Promise<Response> {
    return fetch(`${this.#url}/rpc`, {
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify(body),
    });
  }

  /** Makes a call, `master.get_master_keys` say, and gives the envelope. */
  async ask(name: string, kwarg: object = {}): Promise<Answer> {
    const [resource, method] = name.split('.');
    return (await (await this.post({ resource, method, kwarg })).json()) as Answer;
  }

  /**
   * Makes a call and gives what it returns.
   *
   * @throws Error for one that fails
   */
  async call<Ret = unknown>(name: string, kwarg: object = {}): Promise<Ret> {
    const { ret, error } = await this.ask(name, kwarg);
    if (error !== null) throw new Error(`${name}: ${error.message}`);
    return ret as Ret;
  }
}
