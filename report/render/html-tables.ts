import { OUTCOMES, type Api, type RequirementResult } from '../result.ts';
import { countByTopicAndApi, countOutcomes, countsWords } from '../summary.ts';
import { html, type Html } from './html-template.ts';

/** Outcomes by how much attention they need, the most first. */
export const ATTENTION = [
  'fail',
  'harness error',
  'not verified',
  'known',
  'pass',
  'not applicable',
];

/** What passed of each topic, a column an API. */
export function apiTable(requirements: readonly RequirementResult[], apis: readonly Api[]): Html {
  const sums = apis.map((name) => countOutcomes(requirements.filter(({ api }) => api === name)));
  const rows = [['all', sums] as const, ...countByTopicAndApi(requirements, apis)];
  return html`<section>
    <h2>By API</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">topic</th>
          ${apis.map((api) => html`<th scope="col">${api}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([topic, counts]) =>
            html`<tr>
              <th scope="row">${topic}</th>
              ${counts.map(
                (one) =>
                  html`<td class="${one === undefined ? 'none' : worstOf(one)}">
                    ${countsWords(one)}
                  </td>`,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </section>`;
}

/** The outcome that colours a cell. */
function worstOf(counts: Readonly<Record<string, number>>): string {
  return (ATTENTION.find((outcome) => (counts[outcome] ?? 0) > 0) ?? 'none').replace(' ', '-');
}

/** Counts of outcomes, a line for each label. */
export function countsTable(
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
