import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';

const observed = { observed: EVERY_LINE };
const needs = ['minion', 'limited user'] as const;
const REFUSED = 'Authorization error occurred.';

requirement(
  'cherrypy.rights.function',
  {
    level: 'must',
    text: 'A function that a user may not run is answered with 401 and says that it is not authorised, for local and local_async.',
    source: { documented: 'Salt, External authentication', observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    for (const client of ['local', 'local_async']) {
      const chunk = { client, tgt: target.minion, fun: 'grains.items' };
      expectErrorPage(await target.limited.lowstate(chunk), 401, REFUSED);
    }
  },
);

requirement(
  'cherrypy.rights.before-the-target',
  {
    level: 'should',
    text: 'Rights are looked at before the target: a function that a user may not run is refused although nobody is targeted.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.unique('nobody'), fun: 'grains.items' };
    expectErrorPage(await target.limited.lowstate(chunk), 401, REFUSED);
  },
);
