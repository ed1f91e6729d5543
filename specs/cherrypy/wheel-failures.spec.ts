import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { wheelData } from './wheel-data.ts';

const source = { documented: 'netapi, wheel client', observed: EVERY_LINE };

requirement(
  'cherrypy.wheel.unknown-function',
  {
    level: 'must',
    text: 'A wheel function that does not exist is answered with 200 and success false.',
    source: source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'nosuch.fun' });
    expect(data.success).toBe(false);
    expect(data.return).toMatch(/^Exception occurred in wheel nosuch\.fun: /);
  },
);

requirement(
  'cherrypy.wheel.unknown-function-text',
  {
    level: 'should',
    text: 'Up to 3007 the text about an unknown wheel function ends with the exception that says so.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'nosuch.fun' });
    expect(data.return).toMatch(
      /^Exception occurred in wheel nosuch\.fun: Traceback \(most recent call last\):\n(?:[^]*\n)?salt\.exceptions\.CommandExecutionError: 'nosuch\.fun' is not available\.\n$/,
    );
  },
);

requirement(
  'cherrypy.wheel.unknown-function-hidden',
  {
    level: 'may',
    text: 'On 3008 the text about an unknown wheel function is that of a defect, and _stamp comes last.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'nosuch.fun' });
    expect(data.return).toBe(
      "Exception occurred in wheel nosuch.fun: UnboundLocalError: cannot access local variable 'proc_fn' where it is not associated with a value",
    );
    expect(Object.keys(data).at(-1)).toBe('_stamp');
  },
);

requirement(
  'cherrypy.wheel.unknown-keyword',
  {
    level: 'should',
    text: 'A key of the chunk that the wheel function does not take makes the call fail, with 200 and success false.',
    source: { observed: EVERY_LINE },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'key.list_all', nonsense: 1 });
    expect(data.success).toBe(false);
    expect(data.return).toMatch(/^Exception occurred in wheel key\.list_all: /);
  },
);

requirement(
  'cherrypy.wheel.arg-alone',
  {
    level: 'should',
    text: 'arg without kwarg is no way to give a wheel function its arguments: the call fails.',
    source: { observed: EVERY_LINE },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'key.name_match', arg: ['*'] });
    expect(data.success).toBe(false);
  },
);

requirement(
  'cherrypy.wheel.full-return',
  {
    level: 'may',
    text: 'full_return makes a wheel call fail, since the client hands it on twice.',
    source: { observed: EVERY_LINE },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'minions.connected', full_return: true });
    expect(data.success).toBe(false);
    expect(data.return).toBe(
      "Exception occurred in wheel minions.connected: TypeError: salt.wheel.WheelClient.call_func() got multiple values for keyword argument 'full_return'",
    );
  },
);

requirement(
  'cherrypy.wheel.no-dot',
  {
    level: 'should',
    text: 'A wheel function name without a dot is answered with 400 and the request to check the syntax.',
    source: { observed: EVERY_LINE },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel', fun: 'nodot' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('<p>A command invocation error occurred: Check syntax.</p>');
  },
);

requirement(
  'cherrypy.wheel.list-fun',
  {
    level: 'may',
    text: 'A list of wheel functions is answered with 200 and the text of an exception nobody handled.',
    source: { observed: EVERY_LINE },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel', fun: ['minions.connected'] });
    expect(reply.body).toBe('{"return": ["Some exception handling minion payload"]}');
  },
);

requirement(
  'cherrypy.wheel.no-fun',
  {
    level: 'should',
    text: 'A wheel chunk without fun is answered with 400, which names the client.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('<p>wheel takes at least 1 argument (0 given)</p>');
  },
);

requirement(
  'cherrypy.wheel.refused',
  {
    level: 'must',
    text: 'A wheel function that the user may not call is answered with 401, which names the user.',
    source: source,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const reply = await target.limited.lowstate({ client: 'wheel', fun: 'key.list_all' });
    expect(reply.status).toBe(401);
    expect(reply.body).toMatch(
      /<p>Authentication failure of type "token" occurred for user .+\.<\/p>/,
    );
  },
);
