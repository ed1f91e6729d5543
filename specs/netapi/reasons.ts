/** Why something is not required of rest_tornado (rest-tornado-wsgi §3.2, §3.4; seen on 3006.28, 3007.15 and 3008.3). */
export const NOT_OF_TORNADO = {
  bareReturns:
    'It answers what functions returned and nothing beside it, whatever full_return says.',
  patience:
    'It waits for nobody longer than gather_job_timeout, which a minion that looks at all its modules may need.',
  silence: 'It leaves out of its answer whoever was silent.',
  wheel: 'It has no wheel client, by which the suite learns what there is.',
} as const;
