import type { SaltApi } from '../run-options.ts';
import type { Target } from '../target/target.ts';

/** A reply that a module has for something, whatever its body says beyond the pattern. */
export interface Said {
  /** What its body is, in short. */
  readonly what: string;
  readonly status: number;
  readonly type: string;
  readonly body: RegExp;
}

/** What a module of salt-api says in words of its own. */
export interface Answers {
  /** The JSON that stands in `return` for a `local` call that no minion matched. */
  readonly nobody: string;
  /** Its reply to a chunk that makes Salt raise. */
  readonly failure: Said;
  /** Its reply to a runner that the user may not call. */
  readonly refusal: Said;
}

const JSON_TYPE = 'application/json';

/** What each module says where they differ (rest-tornado-wsgi §3.3, §7.2; seen on 3006.28, 3007.15 and 3008.3). */
export const ANSWERS: Readonly<Record<SaltApi, Answers>> = {
  cherrypy: {
    nobody: '{}',
    failure: {
      what: 'and not what happened',
      status: 500,
      type: JSON_TYPE,
      body: /^\{"status": 500, "return": "An unexpected error occurred"\}$/,
    },
    refusal: {
      what: 'on a page that names the user',
      status: 401,
      type: 'text/html;charset=utf-8',
      body: /<p>Authentication failure of type "token" occurred for user .+\.<\/p>/,
    },
  },
  tornado: {
    nobody: '"No minions matched the target. No command was sent, no jid was assigned."',
    failure: {
      what: 'and in the list what Salt raised',
      status: 200,
      type: JSON_TYPE,
      body: /^\{"return": \["Unexpected exception while handling request: .+"\]\}$/,
    },
    refusal: {
      what: 'and in the list that the log-in failed for the user',
      status: 200,
      type: JSON_TYPE,
      body: /^\{"return": \["Unexpected exception while handling request: Authentication failure of type \\"token\\" occurred for user .+\."\]\}$/,
    },
  },
  wsgi: {
    nobody: '{}',
    failure: {
      what: 'and what Salt raised',
      status: 500,
      type: JSON_TYPE,
      body: /^\{"return": ".+"\}$/,
    },
    refusal: {
      what: 'and that the log-in failed for the user',
      status: 401,
      type: JSON_TYPE,
      body: /^\{"return": "Authentication failure of type \\"eauth\\" occurred for user .+\."\}$/,
    },
  },
};

/** What the module says that a target is judged as. */
export function answersOf({ options }: Target): Answers {
  return ANSWERS[options.api];
}
