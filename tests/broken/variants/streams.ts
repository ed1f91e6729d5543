import { altering } from '../altering.ts';
import type { Variant } from '../variant.ts';

/** What is made of the pieces of a stream: gives those that go out in place of one. */
type Change = (piece: string) => readonly string[];

/** What is wrong with event streams, by what it does to one and who must notice. */
const ROWS: readonly (readonly [name: string, make: () => Change, ...caughtBy: string[]])[] = [
  [
    'event data names no time',
    () => (piece) => [piece.replace(/, "_stamp": "[^"]*"/, '')],
    'cherrypy.events-jobs.new',
    'cherrypy.events-jobs.stamp-with-zone',
  ],
  [
    'event data comes before its tag',
    swapTagAndData,
    'cherrypy.events-stream.framing',
    'cherrypy.events-stream.two-chunks',
  ],
  [
    'a stream does not say when to come back',
    () => (piece) => (piece.startsWith('retry') ? ['\n'] : [piece]),
    'cherrypy.events-stream.first-bytes',
  ],
  ['tag and data of an event come in one chunk', joined, 'cherrypy.events-stream.two-chunks'],
];

/** Simulators whose event streams are changed on their way out. */
export const STREAMS: readonly Variant[] = ROWS.map(([name, make, ...caughtBy]) => ({
  name,
  caughtBy,
  between: altering({ pieces: make }),
}));

/** Holds each tag back until its data has gone out. */
function swapTagAndData(): Change {
  let tag = '';
  return (piece) => {
    if (!piece.startsWith('tag: '))
      return piece.startsWith('data: ') ? [piece.replace(/\n$/, ''), `${tag}\n`] : [piece];
    tag = piece;
    return [];
  };
}

/** Holds each tag back until its data comes. */
function joined(): Change {
  let tag = '';
  return (piece) => {
    if (!piece.startsWith('tag: ')) return [tag + piece];
    tag = piece;
    return [];
  };
}
