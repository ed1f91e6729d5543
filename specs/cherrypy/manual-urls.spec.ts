import { expect } from '@playwright/test';
import { agreed, parted } from '../manual.ts';
import { requirement } from '../requirement.ts';
import { bodyOf, field, firstReturn, keysOf } from '../target/return-of.ts';
import { postForm } from './post-form.ts';
import { publish } from '../netapi/published-job.ts';

requirement(
  'cherrypy.manual-urls.root',
  {
    ...agreed('rest_cherrypy', 'GET /'),
    level: 'must',
    text: 'GET / explains the API in JSON to who wants that, with 200.',
  },
  async ({ target }) => {
    const reply = await target.get('/', [['Accept', 'application/json']]);
    expect(reply.status).toBe(200);
    expect(reply.header('Content-Type')).toBe('application/json');
    expect(keysOf(bodyOf(reply))).toContain('return');
  },
);

requirement(
  'cherrypy.manual-urls.run',
  {
    ...agreed('rest_cherrypy', 'POST /run'),
    level: 'must',
    text: 'POST /run runs the command of a form that brings its own credentials, and answers as / does.',
    needs: ['own login', 'minion'],
  },
  async ({ target }) => {
    const command = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    const yaml = [['Accept', 'application/x-yaml']] as const;
    const reply = await postForm(target, '/run', { ...command, ...target.credentials }, yaml);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe(`return:\n- ${target.minion}: true\n`);
    const atRoot = await postForm(target, '/', command, [...yaml, await target.auth()]);
    expect(reply.body).toBe(atRoot.body);
  },
);

requirement(
  'cherrypy.manual-urls.run-needs-credentials',
  {
    ...agreed('rest_cherrypy', 'POST /run'),
    level: 'must',
    text: 'POST /run takes no session in the place of credentials, and answers 401.',
  },
  async ({ target }) => {
    const command = { client: 'local', tgt: '*', fun: 'test.ping' };
    const reply = await target.post('/run', [command], [await target.auth()]);
    expect(reply.status).toBe(401);
  },
);

requirement(
  'cherrypy.manual-urls.minion',
  {
    ...agreed('rest_cherrypy', 'GET /minions/(mid)'),
    level: 'must',
    text: 'GET /minions/(mid) tells of that minion alone, by its id, in a list of one.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const reply = await target.get(`/minions/${target.minion}`, [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(field(bodyOf(reply), 'return')).toHaveLength(1);
    expect(keysOf(firstReturn(reply))).toEqual([target.minion]);
    expect(reply.body).toContain('"kernel"');
  },
);

requirement(
  'cherrypy.manual-urls.grains-items',
  {
    ...parted('rest_cherrypy', 'GET /minions/(mid)', 'cherrypy.minions-url.one'),
    level: 'should',
    text: 'In salt-api 0.8.4 the grains of a minion stand under grains.items.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const reply = await target.get(`/minions/${target.minion}`, [await target.auth()]);
    const told = field(firstReturn(reply), target.minion);
    expect(keysOf(told)).toEqual(['grains.items']);
    expect(field(told, 'grains.items', 'id')).toBe(target.minion);
  },
);

requirement(
  'cherrypy.manual-urls.start',
  {
    ...agreed('rest_cherrypy', 'POST /minions'),
    level: 'must',
    text: 'POST /minions starts a job and answers at once, with 202, its jid and the minions that it went to.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const form = { tgt: target.minion, fun: 'test.ping' };
    const headers = [['Accept', 'application/json'], await target.auth()] as const;
    const reply = await postForm(target, '/minions', form, headers);
    expect(reply.status).toBe(202);
    expect(field(firstReturn(reply), 'jid')).toMatch(/^\d{20}$/);
    expect(field(firstReturn(reply), 'minions')).toEqual([target.minion]);
  },
);

requirement(
  'cherrypy.manual-urls.links',
  {
    ...parted('rest_cherrypy', 'POST /minions', 'cherrypy.minions-url.start'),
    level: 'may',
    text: 'In salt-api 0.8.4 the link to a job that POST /minions started stands with the job itself.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const chunk = { tgt: target.minion, fun: 'test.ping' };
    const reply = await target.post('/minions', [chunk], [await target.auth()]);
    const job = firstReturn(reply);
    const href = `/jobs/${String(field(job, 'jid'))}`;
    expect(field(job, '_links')).toEqual({ jobs: [{ href }] });
  },
);

requirement(
  'cherrypy.manual-urls.jobs',
  {
    ...agreed('rest_cherrypy', 'GET /jobs'),
    level: 'must',
    text: 'GET /jobs tells of each job by its jid: function, arguments, target and how that is meant.',
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, text } = await publish(target);
    const reply = await target.get('/jobs', [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(field(firstReturn(reply), jid)).toMatchObject({
      Arguments: [text],
      Function: 'test.echo',
      Target: target.minion,
      'Target-type': 'glob',
    });
  },
);

/** `2012, Nov 30 10:46:33.606931` */
const TIME = /^\d{4}, [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d\.\d{6}$/;

requirement(
  'cherrypy.manual-urls.jobs-start-time',
  {
    ...parted('rest_cherrypy', 'GET /jobs', 'cherrypy.jobs-url.start-time'),
    level: 'should',
    text: 'In salt-api 0.8.4 GET /jobs tells when a job started as its Start Time, in two words.',
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const reply = await target.get('/jobs', [await target.auth()]);
    expect(field(firstReturn(reply), jid, 'Start Time')).toMatch(TIME);
  },
);

requirement(
  'cherrypy.manual-urls.job',
  {
    ...agreed('rest_cherrypy', 'GET /jobs/(jid)'),
    level: 'must',
    text: 'GET /jobs/(jid) tells of the job in info, and in return what each minion returned, both in lists of one.',
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, text } = await publish(target);
    const reply = await target.get(`/jobs/${jid}`, [await target.auth()]);
    expect(field(bodyOf(reply), 'info')).toHaveLength(1);
    expect(field(bodyOf(reply), 'info', 0)).toMatchObject({
      jid,
      Arguments: [text],
      Function: 'test.echo',
      Minions: [target.minion],
      'Target-type': 'glob',
    });
    expect(field(bodyOf(reply), 'return')).toEqual([{ [target.minion]: text }]);
  },
);

requirement(
  'cherrypy.manual-urls.job-start-time',
  {
    ...parted('rest_cherrypy', 'GET /jobs/(jid)', 'cherrypy.jobs-url.start-time'),
    level: 'should',
    text: 'In salt-api 0.8.4 GET /jobs/(jid) tells when the job started as its Start Time, in two words.',
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const reply = await target.get(`/jobs/${jid}`, [await target.auth()]);
    expect(field(bodyOf(reply), 'info', 0, 'Start Time')).toMatch(TIME);
  },
);

requirement(
  'cherrypy.manual-urls.no-keys',
  {
    ...parted('rest_cherrypy', 'URL reference', 'cherrypy.keys-url.list'),
    level: 'may',
    text: 'In salt-api 0.8.4 there is no /keys.',
  },
  async ({ target }) => expect((await target.get('/keys', [await target.auth()])).status).toBe(404),
);

requirement(
  'cherrypy.manual-urls.no-token',
  {
    ...parted('rest_cherrypy', 'URL reference', 'cherrypy.token.get-welcomes'),
    level: 'may',
    text: 'In salt-api 0.8.4 there is no /token.',
  },
  async ({ target }) => expect((await target.get('/token')).status).toBe(404),
);

requirement(
  'cherrypy.manual-urls.stats',
  {
    ...agreed('rest_cherrypy', 'GET /stats'),
    level: 'should',
    text: 'GET /stats tells figures of the CherryPy server in JSON.',
  },
  async ({ target }) => {
    const reply = await target.get('/stats', [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(keysOf(bodyOf(reply))).toContain('CherryPy Applications');
  },
);
