import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

requirement(
  'cherrypy.root.welcome',
  {
    level: 'must',
    text: 'GET / answers 200 with the welcome document and the list of clients, without credentials.',
    source: { documented: 'rest_cherrypy, LowDataAdapter.GET', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.status).toBe(200);
    target.shape(reply, 'welcome');
  },
);
