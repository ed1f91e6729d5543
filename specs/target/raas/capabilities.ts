import type { CapabilityFacts } from '../capabilities.ts';

/** What a requirement may need of a RaaS or of the run. */
export const RAAS_CAPABILITIES = {
  writes: { what: 'the run to change things (--allow writes)', absent: 'not verified' },
  'own login': {
    what: 'a user to log in as (--username, --password), not a token',
    absent: 'not verified',
  },
  'limited user': {
    what: 'a second user with few rights (--limited USER:PASSWORD)',
    absent: 'not verified',
  },
  'internal user': {
    what: 'a user of the back end internal: HTTP Basic can name no other',
    absent: 'not verified',
  },
  superuser: { what: 'a user with the role Superuser', absent: 'not verified' },
  master: { what: 'a Salt master that is attached', absent: 'not verified' },
  minion: { what: 'a minion whose key is accepted', absent: 'not verified' },
  xsrf: { what: 'tornado_xsrf_cookies_enabled', absent: 'not applicable' },
  'tellable clock': { what: 'a simulator whose clock is virtual', absent: 'not applicable' },
} as const satisfies Readonly<Record<string, CapabilityFacts>>;

/** The name of something that a requirement may need of a RaaS. */
export type RaasCapability = keyof typeof RAAS_CAPABILITIES;
