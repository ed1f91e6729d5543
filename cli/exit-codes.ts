/** What the exit code of `saltproof` says. */
export const EXIT = {
  conformant: 0,
  notConformant: 1,
  wrongUse: 2,
  unreachable: 3,
  ownFault: 4,
} as const;

/** A code that a command may end with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
