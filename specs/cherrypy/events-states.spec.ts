import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { runHigh } from './run-states.ts';

const needs = ['minion'] as const;

for (const [what, text, fireEvent] of [
  ['by-name', 'A state with fire_event: true fires salt/state_result/<jid>/<id>/<name>', true],
  ['by-text', 'A state whose fire_event is a text fires an event that ends with it', 'own/text'],
] as const) {
  requirement(
    `cherrypy.events-states.${what}`,
    {
      level: 'should',
      text: `${text}, with its result as ret; state.high knows no jid, and says None.`,
      source: { documented: 'Salt: fire_event', observed: EVERY_LINE },
      needs,
    },
    async ({ target }) => {
      const name = target.unique('state');
      const end = fireEvent === true ? name : `${fireEvent}/${name}`;
      const stream = await target.listen([await target.auth()]);
      const asked = fireEvent === true ? true : end;
      const { states } = await runHigh(target, { [name]: ['nop', { fire_event: asked }] });
      const event = await stream.event(({ tag }) => tag.endsWith(end));
      expect(event?.tag).toBe(`salt/state_result/None/${target.minion}/${end}`);
      expect(Object.keys(event?.data.data ?? {})).toEqual([
        'id',
        'tag',
        'data',
        'cmd',
        'jid',
        'ts',
        '_stamp',
      ]);
      expect(event?.data.data).toMatchObject({
        id: target.minion,
        tag: event?.tag,
        data: { ret: Object.values(states)[0] },
        cmd: '_minion_event',
        jid: null,
      });
    },
  );
}
