import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectRefused, expectUsed, UNKNOWN_SESSION, use } from './session.ts';

const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

/** Cookie headers that hold a live session, and whether they open it. */
const COOKIES: Readonly<
  Record<string, { text: string; opens: boolean; cookie: (id: string) => string }>
> = {
  'cookie-among-others': {
    text: 'The session cookie is found among others, blanks between them or not.',
    opens: true,
    cookie: (id) => `a=b;session_id=${id}; c=d`,
  },
  'cookie-quoted': {
    text: 'A quoted session cookie opens the session.',
    opens: true,
    cookie: (id) => `session_id="${id}"`,
  },
  'cookie-last': {
    text: 'Of several session cookies the last counts.',
    opens: true,
    cookie: (id) => `session_id=${UNKNOWN_SESSION}; session_id=${id}`,
  },
  'cookie-not-first': {
    text: 'Of several session cookies the first does not count.',
    opens: false,
    cookie: (id) => `session_id=${id}; session_id=${UNKNOWN_SESSION}`,
  },
  'cookie-name-case': {
    text: 'The name of the session cookie is case-sensitive.',
    opens: false,
    cookie: (id) => `Session_Id=${id}`,
  },
  'cookie-spaces': {
    text: 'Blanks around the equals sign of a cookie are no part of it.',
    opens: true,
    cookie: (id) => `session_id = ${id}`,
  },
  'cookie-after-junk': {
    text: 'A session cookie after something that is no cookie is not read.',
    opens: false,
    cookie: (id) => `x={"a":1}; session_id=${id}`,
  },
  'cookie-bare-name': {
    text: 'A cookie without a value makes the whole header count for nothing.',
    opens: false,
    cookie: (id) => `session_id=${id}; bare`,
  },
};

for (const [name, { text, opens, cookie }] of Object.entries(COOKIES)) {
  requirement(
    `cherrypy.sessions.${name}`,
    { level: 'should', text, source: observed, needs },
    async ({ target }) => {
      const reply = await use(target, ['Cookie', cookie(await target.freshSession())]);
      if (opens) expectUsed(reply);
      else expectRefused(reply);
    },
  );
}

requirement(
  'cherrypy.sessions.cookie-illegal',
  {
    level: 'may',
    text: 'A cookie whose name holds a character that cookies may not have is answered with 400, wherever the request goes, without CORS headers.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of ['/', target.unique('/nowhere')]) {
      const reply = await target.get(path, [['Cookie', 'a@b=c']]);
      expect(reply.status).toBe(400);
      expect(reply.body).toContain("<p>Illegal key 'a@b'</p>");
      expect(reply.header('Access-Control-Allow-Origin')).toBeUndefined();
    }
  },
);
