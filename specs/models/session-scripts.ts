import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import type { EventStream } from '../target/event-stream.ts';
import type { LoginBody } from '../target/login.ts';
import { field, firstReturn } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { isAlive, type Session, type SessionModel } from './session-model.ts';

type Command = fc.AsyncCommand<SessionModel, Target>;

/** A command that can always be given. */
function command(
  what: string,
  run: (model: SessionModel, target: Target) => Promise<void>,
): Command {
  return { check: () => true, run, toString: () => what };
}

/** A command given with one of the sessions that there are by then. */
function withSession(
  what: string,
  act: (session: Session, model: SessionModel, target: Target) => Promise<void>,
): fc.Arbitrary<Command> {
  return fc.nat(7).map((pick) => ({
    check: ({ sessions }) => sessions.length > 0,
    run: async (model, target) => {
      const session = model.sessions[pick % model.sessions.length];
      if (session !== undefined) await act(session, model, target);
    },
    toString: () => `${what} with session ${pick}`,
  }));
}

/** The ways in which credentials can be sent: content type and body. JSON is YAML too. */
const WAYS: Readonly<Record<string, (body: LoginBody) => readonly [type: string, body: string]>> = {
  object: (body) => ['application/json', JSON.stringify(body)],
  list: (body) => ['application/json', JSON.stringify([body])],
  yaml: (body) => ['application/x-yaml', JSON.stringify(body)],
  text: (body) => ['text/plain', JSON.stringify(body)],
  form: ({ username, password, eauth }) => [
    'application/x-www-form-urlencoded',
    new URLSearchParams({ username, password, eauth }).toString(),
  ],
};

/** @param life the seconds that the Salt token shall live, where not as long as the master says */
function logIn(way: string, life: number | undefined): Command {
  const what = `log in by ${way}${life === undefined ? '' : `, for ${life} s`}`;
  return command(what, async (model, target) => {
    const credentials = {
      ...target.credentials,
      ...(life !== undefined && { token_expire: life }),
    };
    const [type, body] = WAYS[way]?.(credentials) ?? [];
    const reply = await target.post('/login', body, [['Content-Type', type ?? '']]);
    expect(reply.status).toBe(200);
    const id = field(firstReturn(reply), 'token');
    expect(id).toBe(reply.header('X-Auth-Token'));
    model.sessions.push({
      id: String(id),
      isOpen: true,
      tokenDies: model.now + (life ?? Infinity),
    });
  });
}

/** A session outlives its Salt token: without a chunk to run nobody looks at that. */
async function postNothing(
  { id, isOpen }: Session,
  _: SessionModel,
  target: Target,
): Promise<void> {
  const reply = await target.post('/', [], [['X-Auth-Token', id]]);
  expect(reply.status).toBe(isOpen ? 200 : 401);
}

async function run(session: Session, model: SessionModel, target: Target): Promise<void> {
  const chunk = { client: 'runner', fun: 'test.arg' };
  const reply = await target.post('/', [chunk], [['Cookie', `session_id=${session.id}`]]);
  expect(reply.status).toBe(isAlive(model, session) ? 200 : 401);
}

async function logOut(session: Session, _: SessionModel, target: Target): Promise<void> {
  const reply = await target.post('/logout', {}, [['X-Auth-Token', session.id]]);
  expect(reply.status).toBe(session.isOpen ? 200 : 401);
  session.isOpen = false;
}

async function listen(session: Session, model: SessionModel, target: Target): Promise<void> {
  const stream = await target.listen([['X-Auth-Token', session.id]]);
  expect(stream.head.status).toBe(isAlive(model, session) ? 200 : 401);
  if (!isAlive(model, session)) return stream.close();
  await stream.until(({ text }) => text.includes('retry: 400'));
  model.listeners.push({ stream, session, expected: [] });
}

/** Everybody who is alive hears of every hook, in order. A hook asks for a session, not for its Salt token. */
async function fire(session: Session, model: SessionModel, target: Target): Promise<void> {
  const path = target.unique('model');
  const reply = await target.post(`/hook/${path}`, {}, [['X-Auth-Token', session.id]]);
  expect(reply.status).toBe(session.isOpen ? 200 : 401);
  if (!session.isOpen) return;
  for (const listener of model.listeners.filter((one) => isAlive(model, one.session))) {
    const { stream, expected } = listener;
    expected.push(`salt/netapi/hook/${path}`);
    await stream.until(() => hooksHeard(stream).length >= expected.length);
    expect(hooksHeard(stream)).toEqual(expected);
  }
}

/** A listener whose token is dead hears of one event more at the most, then its stream ends. */
async function dropTheDead(session: Session, model: SessionModel, target: Target): Promise<void> {
  if (!session.isOpen) return;
  await fire(session, model, target);
  await fire(session, model, target);
  const dead = model.listeners.filter((one) => !isAlive(model, one.session));
  for (const { stream } of dead) expect(await stream.until(({ hasEnded }) => hasEnded)).toBe(true);
  model.listeners = model.listeners.filter((one) => !dead.includes(one));
}

function hooksHeard(stream: EventStream): string[] {
  const tags = stream.events().map(({ tag }) => tag);
  return tags.filter((tag) => tag.startsWith('salt/netapi/hook/model'));
}

function wait(seconds: number): Command {
  return command(`wait ${seconds} s`, async (model, target) => {
    await target.passes(seconds);
    model.now += seconds;
  });
}

/**
 * Scripts of log-ins in every way, calls, log-outs, listening, firing and waiting.
 *
 * @param length commands at the most
 * @param canWait whether the target's clock can be told; where it cannot, tokens that shall die
 *   are dead from the beginning
 */
export function sessionScripts(length: number, canWait: boolean): fc.Arbitrary<Iterable<Command>> {
  const lives = canWait ? [2, 4] : [-1];
  const commands = [
    fc
      .tuple(
        fc.constantFrom(...Object.keys(WAYS)),
        fc.option(fc.constantFrom(...lives), { nil: undefined }),
      )
      // A form has no numbers, and a life that is a text is refused.
      .filter(([way, life]) => way !== 'form' || life === undefined)
      .map(([way, life]) => logIn(way, life)),
    withSession('post nothing', postNothing),
    withSession('run', run),
    withSession('log out', logOut),
    withSession('listen', listen),
    withSession('fire', fire),
    withSession('drop the dead', dropTheDead),
    ...(canWait ? [fc.constant(wait(3))] : []),
  ];
  return fc.commands(commands, { maxCommands: length, size: 'max' });
}
