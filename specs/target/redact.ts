import type { Header } from '../../report/result.ts';
import type { AnyApiSettings } from '../run-options.ts';

/** Names whose values nobody but the target may see. */
const SECRET_NAMES =
  'password|sharedsecret|token|priv|private_key|api_key|jwt|(?:access|refresh|id|api)_token';

/** A value under a secret name, in JSON or as Python prints it. */
const QUOTED = new RegExp(
  `((["'])(?:${SECRET_NAMES})\\2\\s*:\\s*)(["'])((?:(?!\\3)[^\\\\]|\\\\.)*)\\3`,
  'g',
);

/** A value under a secret name in a form or a query. */
const ENCODED = new RegExp(`((?:^|[?&\\s])(?:${SECRET_NAMES})=)([^&\\s]*)`, 'g');

/** A value under a secret name in YAML. */
const YAML = new RegExp(`^(\\s*(?:-\\s+)*(?:${SECRET_NAMES}):[ \\t]+)(\\S.*)$`, 'gm');

/** Session ids and eauth tokens are long runs of hex digits. */
const HEX = /(?<![0-9a-zA-Z])([0-9a-f]{4})[0-9a-f]{28,}(?![0-9a-zA-Z])/g;

/** A JWT, wherever it stands: its head is JSON, and begins with a brace and a quote. */
const JWT = /(?<![\w-])(eyJ[\w-])[\w-]*\.[\w-]+\.[\w-]*/g;

const PRIVATE_KEY = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(?=-----END|$)/g;

/** Where the secrets of a run stand, whatever the API. */
type Secrets = Pick<AnyApiSettings, 'credentials' | 'limited' | 'token'>;

/**
 * Takes secrets out of what reports show. Of tokens the first four characters stay, so that one can
 * be told from another; of passwords nothing does.
 */
export class Redactor {
  readonly #passwords: readonly string[];
  readonly #token: string | undefined;

  /** @param options the passwords and the token of the run, which are taken out wherever they stand */
  constructor({ credentials, limited, token }: Secrets) {
    // A password that is also its user's name is no secret, and taking it out would hide the name.
    this.#passwords = [credentials, limited]
      .filter((user) => user !== undefined && user.password !== user.username)
      .map((user) => user?.password ?? '')
      .filter((password) => password !== '')
      .flatMap((password) => [
        password,
        encodeURIComponent(password),
        JSON.stringify(password).slice(1, -1),
      ]);
    this.#token = token;
  }

  /** Any text: a body, a path, the message of a failure. */
  text(text: string): string {
    let open = text;
    for (const password of this.#passwords) open = open.replaceAll(password, '…');
    if (this.#token !== undefined) open = open.replaceAll(this.#token, shorten(this.#token));
    return open
      .replace(PRIVATE_KEY, '$1…')
      .replace(
        QUOTED,
        (_, head: string, _q, quote: string, value: string) =>
          head + quote + hide(head, value) + quote,
      )
      .replace(ENCODED, (_, head: string, value: string) => head + hide(head, value))
      .replace(YAML, (_, head: string, value: string) => head + hide(head, value))
      .replace(JWT, '$1…')
      .replace(HEX, '$1…');
  }

  headers(headers: readonly Header[]): Header[] {
    return headers.map(([name, value]) => {
      const redact = SECRET_HEADERS.get(name.toLowerCase());
      return [name, redact === undefined ? this.text(value) : redact(value)];
    });
  }
}

const SECRET_HEADERS: ReadonlyMap<string, (value: string) => string> = new Map([
  ['x-auth-token', shorten],
  ['x-xsrftoken', shorten],
  ['authorization', (value: string) => value.replace(/\S+$/, shorten)],
  ['cookie', (value: string) => value.replace(/(?<==)[^;]+/g, shorten)],
  ['set-cookie', (value: string) => value.replace(/(?<=^[^=;]*=)[^;]+/, shorten)],
]);

function hide(name: string, value: string): string {
  return /token|jwt/.test(name) ? shorten(value) : '…';
}

/** Enough of a token to recognise it; short ones are made up by requirements and no secret. */
function shorten(value: string): string {
  return value.length <= 8 ? value : `${value.slice(0, 4)}…`;
}
