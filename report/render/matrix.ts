import { printable } from '../printable.ts';
import type { RunResult } from '../result.ts';
import { judgedApis } from '../target-words.ts';

/** Several results side by side as a table in Markdown: a line a requirement, a column a result. */
export function renderMatrix(results: readonly RunResult[]): string {
  const ids = [
    ...new Set(results.flatMap(({ requirements }) => requirements.map(({ id }) => id))),
  ].toSorted();
  const heads = results.map((result) =>
    judgedApis(result)
      .map(({ api, salt, url }) => [api, salt, url].filter((part) => part !== undefined).join(' '))
      .join(', '),
  );
  const outcomes = results.map(
    ({ requirements }) => new Map(requirements.map(({ id, outcome }) => [id, outcome])),
  );
  const lines = [
    ['requirement', ...heads],
    ['---', ...heads.map(() => '---')],
    ...ids.map((id) => [id, ...outcomes.map((known) => known.get(id) ?? 'not there')]),
  ];
  return lines.map((cells) => `| ${cells.map(printable).join(' | ')} |\n`).join('');
}
