import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const source = { documented: 'rest_cherrypy, LowDataAdapter.POST', observed: EVERY_LINE };

requirement(
  'cherrypy.local.anonymous',
  { level: 'must', text: 'POST / without a session answers 401.', source },
  async ({ target }) => {
    expect((await target.post('/', [{ client: 'local', tgt: '*', fun: 'test.ping' }])).status).toBe(
      401,
    );
  },
);

requirement(
  'cherrypy.local.invalid-client',
  {
    level: 'must',
    text: 'A client that does not exist is answered with 400 and its name.',
    source,
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'foo', tgt: '*', fun: 'test.ping' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain("<p>Invalid client specified: 'foo'</p>");
  },
);
