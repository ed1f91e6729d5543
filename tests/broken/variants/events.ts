import type { EventListener } from '../../../simulator/master/event-bus.ts';
import type { Parts } from '../../../simulator/assemble.ts';
import type { Variant } from '../variant.ts';

/** What is wrong with the event bus, by what is done to it and who must notice. */
const ROWS: readonly (readonly [
  name: string,
  spoil: (parts: Parts) => void,
  ...caughtBy: string[],
])[] = [
  [
    'returns reach the bus before the job does',
    holdBackNew,
    'cherrypy.events-jobs.order',
    'cherrypy.events-jobs.sequence-3008',
  ],
  [
    'returns never reach the bus',
    dropping((tag) => tag.includes('/ret/')),
    'cherrypy.events-returns.return',
    'cherrypy.events-jobs.sequence-3008',
  ],
  [
    'no event tells of a new job',
    dropping((tag) => tag.endsWith('/new')),
    'cherrypy.events-jobs.new',
  ],
  ['every second event is lost', dropping(everySecond()), 'cherrypy.events-jobs.sequence-3008'],
  [
    'events come in pairs, the later one first',
    swapPairs,
    'cherrypy.events-jobs.order',
    'cherrypy.events-jobs.sequence-3008',
  ],
];

/** Simulators whose events are lost, or come in another order. */
export const EVENTS: readonly Variant[] = ROWS.map(([name, spoil, ...caughtBy]) => ({
  name,
  caughtBy,
  spoil,
}));

/** Hands the events on in another way: what is returned goes to the listeners. */
function rearranging(rearrange: (tag: string, fire: () => void) => void): (parts: Parts) => void {
  return ({ master: { events } }) => {
    const fire = events.fire.bind(events);
    events.fire = (tag, data) => {
      rearrange(tag, () => void fire(tag, data));
      return { tag, data };
    };
  };
}

function dropping(isLost: (tag: string) => boolean): (parts: Parts) => void {
  return rearranging((tag, fire) => {
    if (!isLost(tag)) fire();
  });
}

function everySecond(): () => boolean {
  let count = 0;
  return () => ++count % 2 === 0;
}

function holdBackNew(parts: Parts): void {
  let heldBack: (() => void)[] = [];
  rearranging((tag, fire) => {
    if (tag.endsWith('/new')) {
      heldBack.push(fire);
      return;
    }
    fire();
    if (!tag.includes('/ret/')) return;
    for (const late of heldBack) late();
    heldBack = [];
  })(parts);
}

/** Changes the order at the listeners, so that what the master notes of its own events stays right. */
function swapPairs({ master: { events } }: Parts): void {
  const listen = events.listen.bind(events);
  events.listen = (listener: EventListener) => {
    let held: Parameters<EventListener>[0] | undefined;
    return listen((event) => {
      if (held === undefined) {
        held = event;
        return;
      }
      listener(event);
      listener(held);
      held = undefined;
    });
  };
}
