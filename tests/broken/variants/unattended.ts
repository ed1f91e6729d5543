import type { Parts } from '../../../simulator/assemble.ts';
import type { PyDict } from '../../../simulator/python/value.ts';
import type { Variant } from '../variant.ts';

/** What is wrong with what minions do by themselves, by what is done to the master and who must notice. */
const ROWS: readonly (readonly [
  name: string,
  spoil: (parts: Parts) => void,
  ...caughtBy: string[],
])[] = [
  [
    'nobody hears of what minions do by themselves',
    ({ master: { events } }) => {
      const fire = events.fire.bind(events);
      events.fire = (tag, data) =>
        tag.startsWith('salt/beacon/') || data.has('schedule') ? { tag, data } : fire(tag, data);
    },
    'cherrypy.schedule-runs.interval',
    'cherrypy.schedule-runs.return',
    'cherrypy.schedule-runs.nocache',
    'cherrypy.schedule-times.run-job',
    'cherrypy.beacon-events.service',
    'cherrypy.beacon-events.broken',
  ],
  [
    'a job that is run by hand does not run',
    ({ master }) => void (master.minions.runScheduled = () => undefined),
    'cherrypy.schedule-times.run-job',
    'cherrypy.schedule-times.run-disabled',
  ],
  [
    'scheduled returns come without the name of their job',
    eachEvent((data) => data.delete('schedule')),
    'cherrypy.schedule-runs.return',
    'cherrypy.schedule-runs.key-order',
  ],
  [
    'returns that nobody asked for have no target',
    eachEvent((data) => data.has('schedule') && data.delete('tgt')),
    'cherrypy.schedule-runs.return',
    'cherrypy.schedule-runs.key-order',
  ],
  [
    'the master serves no files',
    ({ master }) => void (master.files.read = () => undefined),
    'cherrypy.fileserver.cp-file',
  ],
  [
    'the master forgets what it serves',
    ({ master }) => void (master.files.forgetLists = () => false),
    'cherrypy.fileserver.clear-lists',
  ],
];

/** Changes the data of every event before it is fired. */
function eachEvent(change: (data: PyDict) => unknown): (parts: Parts) => void {
  return ({ master: { events } }) => {
    const fire = events.fire.bind(events);
    events.fire = (tag, data) => {
      change(data);
      return fire(tag, data);
    };
  };
}

/** Simulators whose minions are wrong in what they do by themselves, or whose master in what it serves them. */
export const UNATTENDED: readonly Variant[] = ROWS.map(([name, spoil, ...caughtBy]) => ({
  name,
  caughtBy,
  spoil,
}));
