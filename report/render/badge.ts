import { partOf } from '../part-of-suite.ts';
import type { RunResult, Verdict } from '../result.ts';

const COLOURS = {
  conformant: 'brightgreen',
  'not conformant': 'red',
  incomplete: 'yellow',
} as const satisfies Readonly<Record<Verdict, string>>;

/** The verdict as the JSON that shields.io's endpoint badges read; one on a part of the suite says so, and is not as green. */
export function renderBadge({ target, verdict, requirements }: RunResult): string {
  const part = partOf(requirements);
  const badge = {
    schemaVersion: 1,
    label: `saltproof ${target.api} ${target.salt}`,
    message: part === undefined ? verdict : `${verdict} (${part.run} of ${part.all})`,
    color: part !== undefined && verdict === 'conformant' ? 'yellowgreen' : COLOURS[verdict],
  };
  return `${JSON.stringify(badge)}\n`;
}
