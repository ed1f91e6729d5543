import type { Job } from '../../../simulator/master/job-cache.ts';
import type { EauthToken } from '../../../simulator/master/tokens.ts';
import type { SessionData } from '../../../simulator/netapi/cherrypy/sessions/session.ts';
import type { PyDict } from '../../../simulator/python/value.ts';
import type { Parts } from '../../../simulator/assemble.ts';
import type { Variant } from '../variant.ts';

/** What is wrong with the master, by what is done to its parts and who must notice. */
const ROWS: readonly (readonly [
  name: string,
  spoil: (parts: Parts) => void,
  ...caughtBy: string[],
])[] = [
  ['any password is good', acceptAnyPassword, 'cherrypy.login.wrong-password'],
  [
    'eauth tokens never expire',
    keepTokens,
    'cherrypy.token-life.zero',
    'cherrypy.token-life.expired-local',
    'cherrypy.token-life.expired-runner',
  ],
  [
    'a log-out leaves the eauth token alive',
    ({ master }) => void (master.tokens.remove = () => undefined),
    'cherrypy.logout.new-id',
  ],
  [
    'a log-out leaves the session alive',
    keepSessions,
    'cherrypy.logout.header',
    'cherrypy.logout.cookie',
    'cherrypy.logout.twice',
  ],
  [
    'every session has the same id',
    ({ sessions }) => void (sessions.newId = () => 'a1'.repeat(20)),
    'cherrypy.login.new-session',
  ],
  [
    'a user with few rights may do everything',
    allowEverything,
    'cherrypy.eauth.local-refused',
    'cherrypy.eauth.runner-refused',
    'cherrypy.eauth.wheel-refused',
    'cherrypy.rights.function',
  ],
  ['jobs never expire', keepJobs, 'cherrypy.job-life.expires', 'cherrypy.job-life.lookup-expired'],
  [
    'the job cache forgets returns',
    ({ master }) => void (master.jobs.addReturn = () => undefined),
    'cherrypy.jobs-runner.lookup-jid',
    'cherrypy.jobs-runner.list-job',
  ],
  [
    'every job has the same id',
    eachChunk(
      (chunk) => new Map([...(chunk as Map<string, never>), ['jid', '20260101000000000001']]),
    ),
    'cherrypy.local-async.jobs-of-their-own',
  ],
  [
    'a glob matches what begins like it',
    eachTarget((tgt) => `${tgt}*`, 'glob'),
    'cherrypy.targeting-glob.whole-id',
    'cherrypy.targeting-glob.no-braces',
  ],
  [
    'a glob is read without regard to case',
    eachTarget((tgt) => tgt.toLowerCase(), 'glob'),
    'cherrypy.targeting-glob.whole-id',
  ],
  [
    'a compound target ignores not',
    eachTarget((tgt) => tgt.replaceAll(/\bnot /g, ''), 'compound'),
    'cherrypy.targeting-compound.operators',
  ],
  [
    'a compound target reads or as and',
    eachTarget((tgt) => tgt.replaceAll(/\bor\b/g, 'and'), 'compound'),
    'cherrypy.targeting-compound.operators',
    'cherrypy.targeting-compound.blanks',
  ],
  [
    'a list target sees its first id only',
    eachTarget((tgt) => tgt.split(',')[0] ?? '', 'list'),
    'cherrypy.targeting-id.list',
  ],
  [
    'a rejected key is listed as accepted',
    listRejectedAsAccepted,
    'cherrypy.keys-url.list',
    'cherrypy.wheel-keys.list-all',
    'cherrypy.wheel-keys.reject-and-accept',
  ],
  [
    'a pending minion counts as accepted',
    acceptPending,
    'cherrypy.targeting-glob.star',
    'cherrypy.minions-url.all',
    'cherrypy.manage.present',
  ],
  [
    'a minion that is down answers',
    raiseAll,
    'cherrypy.local.silent-minion-text',
    'cherrypy.manage.status',
    'cherrypy.manage.down',
  ],
];

/** Simulators whose master, or whose sessions, are not what they should be. */
export const MASTERS: readonly Variant[] = ROWS.map(([name, spoil, ...caughtBy]) => ({
  name,
  caughtBy,
  spoil,
}));

function acceptAnyPassword({ master }: Parts): void {
  const mint = master.eauth.mintToken.bind(master.eauth);
  master.eauth.mintToken = (credentials) =>
    mint(credentials) ??
    master.tokens.create({ name: credentials.get('username') ?? '', eauth: 'pam', groups: [] }, 60);
}

function keepTokens({ master: { tokens } }: Parts): void {
  const all = new Map<string, EauthToken>();
  const create = tokens.create.bind(tokens);
  const get = tokens.get.bind(tokens);
  tokens.create = (...args) => {
    const minted = create(...args);
    all.set(minted.token, minted);
    return minted;
  };
  tokens.get = (token) => all.get(token) ?? get(token);
}

function keepSessions({ master, sessions }: Parts): void {
  const all = new Map<string, SessionData>();
  const save = sessions.save.bind(sessions);
  const load = sessions.load.bind(sessions);
  sessions.save = (id, data) => {
    all.set(id, data);
    save(id, data);
  };
  sessions.load = (id) => all.get(id) ?? load(id);
  sessions.delete = () => undefined;
  master.tokens.remove = () => undefined;
}

function allowEverything({ master: { eauth } }: Parts): void {
  const identify = eauth.identify.bind(eauth);
  eauth.identify = (load) => ({ ...identify(load), rules: ['.*', '@runner', '@wheel', '@jobs'] });
}

function keepJobs({ master: { jobs } }: Parts): void {
  const all = new Map<string, Job>();
  const add = jobs.add.bind(jobs);
  jobs.add = (...args) => {
    const job = add(...args);
    all.set(job.jid, job);
    return job;
  };
  jobs.get = (jid) => all.get(jid);
  jobs.all = () => [...all.values()];
}

/** Changes every chunk before it is run. */
function eachChunk(change: (chunk: PyDict) => PyDict): (parts: Parts) => void {
  return ({ master }) => {
    const run = master.run.bind(master);
    master.run = (chunk) => run(change(chunk));
  };
}

/** Changes every target of a type that is a text. */
function eachTarget(change: (tgt: string) => string, type: string): (parts: Parts) => void {
  return eachChunk((chunk) => {
    const tgt = chunk.get('tgt');
    const isMeant = (chunk.get('tgt_type') ?? 'glob') === type && typeof tgt === 'string';
    return isMeant ? new Map([...(chunk as Map<string, never>), ['tgt', change(tgt)]]) : chunk;
  });
}

function listRejectedAsAccepted({ master: { fleet } }: Parts): void {
  const withKey = fleet.withKey.bind(fleet);
  fleet.withKey = (state) => {
    if (state === 'rejected') return [];
    return state === 'accepted' ? [...withKey(state), ...withKey('rejected')] : withKey(state);
  };
}

function acceptPending({ master: { fleet } }: Parts): void {
  const accepted = fleet.accepted.bind(fleet);
  fleet.accepted = () => [...accepted(), ...fleet.withKey('pending')];
}

function raiseAll({ master: { fleet } }: Parts): void {
  for (const minion of fleet.accepted()) minion.up = true;
}
