import { NotVerified } from '../specs/not-verified.ts';
import type { AnyApiSettings, SuiteOptions } from '../specs/run-options.ts';
import { ExchangeLog } from '../specs/target/exchange-log.ts';
import { HttpClient } from '../specs/target/http.ts';
import { NoReply } from '../specs/target/no-reply.ts';
import { Redactor } from '../specs/target/redact.ts';
import { Requests } from '../specs/target/requests.ts';
import { enterRaas } from './preflight-raas.ts';
import { enterSaltApi } from './preflight-salt-api.ts';
import { enterWsgi } from './preflight-wsgi.ts';
import { UnreachableError } from './unreachable-error.ts';

/** What is expected to listen, by API, for messages. */
function listenerOf({ api }: AnyApiSettings): string {
  return api === 'raas' ? 'RaaS' : 'salt-api';
}

/**
 * Makes sure that every target answers and takes the credentials or the token, and those of the
 * second user, before anything is judged.
 *
 * @throws UnreachableError saying what it did instead, where, and what to do about it
 */
export async function preflight({ apis, ...run }: SuiteOptions): Promise<void> {
  for (const settings of apis) await enter(settings, run);
}

async function enter(
  settings: AnyApiSettings,
  { tls, replyTimeout }: Pick<SuiteOptions, 'tls' | 'replyTimeout'>,
): Promise<void> {
  const [url = ''] = settings.targets;
  const client = new HttpClient(url, tls, replyTimeout * 1000);
  const redactor = new Redactor(settings);
  const requests = new Requests((request) => client.send(request, new ExchangeLog(redactor)));
  try {
    if (settings.api === 'raas') await enterRaas(url, requests, settings, redactor);
    else if (settings.api === 'wsgi') await enterWsgi(url, requests, redactor);
    else await enterSaltApi(url, requests, settings, redactor);
  } catch (error) {
    if (error instanceof NotVerified)
      throw new UnreachableError(
        `${error.message}. Is a ${listenerOf(settings)} listening at ${url}?`,
        { cause: error },
      );
    if (error instanceof NoReply)
      throw new UnreachableError(`${error.message}. ${silenceHint(url, listenerOf(settings))}`, {
        cause: error,
      });
    throw error;
  } finally {
    client.close();
  }
}

function silenceHint(url: string, listener: string): string {
  return url.startsWith('http:')
    ? `Is it a ${listener} that listens at ${url}? If it speaks TLS, write https://.`
    : `Is it a ${listener} that listens at ${url}? If it does not speak TLS, write http://.`;
}
