import { CLIENTS } from './sources.ts';

/** How much weighs what discovery tells by names of parameters and of members of replies, and nobody says. */
export const TOLD_BY_NAMES = {
  level: 'should',
  source: {
    client: [CLIENTS.mcp],
    inferred: 'the names of parameters and of members of replies',
  },
  confidence: 'inferred',
} as const;
