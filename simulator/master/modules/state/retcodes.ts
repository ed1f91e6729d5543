/** How a minion tells that states did not run, since what describes them is wrong. */
export const COMPILER_ERROR = 1;

/** How a minion tells that a state has failed. */
export const STATE_FAILURE = 2;
