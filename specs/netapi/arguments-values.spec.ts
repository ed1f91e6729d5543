import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { expectFailure } from './expect-said.ts';
import { NOT_OF_WSGI } from './reasons.ts';

const documented = 'Salt execution modules, test; LocalClient.cmd';
const source = { documented, observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** Sends JSON as it is spelled through test.echo, and expects the very bytes back. */
async function expectEcho(target: Target, sent: string, returned = sent): Promise<void> {
  const reply = await target.authed.post(
    '/',
    `{"client": "local", "tgt": ${JSON.stringify(target.minion)}, "fun": "test.echo", "arg": [${sent}]}`,
    [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
    ],
  );
  expect(reply.body).toBe(`{"return": [{"${target.minion}": ${returned}}]}`);
}

everyModule(
  'arguments.types',
  {
    level: 'must',
    text: 'JSON values of every kind, nested and empty ones too, reach a function and come back as the same bytes.',
    source,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => {
    await expectEcho(
      target,
      '[null, true, false, 0, -1, "", "text", [], {}, [[1, [2]]], {"b": {"a": [null]}, "a": 1}]',
    );
  },
);

everyModule(
  'arguments.unicode',
  {
    level: 'should',
    text: 'Text of any script comes back as UTF-8 that is not escaped; only quotes, backslashes and control characters are.',
    source: observed,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => {
    await expectEcho(
      target,
      '"Grüße, 日本, \u{1F600} \\" \\\\ \\t \\n \\u0000 \u2028 \u007f </script>"',
    );
  },
);

everyModule(
  'arguments.escaped-unicode',
  {
    level: 'should',
    text: 'An escaped surrogate pair arrives as the one character that it spells.',
    source: observed,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => expectEcho(target, '"\\ud83d\\ude00"', '"\u{1F600}"'),
);

everyModule(
  'arguments.half-surrogate',
  {
    level: 'may',
    text: 'Half of an escaped surrogate pair, which has no UTF-8, fails.',
    source: observed,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => {
    const reply = await target.authed.post(
      '/',
      `[{"client": "local", "tgt": "${target.minion}", "fun": "test.echo", "arg": ["\\ud800"]}]`,
      [['Content-Type', 'application/json']],
    );
    expectFailure(target, reply);
  },
);

everyModule(
  'arguments.floats',
  {
    level: 'should',
    text: 'Floats stay floats, and are spelled as Python does: 1.0, 1e+16, 1e-05.',
    source: observed,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => {
    await expectEcho(
      target,
      '[1.0, -0.0, 0.1, 1e3, 1E16, 0.00001, 1.7976931348623157e308, 5e-324]',
      '[1.0, -0.0, 0.1, 1000.0, 1e+16, 1e-05, 1.7976931348623157e+308, 5e-324]',
    );
  },
);

everyModule(
  'arguments.integers-of-64-bits',
  {
    level: 'should',
    text: 'Integers of up to 64 bits come back with every digit.',
    source: observed,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => {
    await expectEcho(target, '[9007199254740993, 9223372036854775808, -9223372036854775807]');
  },
);

everyModule(
  'arguments.integers-beyond-64-bits',
  {
    level: 'may',
    text: 'An integer of more than 64 bits arrives as the text of its digits.',
    source: observed,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => {
    await expectEcho(target, '[18446744073709551616]', '["18446744073709551616"]');
  },
);

everyModule(
  'arguments.integer-like-a-jid',
  {
    level: 'should',
    text: 'An integer of twenty digits is taken for a job id and arrives as text.',
    source: observed,
    needs,
    except: { wsgi: NOT_OF_WSGI.session },
  },
  async ({ target }) => expectEcho(target, '12345678901234567890', '"12345678901234567890"'),
);
