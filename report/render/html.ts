import { verdictWords } from '../part-of-suite.ts';
import {
  OUTCOMES,
  type Api,
  type JudgedApi,
  type RequirementResult,
  type RunResult,
} from '../result.ts';
import { countByLevel, countOutcomes, groupByTopic, topicOf } from '../summary.ts';
import { judgedApis, targetWords } from '../target-words.ts';
import { card } from './html-card.ts';
import { SCRIPT } from './html-script.ts';
import { STYLES } from './html-styles.ts';
import { apiTable, ATTENTION, countsTable } from './html-tables.ts';
import { html, raw, type Html } from './html-template.ts';

/** The result as one HTML page that needs nothing else: no network, no other file. */
export function renderHtml(result: RunResult): string {
  const { target, run, verdict, suite, requirements } = result;
  const apis = judgedApis(result);
  const sorted = requirements.toSorted(
    (a, b) => ATTENTION.indexOf(a.outcome) - ATTENTION.indexOf(b.outcome),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${verdictWords(result)}: ${targetWords(result)}</title>
        <style>
          ${raw(STYLES)}
        </style>
      </head>
      <body>
        <header class="${verdict.replace(' ', '-')}">
          <p class="product">saltproof ${suite.version}</p>
          <h1>${verdictWords(result)}</h1>
          <p>
            ${targetWords(result)}, ${target.kind} at
            ${apis.map(
              ({ url, server }, at) =>
                html`${at === 0 ? '' : ' and '}<code>${url}</code>${server === undefined ? '' : ` (${server})`}`,
            )}
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
          ${
            apis.length > 1
              ? apiTable(
                  requirements,
                  apis.map(({ api }) => api),
                )
              : ''
          }
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
              ${sorted.map((requirement) => card(urlOf(requirement.api, apis), requirement))}
            </div>
          </section>
        </main>
        <script>
          ${raw(SCRIPT)};
        </script>
      </body>
    </html> `.text;
}

function urlOf(name: Api, apis: readonly JudgedApi[]): string {
  return apis.find(({ api }) => api === name)?.url ?? '';
}

function filters(requirements: readonly RequirementResult[]): Html {
  const topics = [...new Set(requirements.map(topicOf))].toSorted();
  const apis = [...new Set(requirements.map(({ api }) => api))];
  return html`<form class="filters" aria-label="Filter requirements">
    ${select('outcome', OUTCOMES)}${select('level', ['must', 'should', 'may'])}${select('topic', topics)}${apis.length > 1 ? select('api', apis) : ''}
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
