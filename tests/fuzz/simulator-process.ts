import { startSimulator } from '../../simulator/index.ts';
import { FLEET, MASTER_CONFIG } from '../../oracle/fixture.ts';
import { watchDefects } from '../defects.ts';

/*
 * A simulator in a process of its own, whose memory can be told from that of whoever fuzzes it.
 * Tells its address first; to each message it lets a day pass, and answers with the bytes that are
 * still in use and the defects that the simulator has told of.
 */
const defects = watchDefects();
const simulator = await startSimulator({
  config: MASTER_CONFIG,
  fleet: FLEET,
  // The line that also keeps the sessions of those who never log in.
  salt: '3006',
  clock: 'virtual',
});
const { gc } = globalThis;
if (gc === undefined || process.send === undefined)
  throw new Error('This needs --expose-gc, and a parent to talk to.');

process.on('message', () => {
  void simulator.clock.advance({ hours: 24 * 2 }).then(() => {
    gc();
    process.send?.({ inUse: process.memoryUsage().heapUsed, defects });
  });
});
process.send(simulator.url);
