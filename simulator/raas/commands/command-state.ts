/** The states that a command goes through (raas §6). */
export const COMMAND_STATES = [
  'new',
  'retrieved',
  'skipped',
  'pausing',
  'paused',
  'resuming',
  'resumed',
  'stopping',
  'stopped',
  'disabled',
  'completed_missing_returns',
  'completed_all_successful',
  'completed_failures',
] as const;
export type CommandState = (typeof COMMAND_STATES)[number];
