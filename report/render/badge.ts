import type { RunResult, Verdict } from '../result.ts';

const COLOURS = {
  conformant: 'brightgreen',
  'not conformant': 'red',
  incomplete: 'yellow',
} as const satisfies Readonly<Record<Verdict, string>>;

/** The verdict as the JSON that shields.io's endpoint badges read. */
export function renderBadge({ target, verdict }: RunResult): string {
  const badge = {
    schemaVersion: 1,
    label: `saltproof ${target.api} ${target.salt}`,
    message: verdict,
    color: COLOURS[verdict],
  };
  return `${JSON.stringify(badge)}\n`;
}
