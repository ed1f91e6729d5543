import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { SERVER_ERROR } from './error-page.ts';
import { publish } from '../netapi/published-job.ts';
import { expectRefused } from './session.ts';

const source = { documented: 'rest_cherrypy, Jobs.GET', observed: EVERY_LINE };

/** `2026, Nov 25 07:40:41.123456` */
const START_TIME = /^\d{4}, [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d\.\d{6}$/;

requirement(
  'cherrypy.jobs-url.list',
  {
    level: 'must',
    text: 'GET /jobs answers one dict of jobs by jid, each with its function, arguments, target, user and start time.',
    source: source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const job = await publish(target);
    const reply = await target.get('/jobs', [await target.auth()]);
    expect(reply.status).toBe(200);
    const entry = [
      `"${job.jid}": {"Function": "test.echo", "Arguments": ["${job.text}"]`,
      `"Target": "${target.minion}", "Target-type": "glob", "User": "`,
    ].join(', ');
    expect(reply.body).toMatch(/^\{"return": \[\{[^]*\}\]\}$/);
    expect(reply.body).toContain(entry);
    expect(field(reply.json(), 'return', 0, job.jid, 'StartTime')).toMatch(START_TIME);
  },
);

requirement(
  'cherrypy.jobs-url.one',
  {
    level: 'must',
    text: 'GET /jobs/<jid> answers the job in info, and beside it what each minion returned.',
    source: source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const job = await publish(target);
    const reply = await target.get(`/jobs/${job.jid}`, [await target.auth()]);
    const { info, return: returns } = target.shape(reply, 'job-info');
    expect(info[0]).toMatchObject({
      jid: job.jid,
      Function: 'test.echo',
      Arguments: [job.text],
      Minions: [target.minion],
      Result: { [target.minion]: { return: job.text, retcode: 0, success: true } },
    });
    expect(returns).toEqual([{ [target.minion]: job.text }]);
    expect(Object.keys(JSON.parse(reply.body) as object)).toEqual(['info', 'return']);
  },
);

requirement(
  'cherrypy.jobs-url.key-order',
  {
    level: 'should',
    text: "The keys of a job come in Salt's order, jid first and Result last.",
    source: { observed: EVERY_LINE },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const job = await publish(target);
    const reply = await target.get(`/jobs/${job.jid}`, [await target.auth()]);
    const [info] = target.shape(reply, 'job-info').info;
    expect(Object.keys(info)).toEqual([
      'jid',
      'Function',
      'Arguments',
      'Target',
      'Target-type',
      'User',
      'Minions',
      'StartTime',
      'Result',
    ]);
  },
);

requirement(
  'cherrypy.jobs-url.start-time',
  {
    level: 'must',
    text: "StartTime spells the digits of the jid: year, month's name, day and time to the microsecond.",
    source: source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const reply = await target.get(`/jobs/${jid}`, [await target.auth()]);
    const [{ StartTime }] = target.shape(reply, 'job-info').info;
    const [, year, day, time] = /^(\d{4}), \w{3} (\d\d) (.*)$/.exec(StartTime) ?? [];
    const month = jid.slice(4, 6);
    expect(`${year}${month}${day}${time?.replaceAll(/[:.]/g, '')}`).toBe(jid);
  },
);

requirement(
  'cherrypy.jobs-url.unknown',
  {
    level: 'must',
    text: 'GET /jobs/<jid> of a jid that never was is answered with 200, an Error in info, and an empty return.',
    source: source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.get('/jobs/20000101020304567890', [await target.auth()]);
    expect(reply.status).toBe(200);
    const { info } = target.shape(reply, 'unknown-job');
    expect(info[0].jid).toBe('20000101020304567890');
    expect(info[0].StartTime).toBe('2000, Jan 01 02:03:04.567890');
  },
);

requirement(
  'cherrypy.jobs-url.malformed',
  {
    level: 'should',
    text: 'A jid that is none is answered like an unknown one, with an empty start time.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.get('/jobs/x', [await target.auth()]);
    expect(reply.body).toBe(
      '{"info": [{"jid": "x", "Error": "Cannot contact returner or no job with this jid", "StartTime": "", "Result": {}}], "return": [{}]}',
    );
  },
);

requirement(
  'cherrypy.jobs-url.month-13',
  {
    level: 'may',
    text: 'A jid of 20 digits whose month is above 12 is answered with 500.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.get('/jobs/20001301000000000000', [await target.auth()]);
    expect(reply.status).toBe(500);
    expect(reply.body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.jobs-url.anonymous',
  { level: 'must', text: 'GET /jobs without a session answers 401.', source: source },
  async ({ target }) => {
    const reply = await target.get('/jobs');
    expectRefused(reply);
  },
);

requirement(
  'cherrypy.jobs-url.second-segment',
  {
    level: 'should',
    text: 'A second segment after the jid is taken for a time-out that nothing reads; a third one is 404.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const auth = await target.auth();
    expect((await target.get('/jobs/x/5', [auth])).status).toBe(200);
    expect((await target.get('/jobs/x/5/6', [auth])).status).toBe(404);
  },
);

requirement(
  'cherrypy.jobs-url.post',
  {
    level: 'should',
    text: 'POST /jobs runs low data as POST / does.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const chunk = { client: 'runner', fun: 'test.metasyntactic', locality: 'uk' };
    const reply = await target.post('/jobs', [chunk], [await target.auth()]);
    expect(reply.body).toBe('{"return": [["wibble", "wobble", "wubble", "flob"]]}');
  },
);
