import type { Minion } from '../../master/fleet.ts';
import { str } from '../../python/repr.ts';

/** What of a minion decides which checks and advisories are for it. */
export interface System {
  readonly kernel: string;
  readonly os_family: string;
}

/** The system of a minion; one whose grains do not tell it runs Debian, so that a fleet of bare ids has something to find. */
export function systemOf({ grains }: Minion): System {
  const kernel = str(grains.get('kernel') ?? 'Linux');
  const standard = kernel === 'Linux' ? 'Debian' : kernel;
  return { kernel, os_family: str(grains.get('os_family') ?? standard) };
}
