import { curlLine } from '../curl.ts';
import type { Exchange, Header, RequirementResult } from '../result.ts';
import { topicOf } from '../summary.ts';
import { html, raw, type Html } from './html-template.ts';

/** A body longer than this many characters is cut, so that a report stays light. */
const LONGEST_BODY = 4000;

/** A requirement with what came of it and the exchanges that show it. */
export function card(base: string, requirement: RequirementResult): Html {
  const { id, api, level, outcome, text, source, confidence, cause, failure } = requirement;
  const { today, claim, since, until, exchanges, leftBehind = [], duration } = requirement;
  const isOpen = outcome === 'fail' || outcome === 'harness error';
  return html`<details
    id="${id}"
    class="card ${outcome.replace(' ', '-')}"
    data-outcome="${outcome}"
    data-level="${level}"
    data-api="${api}"
    data-topic="${topicOf(requirement)}"
    ${isOpen ? raw(' open') : ''}
  >
    <summary>
      <span class="badge">${outcome}</span> <a href="#${id}">${id}</a>
      <span class="level">${level.toUpperCase()}</span><br /><span class="sentence">${text}</span>
    </summary>
    <dl>
      ${
        source.documented === undefined
          ? ''
          : html`<dt>documented</dt>
              <dd>${source.documented}</dd>`
      }
      ${
        source.observed === undefined
          ? ''
          : html`<dt>observed on</dt>
              <dd>${source.observed.join(', ')}</dd>`
      }
      ${
        source.client === undefined
          ? ''
          : html`<dt>needed by</dt>
              <dd>${source.client.join(', ')}</dd>`
      }
      ${
        source.inferred === undefined
          ? ''
          : html`<dt>inferred</dt>
              <dd>${source.inferred}</dd>`
      }
      ${
        confidence === undefined
          ? ''
          : html`<dt>confidence</dt>
              <dd>${confidence}</dd>`
      }
      ${
        claim === undefined
          ? ''
          : html`<dt>somebody says</dt>
              <dd>${claim.says} (${claim.verdict})</dd>`
      }
      ${
        today === undefined
          ? ''
          : html`<dt>today</dt>
              <dd><a href="#${today}">${today}</a></dd>`
      }
      ${
        since === undefined && until === undefined
          ? ''
          : html`<dt>Salt lines</dt>
              <dd>${since ?? 'first'} to ${until ?? 'newest'}</dd>`
      }
      ${
        cause === undefined
          ? ''
          : html`<dt>why</dt>
              <dd>${cause}</dd>`
      }
      ${leftBehind.map(
        (line) =>
          html`<dt>left behind</dt>
            <dd>${line}</dd>`,
      )}
      <dt>took</dt>
      <dd>${duration.toFixed(1)} ms</dd>
    </dl>
    ${
      failure === undefined
        ? ''
        : html`<pre class="failure">
${failure.message}${failure.location === undefined ? '' : `\n\nat ${failure.location}`}</pre>
            ${
              failure.expected === undefined
                ? ''
                : html`<div class="compare">
                    <div>
                      <h3>expected</h3>
                      <pre>${cut(failure.expected)}</pre>
                    </div>
                    <div>
                      <h3>actual</h3>
                      <pre>${cut(failure.actual ?? '')}</pre>
                    </div>
                  </div>`
            }`
    }
    ${exchanges.map((exchange) => exchangeOf(base, exchange))}
  </details> `;
}

function exchangeOf(base: string, exchange: Exchange): Html {
  const { request, response, at, duration, error } = exchange;
  const answer =
    response === undefined
      ? (error ?? 'no response')
      : `HTTP/1.1 ${response.status} ${response.reason}\n${headerLines(response.headers)}\n\n${cut(response.body)}`;
  return html`<div class="exchange">
    <h3>${request.method} ${request.path} <small>at ${at} ms, ${duration} ms</small></h3>
    <pre class="curl">${cut(curlLine(base, exchange))}</pre>
    <pre>${answer}</pre>
  </div> `;
}

function headerLines(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function cut(text: string): string {
  if (text.length <= LONGEST_BODY) return text;
  return `${text.slice(0, LONGEST_BODY)}\n… ${text.length - LONGEST_BODY} characters more in results.json`;
}
