import { partOf } from '../part-of-suite.ts';
import type { RunResult, Verdict } from '../result.ts';
import { judgedApis } from '../target-words.ts';

const COLOURS = {
  conformant: 'brightgreen',
  'not conformant': 'red',
  incomplete: 'yellow',
} as const satisfies Readonly<Record<Verdict, string>>;

/** The verdict as the JSON that shields.io's endpoint badges read; one on a part of the suite says so, and is not as green. */
export function renderBadge(result: RunResult): string {
  const { verdict, requirements } = result;
  const apis = judgedApis(result).map(
    ({ api, salt }) => `${api}${salt === undefined ? '' : ` ${salt}`}`,
  );
  const part = partOf(requirements);
  const badge = {
    schemaVersion: 1,
    label: `saltproof ${apis.join(', ')}`,
    message: part === undefined ? verdict : `${verdict} (${part.run} of ${part.all})`,
    color: part !== undefined && verdict === 'conformant' ? 'yellowgreen' : COLOURS[verdict],
  };
  return `${JSON.stringify(badge)}\n`;
}
