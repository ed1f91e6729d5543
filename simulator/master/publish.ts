import { str } from '../python/repr.ts';
import { getOr, isDict, isTruthy, type PyDict, type PyValue } from '../python/value.ts';
import type { Clock } from './clock.ts';
import { allowsLocalCall, ruleTargets } from './eauth/local-permission.ts';
import type { Caller } from './eauth/eauth.ts';
import { newJid } from './jid.ts';
import type { Master } from './master.ts';
import { PublishedJob } from './published-job.ts';
import { SaltError } from './salt-error.ts';
import type { TargetMatch } from './targeting/target.ts';

/** A command on its way to the minions, as the client library hands it to the master. */
export interface Command {
  readonly tgt: PyValue;
  readonly fun: PyValue;
  readonly arg: readonly PyValue[];
  readonly tgt_type: string;
  readonly ret: PyValue;
  /** The caller's own jid, or empty. */
  readonly jid: PyValue;
  /** Everything else the chunk held: credentials, metadata, delimiter ... */
  readonly kwargs: PyDict;
}

/**
 * Publishes a command to the minions it targets, once it is clear who asks and that they may.
 *
 * @returns the job, or undefined where the target names no minion: then nothing was published
 * @throws SaltError `AuthenticationError` or `AuthorizationError`, after the event that tells of it
 */
export function publish(master: Master, command: Command): PublishedJob | undefined {
  const match = master.match(command.tgt, command.tgt_type, delimiterOf(command));
  const user = authorize(master, command, match);
  if (match.minions.length === 0) return undefined;
  const jid = isTruthy(command.jid) ? str(command.jid) : newJid(master.clock);
  return announce(master, { ...command, jid }, { jid, user, match, clock: master.clock });
}

/** A command that the master itself gives. */
export interface OwnCommand extends Pick<Command, 'tgt' | 'fun' | 'arg' | 'tgt_type'> {
  /** A new one where it is absent. */
  readonly jid?: string;
  /** The time that its functions live in; the master's where it is absent. */
  readonly clock?: Clock;
}

/** Runs a command the master itself gives, `manage.status` say: nobody's rights are asked. */
export function publishAsMaster(
  master: Master,
  { jid: given = '', clock = master.clock, ...command }: OwnCommand,
): PublishedJob | undefined {
  const whole: Command = { ...command, ret: '', jid: given, kwargs: new Map() };
  const match = master.match(whole.tgt, whole.tgt_type);
  if (match.minions.length === 0) return undefined;
  const jid = given === '' ? newJid(master.clock) : given;
  return announce(master, whole, { jid, user: master.config.user, match, clock });
}

function authorize(master: Master, command: Command, match: TargetMatch): PyValue {
  let caller: Caller;
  try {
    caller = master.eauth.identify(command.kwargs);
  } catch (error) {
    if (!(error instanceof SaltError) || error.kind === 'other') throw error;
    throw refuse(master, command, 'AuthenticationError', 'Authentication error occurred.');
  }
  const allowed = allowsLocalCall(
    caller.rules,
    { fun: command.fun, arg: [...command.arg], minions: match.minions },
    ruleTargets(master),
  );
  if (!allowed)
    throw refuse(master, command, 'AuthorizationError', 'Authorization error occurred.');
  return caller.username;
}

/**
 * Fires the event of a refused publish and makes the exception.
 *
 * The event holds the whole load, the caller's credentials included: so does Salt's
 * (real-salt §4, row 8).
 */
function refuse(
  master: Master,
  command: Command,
  kind: 'AuthenticationError' | 'AuthorizationError',
  message: string,
): SaltError {
  const load: PyDict = new Map<string, PyValue>([
    ['cmd', 'publish'],
    ['tgt', command.tgt],
    ['fun', command.fun],
    ['arg', [...command.arg]],
    ['key', master.publishKey],
    ['tgt_type', command.tgt_type],
    ['ret', command.ret],
    ['jid', command.jid],
    ['kwargs', command.kwargs],
    ['user', master.config.user],
    [
      'error',
      new Map<string, PyValue>([
        ['name', kind],
        ['message', message],
      ]),
    ],
  ]);
  const jid = isTruthy(command.jid) ? `/${str(command.jid)}` : '';
  master.events.fire(`salt/job${jid}/error`, load);
  return new SaltError(kind, message);
}

/** What is known of a command once it goes out. */
interface Departure {
  readonly jid: string;
  readonly user: PyValue;
  readonly match: TargetMatch;
  readonly clock: Clock;
}

/** The events of a publish, its entry in the job cache, and the job itself (salt-core §8.2, §3.3). */
function announce(
  master: Master,
  command: Command,
  { jid, user, match, clock }: Departure,
): PublishedJob {
  const { events, profile } = master;
  const { tgt, tgt_type, fun } = command;
  const arg = [...command.arg];
  if (profile.firesBareJidEvent) events.fire(jid, new Map([['minions', match.minions]]));
  events.fire(
    `salt/job/${jid}/new`,
    new Map<string, PyValue>([
      ['jid', jid],
      ['tgt_type', tgt_type],
      ['tgt', tgt],
      ['user', user],
      ['fun', fun],
      ['arg', arg],
      ['minions', match.minions],
      ['missing', match.missing],
    ]),
  );
  const metadata = command.kwargs.get('metadata');
  master.jobs.add(
    jid,
    { fun, arg, tgt, tgt_type, user, ...(metadata !== undefined && { metadata }) },
    match.minions,
  );
  const load: PyDict = new Map<string, PyValue>([
    ['fun', fun],
    ['arg', arg],
    ['tgt', tgt],
    ['jid', jid],
    ['ret', command.ret],
  ]);
  const delimiter = delimiterOf(command);
  if (delimiter !== ':') load.set('delimiter', delimiter);
  passOn(command.kwargs, ['id'], load);
  load.set('tgt_type', tgt_type);
  passOn(command.kwargs, PASSED_ON, load);
  if (profile.publishesStartEvent) passOn(command.kwargs, ['start_event'], load);
  load.set('user', user);
  if (profile.firesPublishEvent) events.fire(`salt/job/${jid}/publish`, new Map(load));
  const job = new PublishedJob(jid, asMinionsReadIt(load, arg), match, clock);
  master.minions.run(job);
  return job;
}

/** Keys of a chunk that are published as they are, in the order of the load (salt-core §3.3). */
const PASSED_ON = [
  'ret_config',
  'metadata',
  'module_executors',
  'executor_opts',
  'ret_kwargs',
] as const;

function passOn(kwargs: PyDict, keys: readonly string[], load: PyDict): void {
  for (const key of keys) if (kwargs.has(key)) load.set(key, kwargs.get(key) ?? null);
}

function delimiterOf({ kwargs }: Command): PyValue {
  return getOr(kwargs, 'delimiter', ':');
}

/** Minions take the mark of keyword arguments off any dict, before they see that it is not true. */
function asMinionsReadIt(load: PyDict, arg: readonly PyValue[]): PyDict {
  if (!arg.some(isFalselyMarked)) return load;
  const read = arg.map((value) =>
    isFalselyMarked(value) ? new Map([...value].filter(([key]) => key !== '__kwarg__')) : value,
  );
  return new Map(load).set('arg', read);
}

function isFalselyMarked(value: PyValue): value is PyDict {
  return isDict(value) && value.has('__kwarg__') && value.get('__kwarg__') !== true;
}
