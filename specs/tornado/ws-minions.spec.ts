import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import type { Websocket } from '../target/websocket.ts';
import { fired, formatted, minionsOf, toldOf } from './formatted.ts';

const observed = { observed: EVERY_LINE };
const needs = ['websockets', 'minion', 'runner'] as const;

/** The ids that were told of last. */
function known(target: Target, websocket: Websocket): string[] {
  return Object.keys(minionsOf(target, websocket).at(-1) ?? {});
}

/** Has a minion accepted that nobody else has heard of. */
async function accepted(target: Target, websocket: Websocket): Promise<string> {
  const id = target.unique('minion');
  const data = { act: 'accept', id, result: true };
  await fired(target, websocket, 'saltproof/key', data, (text) => text.includes(id));
  return id;
}

requirement(
  'tornado.ws-minions.grains',
  {
    level: 'should',
    text: 'What a minion returns to grains.items is told as its grains, in a message of its own, with its id behind.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const { told } = await toldOf(target, websocket, 'grains.items');
    expect(told.at(-1)?.minions[target.minion]).toHaveProperty('return');
    await websocket.text((text) => text.startsWith('{"minions": '));
    const minion = minionsOf(target, websocket).at(-1)?.[target.minion];
    expect(minion?.grains?.['id']).toBe(target.minion);
    expect(Object.keys(minion ?? {})).toEqual(['grains', 'id']);
  },
);

requirement(
  'tornado.ws-minions.accepted',
  {
    level: 'should',
    text: 'A minion whose key is accepted is told with its id alone, beside those known before.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    await toldOf(target, websocket, 'grains.items');
    const id = await accepted(target, websocket);
    expect(known(target, websocket)).toContain(target.minion);
    expect(known(target, websocket).at(-1)).toBe(id);
    expect(minionsOf(target, websocket).at(-1)?.[id]).toEqual({ id });
  },
);

requirement(
  'tornado.ws-minions.deleted',
  {
    level: 'should',
    text: 'A minion whose key is deleted is told no more.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const id = await accepted(target, websocket);
    const data = { act: 'delete', id, result: true };
    const isGone = (): boolean => !known(target, websocket).includes(id);
    await fired(target, websocket, 'saltproof/key', data, isGone);
    expect(known(target, websocket)).not.toContain(id);
  },
);

requirement(
  'tornado.ws-minions.other-act',
  {
    level: 'should',
    text: 'Whatever else happens to a key, all minions are told again, unchanged.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const id = await accepted(target, websocket);
    const before = minionsOf(target, websocket).length;
    const isTold = (): boolean => minionsOf(target, websocket).length > before;
    const data = { act: 'reject', id: target.unique('other') };
    await fired(target, websocket, 'saltproof/key', data, isTold);
    expect(known(target, websocket)).toContain(id);
    expect(known(target, websocket)).not.toContain(data.id);
  },
);

requirement(
  'tornado.ws-minions.present',
  {
    level: 'should',
    text: 'Of salt/presence/present those who are there are told, and no others.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const gone = await accepted(target, websocket);
    const present = [target.unique('minion')];
    const isTold = (): boolean => !known(target, websocket).includes(gone);
    await fired(target, websocket, 'saltproof/presence/present', { present }, isTold);
    expect(minionsOf(target, websocket).at(-1)).toEqual({ [present[0] ?? '']: { id: present[0] } });
  },
);

requirement(
  'tornado.ws-minions.present-again',
  {
    level: 'may',
    text: 'Where nobody has come or gone, salt/presence/present is not told.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const present = [target.unique('minion')];
    const tag = 'saltproof/presence/present';
    await fired(target, websocket, tag, { present }, (text) => text.includes(present[0] ?? ''));
    const before = minionsOf(target, websocket).length;
    for (let times = 0; times < 2; times += 1)
      await target.authed.runner('event.send', { kwarg: { tag, data: { present } } });
    await toldOf(target, websocket, 'test.ping');
    expect(minionsOf(target, websocket)).toHaveLength(before);
  },
);

requirement(
  'tornado.ws-minions.lost',
  {
    level: 'should',
    text: 'Of salt/presence/change those who are lost are dropped, and no others.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const [stays, goes] = [await accepted(target, websocket), await accepted(target, websocket)];
    const isTold = (): boolean => !known(target, websocket).includes(goes);
    const data = { lost: [goes], present: [stays] };
    await fired(target, websocket, 'saltproof/presence/change', data, isTold);
    expect(known(target, websocket)).toContain(stays);
    expect(known(target, websocket)).not.toContain(goes);
  },
);

requirement(
  'tornado.ws-minions.new-drops-all',
  {
    level: 'may',
    text: 'Of salt/presence/change with new minions alone these are told, and all others are dropped.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const gone = await accepted(target, websocket);
    const id = target.unique('minion');
    const isTold = (text: string): boolean => text.includes(id);
    await fired(target, websocket, 'saltproof/presence/change', { new: [id] }, isTold);
    expect(known(target, websocket)).toEqual([id]);
    expect(known(target, websocket)).not.toContain(gone);
  },
);
