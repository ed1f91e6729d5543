import { EVERY_LINE, requirement } from '../requirement.ts';
import { closePayload, OPCODE } from '../target/websocket-frame.ts';
import { expectClosed } from './sent-frames.ts';

const source = { documented: 'RFC 6455', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['ws'] as const;

requirement(
  'cherrypy.ws-close.echo',
  {
    level: 'must',
    text: 'A close is answered with its own code and reason, and the connection ends.',
    source,
    needs,
  },
  async ({ target }) => {
    await expectClosed(target, [1000, ''], [OPCODE.close, closePayload(1000)]);
    await expectClosed(target, [4001, 'bye – é'], [OPCODE.close, closePayload(4001, 'bye – é')]);
  },
);

requirement(
  'cherrypy.ws-close.without-code',
  {
    level: 'may',
    text: 'A close without a code is answered with 1005, which must never go over the wire.',
    source: observed,
    needs,
  },
  async ({ target }) => expectClosed(target, [1005, ''], [OPCODE.close, '']),
);

requirement(
  'cherrypy.ws-close.wrong-code',
  {
    level: 'may',
    text: 'A close with a code that is none, or with one byte, is answered with 1005 and what is wrong.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const wrong = [1005, 'Invalid Closing Frame Code: 999'] as const;
    await expectClosed(target, wrong, [OPCODE.close, closePayload(999, 'bye')]);
    const short = [1005, 'Payload has invalid length'] as const;
    await expectClosed(target, short, [OPCODE.close, Buffer.from([3])]);
  },
);
