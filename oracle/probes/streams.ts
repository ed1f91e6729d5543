import type { ObservedStream } from '../observed/observed.ts';
import type { JsonObject } from '../fixture.ts';
import { probe, run, SESSION, type Probe } from './probe.ts';

/** Events while so many steps go on. */
function listening(beside: number): ObservedStream {
  return {
    kind: 'stream',
    request: 'GET /events',
    headers: [SESSION],
    beside,
    events: [],
    endedBy: 'suite',
  };
}

/** Commands whose events are looked at, each with the seconds until the last has come. */
const COMMANDS: Readonly<Record<string, readonly [JsonObject, number]>> = {
  local: [{ client: 'local', tgt: 'web1', fun: 'test.ping' }, 2],
  'local-async': [{ client: 'local_async', tgt: 'web1', fun: 'test.echo', arg: ['x'] }, 3],
  'local-two-minions': [{ client: 'local', tgt: 'web*', fun: 'test.ping' }, 2],
  'local-no-match': [{ client: 'local', tgt: 'nonesuch', fun: 'test.ping' }, 2],
  'local-exception': [{ client: 'local_async', tgt: 'web1', fun: 'test.exception' }, 3],
  'local-unknown-function': [{ client: 'local_async', tgt: 'web1', fun: 'test.nonesuch' }, 3],
  runner: [{ client: 'runner', fun: 'test.arg', arg: [1] }, 2],
  'runner-async': [{ client: 'runner_async', fun: 'test.arg', arg: [1] }, 4],
  'runner-exception': [{ client: 'runner', fun: 'test.raise_exception' }, 2],
  wheel: [{ client: 'wheel', fun: 'key.list_all' }, 2],
  'wheel-async': [{ client: 'wheel_async', fun: 'key.list_all' }, 4],
  'wheel-unknown': [{ client: 'wheel', fun: 'key.nonesuch' }, 2],
  batch: [{ client: 'local_batch', tgt: 'web1', fun: 'test.ping', batch: '1' }, 3],
};

/** The event bus as server-sent events, beside every kind of command. */
export const STREAMS: readonly Probe[] = Object.entries(COMMANDS).map(([what, [chunk, seconds]]) =>
  probe(`events.${what}`, 'saltdev', listening(2), run(chunk), { kind: 'passes', seconds }),
);
