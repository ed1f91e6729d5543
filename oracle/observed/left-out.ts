/** What is not kept of real Salt's answers, by what the ids begin with, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'cherrypy.beacon-events': 'when a minion looks at its beacons, real time decides',
  'cherrypy.claims.no-rate-limit': 'it is one exchange, fifty times',
  'cherrypy.manual-bodies.json': 'it tells how long it took',
  'cherrypy.cmd-module': 'it tells of the machine',
  'cherrypy.disk-module': 'it tells of the machine',
  'cherrypy.network-module': 'it tells of the machine',
  'cherrypy.pkg-module': 'it tells of the machine',
  'cherrypy.schedule-restrictions': 'when a job is due, real time decides',
  'cherrypy.schedule-runs': 'when a job is due, real time decides',
  'cherrypy.schedule-times': 'when a job is due, real time decides',
  'cherrypy.service-module': 'it tells of the machine',
  'cherrypy.status-module': 'it tells of the machine',
  'cherrypy.user-module': 'it tells of the machine',
  'cherrypy.config-module': 'the minions of the oracle have options of their own',
  'cherrypy.doc-runner': 'it is documentation, Salt’s own prose',
  'cherrypy.group-module': 'it tells of the machine',
  'cherrypy.subset': 'whom it asks is left to chance',
  'cherrypy.sys-module': 'it is documentation, Salt’s own prose, of what the machine can load',
  'tornado.events-stream.expired': 'whether one more event comes is left to chance',
  'tornado.events-stream.expired-silent': 'whether one more event comes is left to chance',
  'tornado.jobs-runner.list-jobs-filter': 'jobs of other requirements stand in its lists',
  'tornado.test-functions.collatz': 'it tells how long it took',
  'tornado.test-functions.fib': 'it tells how long it took',
  'tornado.ws-all': 'calls are made until the websocket hears of one, as often as that takes',
  'tornado.ws-formatted': 'calls are made until the websocket hears of one, as often as that takes',
  'tornado.ws-minions': 'calls are made until the websocket hears of one, as often as that takes',
  'cherrypy.sys-states': 'it is documentation, Salt’s own prose, of what the machine can load',
};

/** The same of what is required of every module of salt-api: its ids without the module. */
const OF_EVERY_MODULE: Readonly<Record<string, string>> = {
  'pillar-module': 'the schedules of other requirements stand in the pillar',
  'test-functions.of-itself': 'it tells of the machine',
  'test-functions.providers': 'it tells of the machine',
  'test-functions.random-hash': 'it is chance',
  'test-functions.versions': 'it tells of the machine',
};

/** Whether what a requirement or probe saw is neither kept nor compared. */
export function isLeftOut(id: string): boolean {
  const [, ...what] = id.split('.');
  return beginsAs(id, LEFT_OUT) || beginsAs(what.join('.'), OF_EVERY_MODULE);
}

function beginsAs(id: string, reasons: Readonly<Record<string, string>>): boolean {
  return Object.keys(reasons).some(
    (beginning) => id === beginning || id.startsWith(`${beginning}.`),
  );
}
