import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { emptyModel } from '../models/session-model.ts';
import { sessionScripts } from '../models/session-scripts.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';

requirement(
  'cherrypy.session-model.any-script',
  {
    level: 'must',
    text: 'In whatever order users log in, run, log out, listen, fire and wait: a session is good until its log-out, runs until its token dies, and a listener hears every event until then.',
    source: { documented: 'rest_cherrypy, Login, Logout and Events', observed: EVERY_LINE },
    needs: ['own login', 'runner', 'token expire override'],
  },
  async ({ target }) => {
    const canWait = target.has('tellable clock');
    const script = sessionScripts(canWait ? 30 : 12, canWait);
    const property = fc.asyncProperty(script, (commands) =>
      fc.asyncModelRun(() => ({ model: emptyModel(), real: target }), commands),
    );
    await expectProperty(property, canWait ? 25 : 4);
  },
);
