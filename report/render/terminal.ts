import { styleText } from 'node:util';
import type { Api, RequirementResult, RunResult, Verdict } from '../result.ts';
import { verdictWords } from '../part-of-suite.ts';
import { printable } from '../printable.ts';
import { countByLevel, countOutcomes, countsWords, leftBehindBy } from '../summary.ts';
import { judgedApis, placeWords, targetWords } from '../target-words.ts';

/** Failures shown in full; more are counted. */
const MOST_FAILURES = 8;

const VERDICT_STYLES = {
  conformant: 'green',
  'not conformant': 'red',
  incomplete: 'yellow',
} as const satisfies Readonly<Record<Verdict, Parameters<typeof styleText>[0]>>;

/** The result in at most some forty lines for a terminal. */
export function renderTerminal(result: RunResult, { colours = false } = {}): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colours ? styleText(style, text) : text;
  const { verdict, requirements } = result;
  const apis = judgedApis(result).map(({ api }) => api);
  const failures = requirements.filter(
    ({ outcome }) => outcome === 'fail' || outcome === 'harness error',
  );
  const open = requirements.filter(({ outcome }) => outcome === 'not verified');
  const words = verdictWords(result);
  return [
    ...failures.slice(0, MOST_FAILURES).flatMap((failure) => describeFailure(failure, paint)),
    ...(failures.length > MOST_FAILURES
      ? [`... and ${failures.length - MOST_FAILURES} more; see the report`, '']
      : []),
    ...causesOf(open),
    ...leftBehindBy(requirements).map((line) => `left behind by ${printable(line)}`),
    ...countByLevel(requirements).map(([level, counts]) => {
      const parts = Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([outcome, count]) => `${count} ${outcome}`);
      return `${level.toUpperCase().padEnd(7)} ${parts.join(', ') || 'none'}`;
    }),
    ...(apis.length > 1 ? apis.map((api) => apiLine(api, requirements)) : []),
    '',
    paint(
      VERDICT_STYLES[verdict],
      `${verdict.toUpperCase()}${words.slice(verdict.length)}: ${targetWords(result)}, ${placeWords(result)}`,
    ),
    '',
  ].join('\n');
}

function apiLine(name: Api, requirements: readonly RequirementResult[]): string {
  const counts = countOutcomes(requirements.filter(({ api }) => api === name));
  return `${name.padEnd(8)} ${countsWords(counts)} passed`;
}

function describeFailure(
  { id, level, text, outcome, cause, failure }: RequirementResult,
  paint: (style: 'red', text: string) => string,
): string[] {
  const lines = (failure?.message ?? cause ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 4);
  return [
    `${paint('red', outcome.toUpperCase())} ${printable(id)} (${level.toUpperCase()})`,
    `  ${printable(text)}`,
    ...lines.map((line) => `    ${printable(line)}`),
    '',
  ];
}

/** The requirements that could not be tried, counted by the reason. */
function causesOf(open: readonly RequirementResult[]): string[] {
  const causes = new Map<string, number>();
  for (const { cause = 'no reason given' } of open) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const lines = [...causes].map(([cause, count]) => `not verified: ${count} (${printable(cause)})`);
  return lines.length > 0 ? [...lines, ''] : [];
}
