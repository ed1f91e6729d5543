/** The body of a call that changes nothing, and what it returns: `test.echo`. */
export const ECHO = {
  resource: 'test',
  method: 'echo',
  kwarg: { message: 'hello' },
} as const;
