import type { RequirementResult, RunResult } from '../result.ts';
import { verdictWords } from '../part-of-suite.ts';
import { printable } from '../printable.ts';
import { countByLevel, countOutcomes, groupByTopic } from '../summary.ts';

/** The result for a CI's step summary: the verdict, the counts, what failed and what was not tried. */
export function renderMarkdown(result: RunResult): string {
  const { target, requirements } = result;
  const failed = requirements.filter(
    ({ outcome }) => outcome === 'fail' || outcome === 'harness error',
  );
  const open = requirements.filter(({ outcome }) => outcome === 'not verified');
  return [
    `# ${verdictWords(result)}: ${target.api} of Salt ${escapeMarkdown(target.salt)}`,
    '',
    `${target.kind} at ${escapeMarkdown(target.url)}, saltproof ${result.suite.version}, ${requirements.length} requirements, ${(result.run.duration / 1000).toFixed(1)} s`,
    '',
    '| level | pass | fail | known | not applicable | not verified | harness error |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...countByLevel(requirements).map(([level, counts]) => row(level, counts)),
    '',
    ...section('Failed', failed),
    ...section('Not verified', open),
    '## Topics',
    '',
    '| topic | pass | fail | known | not applicable | not verified | harness error |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...groupByTopic(requirements).map(([topic, results]) => row(topic, countOutcomes(results))),
    '',
  ].join('\n');
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
