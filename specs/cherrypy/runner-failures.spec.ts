import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { SERVER_ERROR } from './error-page.ts';

const source = { documented: 'netapi, runner client', observed: EVERY_LINE };

requirement(
  'cherrypy.runner.kwarg-no-dict',
  {
    level: 'should',
    text: 'A kwarg that is no dict is answered with 500 and the JSON body of an unexpected error.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner', fun: 'test.arg', kwarg: null });
    expect(reply.status).toBe(500);
    expect(reply.body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.runner.unknown-function',
  {
    level: 'must',
    text: 'A runner function that does not exist is answered with 500 and the JSON body of an unexpected error.',
    source: source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner', fun: 'nosuch.fun' });
    expect(reply.status).toBe(500);
    expect(reply.headerValues('Content-Type')).toEqual(['application/json']);
    expect(reply.body).toBe(SERVER_ERROR);
  },
);

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
  'cherrypy.runner.missing-argument',
  {
    level: 'must',
    text: 'A missing argument of a runner is told in what it returns, with 200, and counts as a success.',
    source: source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'jobs.lookup_jid',
      full_return: true,
    });
    const [{ data }] = target.shape(reply, 'runner-event').return;
    expect(data.success).toBe(true);
    expect(data.return).toMatch(
      /^\nPassed invalid arguments: lookup_jid\(\) missing 1 required positional argument: 'jid'\n\nUsage:\n/,
    );
  },
);

requirement(
  'cherrypy.runner.exception',
  {
    level: 'should',
    text: 'An exception in a runner is told in what it returns, with 200: the function, and the last line of the traceback.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'jobs.list_job',
      jid: '20001301000000000000',
    });
    expect(reply.status).toBe(200);
    const [text] = target.shape(reply, 'return-list').return;
    expect(text).toMatch(
      /^Exception occurred in runner jobs\.list_job: Traceback \(most recent call last\):\n(?:[^]*\n)?IndexError: list index out of range\n$/,
    );
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

requirement(
  'cherrypy.runner.refused',
  {
    level: 'must',
    text: 'A runner that the user may not call is answered with 401, which names the user.',
    source: source,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const reply = await target.limited.lowstate({ client: 'runner', fun: 'manage.present' });
    expect(reply.status).toBe(401);
    expect(reply.body).toMatch(
      /<p>Authentication failure of type "token" occurred for user .+\.<\/p>/,
    );
  },
);
