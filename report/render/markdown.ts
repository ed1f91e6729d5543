import type { Api, RequirementResult, RunResult } from '../result.ts';
import { verdictWords } from '../part-of-suite.ts';
import { printable } from '../printable.ts';
import {
  countByLevel,
  countByTopicAndApi,
  countOutcomes,
  countsWords,
  groupByTopic,
  leftBehindBy,
} from '../summary.ts';
import { judgedApis, placeWords, targetWords } from '../target-words.ts';

/** The result for a CI's step summary: the verdict, the counts, what failed and what was not tried. */
export function renderMarkdown(result: RunResult): string {
  const { requirements } = result;
  const apis = judgedApis(result).map(({ api }) => api);
  const left = leftBehindBy(requirements);
  const failed = requirements.filter(
    ({ outcome }) => outcome === 'fail' || outcome === 'harness error',
  );
  const open = requirements.filter(({ outcome }) => outcome === 'not verified');
  return [
    `# ${verdictWords(result)}: ${escapeMarkdown(targetWords(result))}`,
    '',
    `${escapeMarkdown(placeWords(result))}, saltproof ${result.suite.version}, ${requirements.length} requirements, ${(result.run.duration / 1000).toFixed(1)} s`,
    '',
    '| level | pass | fail | known | not applicable | not verified | harness error |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...countByLevel(requirements).map(([level, counts]) => row(level, counts)),
    '',
    ...section('Failed', failed),
    ...section('Not verified', open),
    ...(left.length > 0
      ? ['## Left behind', '', ...left.map((line) => `* ${escapeMarkdown(line)}`), '']
      : []),
    ...(apis.length > 1 ? byApi(requirements, apis) : []),
    '## Topics',
    '',
    '| topic | pass | fail | known | not applicable | not verified | harness error |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...groupByTopic(requirements).map(([topic, results]) => row(topic, countOutcomes(results))),
    '',
  ].join('\n');
}

/** Topics and what passed of them, a column an API. */
function byApi(requirements: readonly RequirementResult[], apis: readonly Api[]): string[] {
  const rows = countByTopicAndApi(requirements, apis).map(([topic, counts]) =>
    [escapeMarkdown(topic), ...counts.map(countsWords)].join(' | '),
  );
  return [
    '## APIs',
    '',
    `| topic | ${apis.join(' | ')} |`,
    `| --- | ${apis.map(() => '---:').join(' | ')} |`,
    ...rows.map((cells) => `| ${cells} |`),
    '',
  ];
}

function row(name: string, counts: Readonly<Record<string, number>>): string {
  return `| ${[escapeMarkdown(name), ...Object.values(counts)].join(' | ')} |`;
}

function section(title: string, results: readonly RequirementResult[]): string[] {
  if (results.length === 0) return [];
  const lines = results.map(({ id, level, text, failure, cause }) => {
    const why = (failure?.message ?? cause ?? '').split('\n')[0] ?? '';
    return `* ${escapeMarkdown(id)} (${level.toUpperCase()}) ${escapeMarkdown(text)} ${why === '' ? '' : `**${escapeMarkdown(why)}**`}`;
  });
  return [`## ${title}`, '', ...lines, ''];
}

function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_<>|[\]]/g, '\\$&');
}
