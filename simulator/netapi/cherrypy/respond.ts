import { httpDate } from '../../python/datetime.ts';
import { dispatch, type UrlMap } from './dispatch/dispatch.ts';
import type { Exchange } from './exchange.ts';
import { finalize } from './answer/finalize.ts';
import { HTTPError } from './answer/http-error.ts';
import { lacksHost, refuseWithoutHost } from './pipeline/missing-host.ts';
import { answerOutsideMount, isOutsideMount } from './pipeline/outside-mount.ts';
import { cors } from './pipeline/cors.ts';
import { gzip } from './pipeline/gzip.ts';
import { htmlOverride } from './pipeline/html-override.ts';
import { hypermediaIn } from './pipeline/hypermedia-in.ts';
import { hypermediaOut } from './pipeline/hypermedia-out.ts';
import { ipVerify } from './pipeline/ip-verify.ts';
import { lowdataFmt } from './pipeline/lowdata-fmt.ts';
import { readCookies } from './pipeline/read-cookies.ts';
import { saltAuth } from './pipeline/salt-auth.ts';
import { saltToken } from './pipeline/salt-token.ts';
import { openSession, saveSession } from './pipeline/sessions.ts';
import { staticFiles } from './pipeline/static-files.ts';
import { trailingSlash } from './pipeline/trailing-slash.ts';
import { answerFacts, requestFacts } from './statistics/counted-facts.ts';
import { Redirect } from './answer/redirect.ts';
import { setRedirect } from './answer/set-redirect.ts';
import { setErrorPage } from './answer/set-error-page.ts';
import { tellDefect } from '../../tell-defect.ts';
import { completeUpgrade } from './websocket/complete-upgrade.ts';
import { websocketUpgrade } from './websocket/upgrade.ts';

/** CherryPy's tools in the order they run before the answer is complete; the first that fails decides it. */
const BEFORE_HANDLER: readonly ((exchange: Exchange) => void | Promise<void>)[] = [
  saltToken,
  cors,
  openSession,
  websocketUpgrade,
  saltAuth,
  hypermediaIn,
  lowdataFmt,
  ipVerify,
  staticFiles,
  trailingSlash,
];

/**
 * Answers one request as rest_cherrypy does.
 *
 * An HTTPError on the way becomes its page and still passes the last tools; any other error is a
 * crash, whose page passes none of them (rest-cherrypy §1, §2.3).
 */
export async function respond(exchange: Exchange, urls: UrlMap): Promise<void> {
  const { responseHeaders, server } = exchange;
  responseHeaders.set('Content-Type', 'text/html');
  responseHeaders.set('Server', `CherryPy/${server.cherrypyVersion}`);
  responseHeaders.set('Date', httpDate(server.master.clock.now()));
  const refusal = readCookies(exchange);
  if (refusal !== undefined) setErrorPage(exchange, refusal);
  else if (lacksHost(exchange)) refuseWithoutHost(exchange);
  else if (isOutsideMount(exchange)) answerOutsideMount(exchange);
  else return answerCounted(exchange, urls);
  if (!exchange.isTakenOver) finalize(exchange);
}

/** Answers what the statistics count: whatever came as far as the tools. */
async function answerCounted(exchange: Exchange, urls: UrlMap): Promise<void> {
  const end = exchange.server.statistics.begin(() => requestFacts(exchange));
  await runTools(exchange, urls);
  if (exchange.isTakenOver) {
    exchange.res.once('close', () => end(answerFacts(exchange)));
  } else {
    finalize(exchange);
    end(answerFacts(exchange));
  }
}

async function runTools(exchange: Exchange, urls: UrlMap): Promise<void> {
  try {
    try {
      htmlOverride(exchange, urls);
      if (exchange.isTakenOver) return;
      dispatch(exchange, urls);
      for (const tool of BEFORE_HANDLER) {
        const pending = tool(exchange);
        if (pending !== undefined) await pending;
      }
      await hypermediaOut(exchange);
      if (exchange.isTakenOver) return;
      completeAnswer(exchange);
    } catch (error) {
      if (error instanceof HTTPError) setErrorPage(exchange, error);
      else if (error instanceof Redirect) setRedirect(exchange, error);
      else throw error;
      completeAnswer(exchange);
    }
  } catch (error) {
    tellDefect(error, `${exchange.req.method} ${exchange.req.url}`);
    setErrorPage(exchange, new HTTPError(500));
  }
}

function completeAnswer(exchange: Exchange): void {
  saveSession(exchange);
  gzip(exchange);
  completeUpgrade(exchange);
}
