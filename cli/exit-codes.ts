/** What the exit code of `saltproof` says. */
export const EXIT = {
  conformant: 0,
  notConformant: 1,
  wrongUse: 2,
  unreachable: 3,
  ownFault: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
