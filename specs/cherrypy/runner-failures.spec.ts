import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const source = { documented: 'netapi, runner client', observed: EVERY_LINE };

requirement(
  'cherrypy.runner.no-fun',
  {
    level: 'should',
    text: 'A runner chunk without fun is answered with 400, which names the client.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('<p>runner takes at least 1 argument (0 given)</p>');
  },
);

requirement(
  'cherrypy.runner.timeout',
  {
    level: 'must',
    text: 'A runner that takes longer than the timeout of its chunk is answered with the HTML page of 504.',
    source: source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'test.sleep',
      s_time: 4,
      timeout: 1,
    });
    expect(reply.status).toBe(504);
    expect(reply.body).toContain('<p>The gateway server did not receive a timely response</p>');
  },
);

requirement(
  'cherrypy.runner.timeout-text',
  {
    level: 'should',
    text: 'The timeout of a runner may be a number in a text; any other text is answered with 500.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const chunk = { client: 'runner', fun: 'test.arg' };
    expect((await target.lowstate({ ...chunk, timeout: '60' })).status).toBe(200);
    expect((await target.lowstate({ ...chunk, timeout: 'soon' })).status).toBe(500);
  },
);
