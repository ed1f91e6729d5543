import { traceback } from '../../../python/traceback.ts';
import type { Exchange } from '../exchange.ts';
import { answerAsCheroot } from './answer-as-cheroot.ts';

const WHILE_HANDLED = '\nDuring handling of the above exception, another exception occurred:\n\n';

/**
 * Answers as cheroot does where CherryPy itself breaks down: plain text with Python's traceback, of
 * which ours has what was raised and no frames.
 *
 * @param raised the last lines of one traceback, then those of what was raised while it was handled
 */
export function breakDown(exchange: Exchange, ...raised: readonly string[]): void {
  const tracebacks = raised.map((error) => traceback(error));
  const body = `Unrecoverable error in the server.\n${tracebacks.join(WHILE_HANDLED)}`;
  answerAsCheroot(exchange, 500, body);
}
