import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { answersOf } from './answers.ts';
import { everyModule } from './every-module.ts';

const source = { documented: 'rest_cherrypy and rest_tornado, POST /', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

everyModule(
  'lowstate.order',
  {
    level: 'must',
    text: 'Several chunks are answered in one list, an item each, in their order.',
    source,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const echo = { client: 'local', tgt: id, fun: 'test.echo' };
    const nobody = { ...echo, tgt: target.unique('nobody') };
    const reply = await target.lowstate([{ ...echo, arg: ['b'] }, nobody, { ...echo, arg: ['a'] }]);
    const said = answersOf(target).nobody;
    expect(reply.body).toBe(`{"return": [{"${id}": "b"}, ${said}, {"${id}": "a"}]}`);
  },
);

everyModule(
  'lowstate.single',
  {
    level: 'must',
    text: 'A single chunk need not stand in a list.',
    source,
    needs,
    except: { wsgi: 'It takes a list of chunks and nothing else.' },
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    const reply = await target.authed.post('/', chunk);
    expect(reply.body).toBe(`{"return": [{"${target.minion}": true}]}`);
  },
);

everyModule(
  'lowstate.empty',
  {
    level: 'should',
    text: 'An empty list of chunks is answered with an empty list.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.lowstate([]);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": []}');
  },
);
