import { expect } from '@playwright/test';
import { agreed, parted } from '../manual.ts';
import { requirement } from '../requirement.ts';
import { bodyOf, field, firstReturn } from '../target/return-of.ts';
import { postForm } from './post-form.ts';

const USAGE = 'Usage';

/** More than the bytes that `max_request_body_size` is documented to be where nobody sets it. */
const TOO_LONG = ' '.repeat(1_048_576);

requirement(
  'cherrypy.manual-bodies.form',
  {
    ...agreed('rest_cherrypy', 'POST /'),
    level: 'must',
    text: 'The form fun=test.ping&arg&client=local with a target runs test.ping there, and YAML is answered to who wants that.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const form = `fun=test.ping&arg&client=local&tgt=${target.minion}`;
    const headers = [['Accept', 'application/x-yaml'], await target.auth()] as const;
    const reply = await postForm(target, '/', form, headers);
    expect(reply.status).toBe(200);
    expect(reply.header('Content-Type')).toBe('application/x-yaml');
    expect(reply.header('Allow')).toBe('GET, HEAD, POST');
    expect(reply.body).toBe(`return:\n- ${target.minion}: true\n`);
  },
);

requirement(
  'cherrypy.manual-bodies.form-args',
  {
    ...agreed('rest_cherrypy', `${USAGE}: x-www-form-urlencoded`),
    level: 'must',
    text: 'Several arg in a form are sent as one list of arguments.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const form = `client=local&tgt=${target.minion}&fun=test.arg&arg=one&arg=two`;
    const headers = [['Accept', 'application/json'], await target.auth()] as const;
    const reply = await postForm(target, '/', form, headers);
    expect(field(firstReturn(reply), target.minion, 'args')).toEqual(['one', 'two']);
  },
);

requirement(
  'cherrypy.manual-bodies.json',
  {
    ...agreed('rest_cherrypy', USAGE),
    level: 'must',
    text: 'A list of several commands in JSON runs them in one request, and answers each.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.fib', arg: ['10'] };
    const reply = await target.lowstate([{ ...chunk, fun: 'test.ping', arg: [] }, chunk]);
    expect(field(bodyOf(reply), 'return', 0)).toEqual({ [target.minion]: true });
    expect(field(bodyOf(reply), 'return', 1, target.minion, 0)).toBe(55);
  },
);

requirement(
  'cherrypy.manual-bodies.yaml',
  {
    ...agreed('rest_cherrypy', `${USAGE}: Content negotiation`),
    level: 'must',
    text: 'A list of commands may come as YAML.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const body = `- client: local\n  tgt: ${JSON.stringify(target.minion)}\n  fun: test.ping\n`;
    const headers = [['Content-Type', 'application/x-yaml'], await target.auth()] as const;
    const reply = await target.post('/', body, headers);
    expect(bodyOf(reply)).toEqual({ return: [{ [target.minion]: true }] });
  },
);

requirement(
  'cherrypy.manual-bodies.not-available',
  {
    ...agreed('rest_cherrypy', 'statuses of every URL'),
    level: 'should',
    text: 'A format that there is not is answered with 406.',
  },
  async ({ target }) => {
    const reply = await target.get('/', [['Accept', 'image/png']]);
    expect(reply.status).toBe(406);
  },
);

requirement(
  'cherrypy.manual-bodies.lone-dict',
  {
    ...parted('rest_cherrypy', USAGE, 'cherrypy.lowstate.single'),
    level: 'should',
    text: 'In salt-api 0.8.4 a command must stand in a list: one by itself is refused, unless it is a form.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    const auth = await target.auth();
    expect((await target.post('/', [chunk], [auth])).status).toBe(200);
    const { status } = await target.post('/', chunk, [auth]);
    expect(Math.floor(status / 100)).toBe(4);
  },
);

requirement(
  'cherrypy.manual-bodies.too-large',
  {
    ...parted('rest_cherrypy', 'max_request_body_size', 'cherrypy.body-formats.large'),
    level: 'should',
    text: 'In salt-api 0.8.4 a body of more than 1 MiB is answered with 413.',
  },
  async ({ target }) => {
    const headers = [['Content-Type', 'application/json'], await target.auth()] as const;
    const reply = await target.post('/', `[${TOO_LONG}]`, headers);
    expect(reply.status).toBe(413);
  },
);
