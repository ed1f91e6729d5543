/** The farthest that a clock is moved at once: ten years. */
export const MOST_SECONDS = 315_360_000;
