import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { DOCUMENTED, MEANT } from './documented.ts';
import { expectError } from './expect-error.ts';
import { JSON_IN } from './json-in.ts';

requirement(
  'wsgi.bodies.json-only',
  {
    level: 'may',
    text: 'A body that does not say that it is application/json, to the letter, answers 406, NOT ACCEPTABLE.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    for (const type of [
      'application/json; charset=utf-8',
      'Application/JSON',
      'text/json',
      'application/x-www-form-urlencoded',
    ])
      expectError(
        await target.post('/', '[]', [['Content-Type', type]]),
        '406 NOT ACCEPTABLE',
        '406: JSON required',
      );
    const untyped = await target.send({ method: 'POST', path: '/', body: '[]' });
    expectError(untyped, '406 NOT ACCEPTABLE', '406: JSON required');
  },
);

requirement(
  'wsgi.bodies.bad-json',
  {
    level: 'may',
    text: 'A body that is no JSON answers 400, BAD REQUEST, and says where it stops being some.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    for (const [body, told] of [
      ['', 'Expecting value: line 1 column 1 (char 0)'],
      ['client=local', 'Expecting value: line 1 column 1 (char 0)'],
      ['[] []', 'Extra data: line 1 column 4 (char 3)'],
      ['[\n"a"', "Expecting ',' delimiter: line 2 column 4 (char 5)"],
    ] as const)
      expectError(await target.post('/', body, [JSON_IN]), '400 BAD REQUEST', `400: ${told}`);
  },
);

requirement(
  'wsgi.bodies.empty-list',
  {
    level: 'may',
    text: 'Low data without chunks answers 200 and an empty list.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    for (const body of ['[]', '{}', '""']) {
      const reply = await target.post('/', body, [JSON_IN]);
      expect(`${reply.status} ${reply.body}`).toBe('200 {"return": []}');
    }
  },
);

requirement(
  'wsgi.bodies.no-list',
  {
    level: 'may',
    text: 'Low data that is no list is gone through all the same, and answers 500 with what Python says of that.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    for (const [body, told] of [
      ['{"client": "local"}', "'str' object has no attribute 'get'"],
      ['"local"', "'str' object has no attribute 'get'"],
      ['[null]', "'NoneType' object has no attribute 'get'"],
      ['[[]]', "'list' object has no attribute 'get'"],
      ['null', "'NoneType' object is not iterable"],
      ['42', "'int' object is not iterable"],
    ] as const)
      expectError(await target.post('/', body, [JSON_IN]), '500 INTERNAL SERVER ERROR', told);
  },
);
