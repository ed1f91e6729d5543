import { expect, test } from '@playwright/test';
import { virtualClock } from '../../simulator/clock/virtual-clock.ts';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { EventBus, type SaltEvent } from '../../simulator/master/event-bus.ts';
import { fireStateErrors } from '../../simulator/master/minion/state-errors.ts';
import { dict, isDict } from '../../simulator/python/value.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

/** How events of 3006 are stamped. */
const STAMPS = { stampSeparator: 'T', stampZone: '' } as const;

/** A state that does nothing, and what it requires. */
function nop(...required: readonly string[]): object {
  return required.length === 0
    ? { 'test.nop': [] }
    : { 'test.nop': [{ require: required.map((id) => ({ test: id })) }] };
}

const FLEET = {
  users: { saltdev: { password: 'saltdev' } },
  minions: {
    db1: { grains: { role: 'db' } },
    web1: { grains: { role: 'web' }, pillar: { port: 80 } },
  },
  states: {
    'web.init': { include: ['.conf', '..common'], site: nop('conf', 'base') },
    'web.conf': { conf: nop() },
    common: { base: nop() },
    outside: { include: ['..above'] },
    one: { same: nop() },
    other: { same: nop('x') },
    grain: { made_up: { 'grains.present': [{ value: 'x' }] } },
    slow: {
      slow: { 'test.fail_without_changes': [{ retry: { attempts: 3, interval: 60 } }] },
      after: nop(),
    },
  },
  top: {
    'G@role:web': ['web'],
    'role:d*': [{ match: 'grain' }, 'common'],
    'web*,db*': ['slow'], // a minion takes no list for a glob
    pair: [{ match: 'nodegroup' }, 'one'],
  },
};

let simulator: Simulator;
test.beforeEach(async () => {
  const nodegroups = { pair: 'web1,db1' };
  const config = {
    external_auth: { pam: { saltdev: ['.*'] } },
    netapi_enable_clients: ['local'],
    nodegroups,
  };
  simulator = await startSimulator({ fleet: FLEET, config });
});
test.afterEach(() => simulator.close());

interface StateResult {
  readonly __id__: string;
  readonly comment: string;
  readonly start_time: string;
  readonly duration: number;
}

async function run<T = unknown>(fun: string, arg: unknown[] = [], tgt = 'web1'): Promise<T> {
  const answer = await runAsSaltdev(simulator, { tgt, fun, arg, timeout: 300 });
  return (answer as Record<string, T>)[tgt] as T;
}

test('a directory is read by its init.sls, and includes begin there', async () => {
  const ran = await run<Record<string, StateResult>>('state.apply', ['web']);
  expect(Object.values(ran).map(({ __id__: id }) => id)).toEqual(['conf', 'base', 'site']);
});

test('an include cannot lead above all directories', async () => {
  expect(await run('state.apply', ['outside'])).toEqual([
    "Attempted relative include of '..above' within SLS 'base:outside' goes beyond top level package ",
  ]);
});

test('an id may be in two files only if it says the same in both', async () => {
  expect(await run('state.apply', ['one,other'])).toEqual([
    "Detected conflicting IDs, SLS IDs need to be globally unique.\n    The conflicting ID is 'same' and is found in SLS 'base:one' and SLS 'base:other'",
  ]);
});

test('a top file matches by compounds, and by the type that it names', async () => {
  expect(await run('state.show_top')).toEqual({ base: ['web', 'one'] });
  expect(await run('state.show_top', [], 'db1')).toEqual({ base: ['common', 'one'] });
});

test('a grain that a state has set counts at once, and stays', async () => {
  const changed = { changes: { made_up: 'x' }, comment: 'Set grain made_up to x' };
  const same = { changes: {}, comment: 'Grain is already set' };
  for (const outcome of [changed, same]) {
    const ran = await run<Record<string, StateResult>>('state.apply', ['grain']);
    expect(Object.values(ran)).toMatchObject([outcome]);
  }
  expect(await run('grains.get', ['made_up'])).toBe('x');
});

test('a test run sets no grain', async () => {
  await run('state.test', ['grain']);
  expect(await run('grains.get', ['made_up'])).toBe('');
});

test('what retries wait for passes before the next state begins', async () => {
  const ran = await run<Record<string, StateResult>>('state.apply', ['slow']);
  const [slow, after] = Object.values(ran);
  expect(slow?.duration).toBeGreaterThanOrEqual(120_000);
  expect(slow?.comment).toContain('Attempt 2: Returned a result of "False"');
  const [from = 0, to = 0] = [slow, after].map((state) =>
    Date.parse(`2026-01-01T${state?.start_time}Z`),
  );
  expect((to - from + 86_400_000) % 86_400_000).toBeGreaterThanOrEqual(120_000);
});

test('the master tells of each failed state of state.sls, and stores what it has told', () => {
  const bus = new EventBus(virtualClock(), STAMPS);
  const told: SaltEvent[] = [];
  bus.listen((event) => told.push(event));
  const tag = 'test_|-bad_|-bad_|-nop';
  const states = new Map([
    [tag, dict({ result: false })],
    ['test_|-good_|-good_|-nop', dict({ result: true })],
  ]);
  const data = dict({ return: states, retcode: 2, fun: 'state.sls', jid: '1', id: 'web1' });
  const stored = fireStateErrors(bus, data).get('return');
  expect(told.map((event) => [event.tag, [...event.data.keys()]])).toEqual([
    ['test.nop', ['result', 'retcode', '_stamp']],
    [
      'salt/job/1/sub/web1/error/state.sls',
      ['result', 'retcode', '_stamp', 'jid', 'id', 'success', 'return', 'fun'],
    ],
  ]);
  expect(isDict(stored) && stored.get(tag)).toEqual(told[1]?.data);
  expect(states.get(tag)).toEqual(dict({ result: false }));
});

test('the master tells of no failed state of state.apply', () => {
  const bus = new EventBus(virtualClock(), STAMPS);
  const told: SaltEvent[] = [];
  bus.listen((event) => told.push(event));
  const states = new Map([['test_|-bad_|-bad_|-nop', dict({ result: false })]]);
  const data = dict({ return: states, retcode: 2, fun: 'state.apply', jid: '1', id: 'web1' });
  expect(fireStateErrors(bus, data)).toBe(data);
  expect(told).toEqual([]);
});

test('the pillar of a call is laid over that of the minion', async () => {
  const check = { x: { test: ['check_pillar', { present: ['port', 'owner:name'] }] } };
  const [bare, laid] = [
    await run('state.high', [check]),
    await run('state.high', [check, 'pillar={owner: {name: me}}']),
  ];
  expect(JSON.stringify(bare)).toContain('Pillar key \\"owner:name\\" is missing.');
  expect(JSON.stringify(laid)).toContain('"result":true');
});

test('with queue a run of states waits for those before it, and several do so in their order', async () => {
  const done: string[] = [];
  const begin = async (name: string, chunk: object): Promise<void> => {
    await runAsSaltdev(simulator, { tgt: 'web1', timeout: 1000, ...chunk });
    done.push(name);
  };
  const single = { fun: 'state.single', arg: ['test.nop', 'x'] };
  await Promise.all([
    begin('slow', { fun: 'state.sls', arg: ['slow'] }),
    ...['first', 'second'].map((name) => begin(name, { ...single, kwarg: { queue: true } })),
    begin('beside', { ...single, kwarg: { concurrent: true } }),
  ]);
  expect(done).toEqual(['beside', 'slow', 'first', 'second']);
});

/* As `file.append` of 3006.28, 3007.15 and 3008.3 has them. */
for (const [salt, own] of [
  ['3006', ['encoding', 'encoding_errors']],
  ['3007', ['encoding', 'encoding_errors']],
  ['3008', ['show_changes']],
] as const)
  test(`sys.state_argspec tells the arguments that a state has on ${salt}, and no others`, async () => {
    const ofLine = await startSimulator({ salt });
    try {
      const chunk = { tgt: 'web1', fun: 'sys.state_argspec', arg: ['file.append'] };
      const returned = (await runAsSaltdev(ofLine, chunk)) as Record<string, unknown>;
      const { args } =
        (returned['web1'] as Record<string, { args: string[] }>)['file.append'] ?? {};
      const ofAll = ['encoding', 'encoding_errors', 'show_changes'];
      expect(args?.filter((name) => ofAll.includes(name))).toEqual(own);
    } finally {
      await ofLine.close();
    }
  });
