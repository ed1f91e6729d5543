/** Why something is not required of rest_tornado (rest-tornado-wsgi §3.2, §3.4; seen on 3006.28, 3007.15 and 3008.3). */
export const NOT_OF_TORNADO = {
  bareReturns:
    'It answers what functions returned and nothing beside it, whatever full_return says.',
  patience:
    'It waits for nobody longer than gather_job_timeout, which a minion that looks at all its modules may need.',
  silence: 'It leaves out of its answer whoever was silent.',
  wheel: 'It has no wheel client, by which the suite learns what there is.',
} as const;

/** Why something is not required of rest_wsgi (rest-tornado-wsgi §7). */
export const NOT_OF_WSGI = {
  length: 'It counts characters for bytes, so that what is not ASCII comes cut short.',
  manual:
    'Its replies are known of a manual alone, whose Salt has a version and stamps of its own.',
  session: 'It knows no sessions, and these bytes are sent in one.',
} as const;
