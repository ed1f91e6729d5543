/** The header of a request whose body is JSON, to the letter. */
export const JSON_IN = ['Content-Type', 'application/json'] as const;
