import type { RunOptions } from '../run-options.ts';
import { STANDARD_TIMES, type Capability, type Fleet, type MasterTimes } from './capabilities.ts';
import { clockOf, type TargetClock } from './clock.ts';
import type { Requests } from './requests.ts';
import { field } from './return-of.ts';
import type { User } from './user.ts';

/** Names no minion, so that nothing runs. */
const TO_NOBODY = { tgt: 'saltproof-nobody', fun: 'test.ping' };

/** What a target turned out to have. */
export interface Surroundings {
  readonly fleet: Fleet;
  readonly times: MasterTimes;
  readonly clock: TargetClock;
  readonly capabilities: ReadonlySet<Capability>;
}

/**
 * Gets to know a target, by log-in and core calls alone, none of which changes anything: a ping of
 * all minions, the list of keys and the master's configuration where the user may see them.
 *
 * @throws NotVerified where there is no session to be had
 */
export async function explore(
  requests: Requests,
  user: User,
  options: RunOptions,
): Promise<Surroundings> {
  const clock = await clockOf(requests, options.timeBudget);
  const answers = Object.entries((await user.local('*', 'test.ping')) ?? {});
  const up = idsOf(answers.filter(([, answer]) => answer === true));
  const [first] = up;
  const top = first === undefined ? undefined : await user.local(first, 'state.show_top');
  const keys = await user.wheel('key.list_all');
  const config = (await user.wheel('config.values')) ?? (await configByRunner(user));
  const ws = await requests.get('/ws');
  const runner = await user.runner('test.arg');
  const batch = await user.lowstate({ client: 'local_batch', ...TO_NOBODY });
  const subset = await user.lowstate({ client: 'local_subset', ...TO_NOBODY });
  const fleet = {
    up,
    down: (await acceptedIds(user, answers)).filter((id) => !up.includes(id)),
    pending: listOf(field(keys, 'minions_pre')),
    rejected: listOf(field(keys, 'minions_rejected')),
  };
  const present: Readonly<Record<Capability, boolean>> = {
    writes: options.allow.includes('writes'),
    'own login': options.credentials !== undefined,
    minion: fleet.up.length > 0,
    'two minions': fleet.up.length > 1,
    highstate: listOf(field(top, first ?? '', 'base')).length > 0,
    'down minion': fleet.down.length > 0,
    'pending key': fleet.pending.length > 0,
    'rejected key': fleet.rejected.length > 0,
    runner: field(runner, 'args') !== undefined,
    wheel: keys !== undefined,
    local_batch: batch.status === 200,
    local_subset: subset.status === 200,
    'limited user': options.limited !== undefined,
    'tellable clock': clock.isTellable,
    // Without ws4py there is no such path; with it, a request that is no handshake fails.
    ws: ws.status !== 404,
    websockets: options.api === 'tornado' && (await hasWebsockets(requests, user)),
    'auto eauth': field(config, 'external_auth', 'auto') !== undefined,
    'token expire override': field(config, 'token_expire_user_override') === true,
  };
  const capabilities = Object.keys(present).filter((name) => present[name as Capability]);
  return {
    fleet,
    times: timesOf(config),
    clock,
    capabilities: new Set(capabilities as Capability[]),
  };
}

/** Who is asked by a job to all: not every module of salt-api tells of those that stay silent. */
async function acceptedIds(
  user: User,
  answers: readonly (readonly [id: string, answer: unknown])[],
): Promise<string[]> {
  const job = await user.run({ client: 'local_async', tgt: '*', fun: 'test.ping' });
  const published = listOf(field(job, 'minions'));
  return published.length > 0 ? published : idsOf(answers);
}

/** Options of the master beside its times that something is told by. */
const TELLING_OPTIONS = ['external_auth', 'token_expire_user_override'] as const;

/**
 * The options that are looked at, where the module has no wheel to ask for all of them. Beside fun a
 * `key` is taken for that of the master, and reaches no runner.
 */
async function configByRunner(user: User): Promise<unknown> {
  const names = [...Object.keys(STANDARD_TIMES), ...TELLING_OPTIONS];
  const entries: [string, unknown][] = [];
  for (const key of names) entries.push([key, await user.runner('config.get', { kwarg: { key } })]);
  return Object.fromEntries(entries);
}

/** Whether there is a path for a token of the user, which answers what is no handshake. */
async function hasWebsockets(requests: Requests, user: User): Promise<boolean> {
  const { status } = await requests.get(`/all_events/${await user.login.token()}`);
  return status !== 404;
}

function idsOf(answers: readonly (readonly [id: string, answer: unknown])[]): string[] {
  return answers.map(([id]) => id).toSorted();
}

function listOf(ids: unknown): string[] {
  return Array.isArray(ids) ? ids.map(String).toSorted() : [];
}

function timesOf(config: unknown): MasterTimes {
  const numbers = Object.keys(STANDARD_TIMES)
    .map((name) => [name, field(config, name)] as const)
    .filter(([, value]) => typeof value === 'number');
  return { ...STANDARD_TIMES, ...(Object.fromEntries(numbers) as Partial<MasterTimes>) };
}
