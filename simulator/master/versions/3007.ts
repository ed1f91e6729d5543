import type { Profile } from './profile.ts';
import { salt3006 } from './3006.ts';

/** Salt 3007, as 3007.15 was seen to be: 3006 with one more event. */
export const salt3007: Profile = {
  ...salt3006,
  line: '3007',
  version: '3007.15',
  firesPublishEvent: true,
  tornado: {
    version: '6.6.1',
    headerReader: 'as written',
    emptyTokenCounts: true,
    cookieQuotes: 'taken off',
    tellsOfClosing: true,
    brokenMultipart: 'refused',
    alwaysHasWebsockets: false,
    framesEvents: false,
    endsEvents: false,
    reading: 'strict',
    websocket: {
      versions: ['13'],
      checksOrigin: 'by Sec-Fetch-Site',
      failedHandler: 'closed',
      answersAfterClosing: false,
      badReason: 'closed',
      noticesEnd: false,
      lingersAfterTooBig: false,
    },
  },
  namesPillarKeywords: true,
  states: {
    ...salt3006.states,
    tellsIncluder: true,
    remembersEmptyTrials: false,
    lacksParameters: { 'file.append': ['show_changes'], 'file.managed': ['new_file_diff'] },
  },
  lacksFunctions: [
    'saltutil.refresh_resources',
    'saltutil.sync_resources',
    'state.graph',
    'state.graph_highstate',
  ],
  lacksRunners: [],
  lacksParameters: { 'file.is_link': ['nostat'] },
  resolvesUnfollowedLinks: false,
  eauthOnlyChunk: 'unauthorized',
};
