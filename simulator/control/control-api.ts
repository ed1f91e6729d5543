import express, {
  type ErrorRequestHandler,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { MOST_SECONDS } from '../clock/most-seconds.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import { InputError } from '../input/input-error.ts';
import { MICROSECONDS } from '../master/clock.ts';
import type { Master } from '../master/master.ts';
import { JSONDecodeError } from '../python/json-decode-error.ts';
import { dumps } from '../python/json-dumps.ts';
import { loads } from '../python/json-loads.ts';
import { str } from '../python/repr.ts';
import { dict, isDict, PyFloat, type PyDict, type PyValue } from '../python/value.ts';
import { AddedAnswers } from './added-answers.ts';
import { ControlError } from './control-error.ts';
import type { Journal } from './journal.ts';

/** The prefix of the control API, which no Salt API uses. */
export const CONTROL_PREFIX = '/_saltproof';

/** What the control API has a hand on. */
export interface Controlled {
  readonly master: Master;
  /** Absent where the simulator runs in real time. */
  readonly virtualClock: VirtualClock | undefined;
  readonly journal: Journal;
  readonly version: string;
}

/**
 * The control API: tells of the simulator, moves its clock, fires events, scripts answers, shows
 * the journal.
 *
 * It is for programs on this machine only: a browser page of another origin, and a name that is
 * not this machine's, are turned away.
 */
export function controlApi(controlled: Controlled): Router {
  const answers = new AddedAnswers(controlled.master.answers);
  const router = express.Router({ caseSensitive: true });
  router.use(CONTROL_PREFIX, refuseStrangers, express.text({ type: () => true, limit: '1mb' }));
  router.get(
    CONTROL_PREFIX,
    answer(() => describe(controlled)),
  );
  router.get(
    `${CONTROL_PREFIX}/journal`,
    answer(() => dict({ requests: journalEntries(controlled.journal) })),
  );
  router.post(
    `${CONTROL_PREFIX}/clock`,
    answer((body) => advanceClock(controlled, body)),
  );
  router.post(
    `${CONTROL_PREFIX}/events`,
    answer((body) => fireEvent(controlled, body)),
  );
  router.post(
    `${CONTROL_PREFIX}/answers`,
    answer((body) => answers.add(body)),
  );
  router.delete(
    `${CONTROL_PREFIX}/answers`,
    answer(() => answers.clear()),
  );
  router.delete(
    `${CONTROL_PREFIX}/answers/:number`,
    answer((_, { number = '' }) => answers.remove(number)),
  );
  router.use(CONTROL_PREFIX, (req, res) => {
    refuse(res, 404, `There is no ${req.method} ${req.originalUrl} in the control API.`);
  });
  router.use(CONTROL_PREFIX, refuseBadBodies);
  return router;
}

/** Answers with a status and the reason as JSON. */
function refuse(res: Response, status: number, error: string): void {
  res
    .status(status)
    .type('application/json')
    .send(dumps(dict({ error })));
}

/** A body that could not even be read: too long, in an unknown encoding, broken off. */
const refuseBadBodies: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const { status, message } = error as { status?: unknown; message?: unknown };
  if (typeof status === 'number' && status < 500)
    refuse(res, status, `The body cannot be read: ${String(message)}.`);
  else next(error);
};

/** A handler that answers with what the action gives, or with 400 and why it could not be carried out. */
function answer(
  action: (body: PyDict, params: Readonly<Record<string, string>>) => PyDict | Promise<PyDict>,
): RequestHandler<Record<string, string>> {
  return async (req, res) => {
    try {
      const result = await action(bodyOf(req.body), req.params);
      res.type('application/json').send(dumps(result));
    } catch (error) {
      if (!(error instanceof ControlError || error instanceof InputError)) throw error;
      refuse(res, 400, error.message);
    }
  };
}

/** How programs on this machine call it. */
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

const refuseStrangers: RequestHandler = (req, res, next) => {
  // Names of hosts know no case, and a browser writes them small.
  const host = (req.headers.host ?? '').toLowerCase();
  const { origin } = req.headers;
  if (!LOCAL_NAMES.includes(host.replace(/:\d+$/, '')))
    refuse(
      res,
      403,
      `The control API answers to ${LOCAL_NAMES.join(', ')}, not to Host "${host}".`,
    );
  else if (origin !== undefined && origin !== `http://${host}`)
    refuse(res, 403, `The control API answers no page of another Origin, "${origin}".`);
  else next();
};

function bodyOf(body: unknown): PyDict {
  if (typeof body !== 'string' || body === '') return new Map();
  let value: PyValue;
  try {
    value = loads(body);
  } catch (error) {
    if (!(error instanceof JSONDecodeError)) throw error;
    throw new ControlError(`The body is not JSON: ${error.message}.`);
  }
  if (isDict(value)) return value;
  throw new ControlError('The body must be a JSON object.');
}

function expectKeys(body: PyDict, known: readonly string[]): void {
  const unknown = [...body.keys()].map(str).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const names = known.map((key) => `"${key}"`).join(', ');
  throw new ControlError(`Nobody reads "${unknown}" here. What is read: ${names}.`);
}

function describe({ master, virtualClock, version }: Controlled): PyDict {
  return dict({
    saltproof: version,
    salt: master.profile.version,
    clock: virtualClock === undefined ? 'wall' : 'virtual',
    now: master.clock.now() / MICROSECONDS,
  });
}

function journalEntries(journal: Journal): PyDict[] {
  return journal
    .requests()
    .map(({ netapi, method, path, status }) =>
      dict({ netapi, method, path, status: status ?? null }),
    );
}

async function advanceClock({ master, virtualClock }: Controlled, body: PyDict): Promise<PyDict> {
  expectKeys(body, ['advance']);
  const given = body.get('advance');
  const seconds = given instanceof PyFloat ? given.value : given;
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= MOST_SECONDS))
    throw new ControlError(`"advance" must be a number of seconds, 0 to ${MOST_SECONDS}.`);
  if (virtualClock === undefined) {
    throw new ControlError(
      'This simulator runs in real time; start it with --clock virtual to move its clock.',
    );
  }
  await virtualClock.advance(seconds);
  return dict({ now: master.clock.now() / MICROSECONDS });
}

function fireEvent({ master }: Controlled, body: PyDict): PyDict {
  expectKeys(body, ['tag', 'data']);
  const tag = body.get('tag');
  const data = body.get('data') ?? new Map();
  if (typeof tag !== 'string' || tag === '')
    throw new ControlError('"tag" must be a text that is not empty.');
  if (!isDict(data)) throw new ControlError('"data" must be an object.');
  master.events.fire(tag, data);
  return dict({ fired: tag });
}
