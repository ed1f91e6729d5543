import type { Minion } from '../fleet.ts';

/** Whether one minion is named by a target whose expression has been read. */
export type MinionTest = (minion: Minion) => boolean;

/**
 * Reads the expression of a target type.
 *
 * @throws any error for an expression that cannot be read; the target then names nobody
 */
export type Matcher = (expression: string, delimiter: string) => MinionTest;
