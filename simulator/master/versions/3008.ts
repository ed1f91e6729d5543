import type { Profile } from './profile.ts';
import { salt3007 } from './3007.ts';

/** Salt 3008, as 3008.3 was seen to be. */
export const salt3008: Profile = {
  ...salt3007,
  line: '3008',
  version: '3008.3',
  keyListingOrder: ['minions_pre', 'minions_rejected', 'minions', 'minions_denied'],
  stampZone: '+00:00',
  firesBareJidEvent: false,
  publishesStartEvent: true,
  silentMinion: 'did not return text',
  wheelEvents: 'one pair',
  wheelJobsInCache: true,
  wheelHidesEarlyFailure: true,
  keyActs: { accept: 'accepted', reject: 'rejected', delete: 'delete' },
  keyEventHasPub: true,
  masterKeyName: 'master id',
  fingerprintOf: 'whole PEM',
  namedKeys: 'in any state',
  hasKeyGlobMatch: true,
  masksPillar: true,
  batch: {
    firesEvents: true,
    hasOneJid: true,
    leastSize: 1,
    badSize: 'SaltInvocationError',
    failhardShows: 'the first',
  },
  extraPublishKeys: true,
  globAcceptsLists: true,
  keySizes: 'as asked, from 1024 on',
  genAcceptSpares: 'every key',
  tokensAreFiles: false,
  keepsEmptySessions: false,
  tokensExpireOnDates: true,
  eauthModules: ['auto', 'file', 'ldap', 'pam', 'rest', 'sharedsecret'],
};
