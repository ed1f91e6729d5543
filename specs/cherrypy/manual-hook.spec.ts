import { expect } from '@playwright/test';
import { agreed, parted } from '../manual.ts';
import { requirement } from '../requirement.ts';
import type { StreamedEvent } from '../target/event-stream.ts';
import { keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { postForm } from './post-form.ts';

const HOOK = 'POST /hook';

/** The form of the manual's example. */
const FORM = 'foo=Foo&bar=Bar!';

/** Posts it below /hook, and gives the event that comes of it. */
async function hookEvent(target: Target): Promise<StreamedEvent | undefined> {
  const auth = await target.auth();
  const stream = await target.listen([auth]);
  const path = `${target.unique('hook')}/build/success`;
  await postForm(target, `/hook/${path}`, FORM, [auth]);
  return stream.event(({ tag }) => tag === `salt/netapi/hook/${path}`);
}

requirement(
  'cherrypy.manual-hook.success',
  {
    ...agreed('rest_cherrypy', HOOK),
    level: 'must',
    text: 'A hook is answered with 200 and a success in JSON.',
  },
  async ({ target }) => {
    const headers = [['Accept', 'application/json'], await target.auth()] as const;
    const reply = await postForm(target, '/hook', FORM, headers);
    expect(reply.status).toBe(200);
    expect(reply.header('Content-Type')).toBe('application/json');
    expect(reply.body).toBe('{"success": true}');
  },
);

requirement(
  'cherrypy.manual-hook.event',
  {
    ...agreed('rest_cherrypy', HOOK),
    level: 'must',
    text: 'A hook fires an event whose tag ends in its path, with what was posted in post and the headers of the request in headers.',
  },
  async ({ target }) => {
    const event = await hookEvent(target);
    expect(event?.data.data).toMatchObject({
      post: { foo: 'Foo', bar: 'Bar!' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  },
);

requirement(
  'cherrypy.manual-hook.no-body',
  {
    ...parted('rest_cherrypy', HOOK, 'cherrypy.hook.event-shape'),
    level: 'may',
    text: 'In salt-api 0.8.4 the event of a hook has a stamp, headers and post, and not the body as it came.',
  },
  async ({ target }) => {
    const event = await hookEvent(target);
    expect(keysOf(event?.data.data).toSorted()).toEqual(['_stamp', 'headers', 'post']);
  },
);

requirement(
  'cherrypy.manual-hook.too-large',
  {
    ...parted('rest_cherrypy', `${HOOK}: statuses`, 'cherrypy.body-formats.large'),
    level: 'should',
    text: 'In salt-api 0.8.4 a hook of more than 1 MiB is answered with 413.',
  },
  async ({ target }) => {
    const headers = [['Content-Type', 'application/json'], await target.auth()] as const;
    const reply = await target.post('/hook', `{${' '.repeat(1_048_576)}}`, headers);
    expect(reply.status).toBe(413);
  },
);
