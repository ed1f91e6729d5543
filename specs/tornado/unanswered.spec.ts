import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectSilence } from './silence.ts';
import { expectUsed, use } from './sign-in.ts';

const observed = { observed: EVERY_LINE };

/** Low data that Python fails on in a task that nobody waits for, by the end of the requirement's id. */
const BODIES: Readonly<Record<string, string>> = {
  null: 'null',
  false: 'false',
  zero: '0',
  'list-with-null': '[null]',
  'list-with-number': '[42]',
  'text-with-client': '"my client"',
  'client-list': '[{"client": []}]',
};

for (const [name, body] of Object.entries(BODIES)) {
  requirement(
    `tornado.unanswered.${name}`,
    {
      level: 'should',
      text: `POST / of ${body} is never answered, and its connection stays open.`,
      source: observed,
    },
    async ({ target }) => {
      const headers = [['Content-Type', 'application/json'], await target.auth()] as const;
      await expectSilence(target, 'POST /', headers, body);
    },
  );
}

for (const path of ['/', '/jobs', '/events']) {
  requirement(
    `tornado.unanswered.no-body-${path === '/' ? 'root' : path.slice(1)}`,
    {
      level: 'should',
      text: `POST ${path} without a body is never answered, where the client has signed in.`,
      source: observed,
    },
    async ({ target }) => expectSilence(target, `POST ${path}`, [await target.auth()]),
  );
}

requirement(
  'tornado.unanswered.no-body-run',
  {
    level: 'should',
    text: 'POST /run without a body is never answered, signed in or not.',
    source: observed,
  },
  async ({ target }) => expectSilence(target, 'POST /run', []),
);

requirement(
  'tornado.unanswered.behind-it',
  {
    level: 'should',
    text: 'What comes behind such a request on its connection is not answered either; on others all goes on.',
    source: observed,
  },
  async ({ target }) => {
    const auth = await target.auth();
    await expectSilence(
      target,
      'POST /',
      [['Content-Type', 'application/json'], auth],
      'null',
      'GET / HTTP/1.1\r\nHost: here\r\n\r\n',
    );
    expectUsed(await use(target, auth));
  },
);
