import type { Simulator } from '../../simulator/index.ts';

/** The time of a simulator's clock in seconds since the epoch, as its control API tells it. */
export async function nowOf({ control }: Pick<Simulator, 'control'>): Promise<number> {
  return ((await (await fetch(control)).json()) as { now: number }).now;
}
