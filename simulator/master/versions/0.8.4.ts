import type { Profile } from './profile.ts';
import { salt3006 } from './3006.ts';

/**
 * The world that the manual of salt-api 0.8.4 tells of. Nobody can ask what Salt of that time
 * answered: this is Salt 3006 but where the manual says otherwise (rest-cherrypy §21,
 * rest-tornado-wsgi §8; decisions/documented-world.md).
 */
export const salt084: Profile = {
  ...salt3006,
  line: '0.8.4',
  version: '0.8.4',
  stampSeparator: '_',
  tokenHash: 'sha1',
  tornado: { ...salt3006.tornado, alwaysHasWebsockets: true, framesEvents: true },
  canBeAttachedToRaas: false,
  wsgi: { ...salt3006.wsgi, bodies: 'bytes' },
  cherrypy: {
    loginReturn: 'a dict',
    sessionIdBytes: 4,
    cookieHasMaxAge: false,
    sessionLife: 'as long as its Salt token',
    hasLoginPage: true,
    loneDict: 'refused',
    bodyLimit: 1_048_576,
    jobLinks: 'in each job',
    grainsUnder: 'grains.items',
    startTimeName: 'Start Time',
    eventsTokenInUrl: true,
    hookTellsBody: false,
    lacksUrls: ['keys', 'token'],
  },
};
