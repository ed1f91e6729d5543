import { DOCUMENTED_LINE } from '../salt-lines.ts';

/** The line of requirements about the world of the manual, where replies of rest_wsgi arrive; today none does. */
export const DOCUMENTED = {
  since: DOCUMENTED_LINE,
  until: DOCUMENTED_LINE,
  today: 'wsgi.breakdown.ping',
} as const;

/** What the manual of salt-api 0.8.4 says of rest_wsgi. */
export const MANUAL = 'salt-api 0.8.4, rest_wsgi, the whole chapter';

/** What the manual leaves out, and the module would answer on a server that takes its replies. */
export const MEANT = {
  inferred: 'the source of rest_wsgi (rest-tornado-wsgi §7.2 to §7.5)',
} as const;
