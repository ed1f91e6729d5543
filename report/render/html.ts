import {
  OUTCOMES,
  type Exchange,
  type Header,
  type RequirementResult,
  type RunResult,
} from '../result.ts';
import { verdictWords } from '../part-of-suite.ts';
import { curlLine } from '../curl.ts';
import { countByLevel, countOutcomes, groupByTopic, topicOf } from '../summary.ts';
import { html, raw, type Html } from './html-template.ts';
import { SCRIPT } from './html-script.ts';
import { STYLES } from './html-styles.ts';

/** A body longer than this many characters is cut, so that a report stays light. */
const LONGEST_BODY = 4000;

/** The order in which requirements stand: what needs attention first. */
const ORDER = ['fail', 'harness error', 'not verified', 'known', 'pass', 'not applicable'];

/** The result as one HTML page that needs nothing else: no network, no other file. */
export function renderHtml(result: RunResult): string {
  const { target, run, verdict, suite, requirements } = result;
  const sorted = requirements.toSorted(
    (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${verdictWords(result)}: ${target.api} of Salt ${target.salt}</title>
        <style>
          ${raw(STYLES)}
        </style>
      </head>
      <body>
        <header class="${verdict.replace(' ', '-')}">
          <p class="product">saltproof ${suite.version}</p>
          <h1>${verdictWords(result)}</h1>
          <p>
            ${target.api} of Salt ${target.salt}, ${target.kind} at
            <code>${target.url}</code>${target.server === undefined ? '' : ` (${target.server})`}
          </p>
          <p class="facts">
            ${run.startedAt} · ${(run.duration / 1000).toFixed(1)} s · Node ${run.node} · seed
            ${run.seed} · ${requirements.length}
            requirements${run.shard === undefined ? '' : ` · shard ${run.shard}`}
          </p>
        </header>
        <main>
          <section>
            <h2>By level</h2>
            ${countsTable(
              'level',
              countByLevel(requirements).map(([level, counts]) => [level.toUpperCase(), counts]),
            )}
          </section>
          <section>
            <h2>By topic</h2>
            ${countsTable(
              'topic',
              groupByTopic(requirements).map(([topic, results]) => [topic, countOutcomes(results)]),
            )}
          </section>
          <section>
            <h2>Requirements</h2>
            ${filters(requirements)}
            <div id="requirements">
              ${sorted.map((requirement) => card(target.url, requirement))}
            </div>
          </section>
        </main>
        <script>
          ${raw(SCRIPT)};
        </script>
      </body>
    </html> `.text;
}

function countsTable(
  name: string,
  rows: readonly (readonly [string, Readonly<Record<string, number>>])[],
): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${name}</th>
        ${OUTCOMES.map((outcome) => html`<th scope="col">${outcome}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([label, counts]) =>
          html`<tr>
            <th scope="row">${label}</th>
            ${OUTCOMES.map(
              (outcome) =>
                html`<td class="${counts[outcome] === 0 ? 'none' : outcome.replace(' ', '-')}">
                  ${counts[outcome] ?? 0}
                </td>`,
            )}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function filters(requirements: readonly RequirementResult[]): Html {
  const topics = groupByTopic(requirements).map(([topic]) => topic);
  return html`<form class="filters" aria-label="Filter requirements">
    ${select('outcome', OUTCOMES)}${select('level', ['must', 'should', 'may'])}${select('topic', topics)}
    <label>text <input type="search" data-filter="text" /></label>
    <output></output>
  </form>`;
}

function select(name: string, values: readonly string[]): Html {
  return html`<label
    >${name}
    <select data-filter="${name}">
      <option value="">all</option>
      ${values.map((value) => html`<option>${value}</option>`)}
    </select></label
  >`;
}

function card(base: string, requirement: RequirementResult): Html {
  const { id, level, outcome, text, source, since, until, cause, failure, exchanges, duration } =
    requirement;
  const isOpen = outcome === 'fail' || outcome === 'harness error';
  return html`<details
    id="${id}"
    class="card ${outcome.replace(' ', '-')}"
    data-outcome="${outcome}"
    data-level="${level}"
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
