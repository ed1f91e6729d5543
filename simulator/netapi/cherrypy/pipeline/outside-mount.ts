import { answerAsCheroot } from '../answer/answer-as-cheroot.ts';
import type { Exchange } from '../exchange.ts';

/** Whether the path lies outside what `root_prefix` mounts the API at; repeated slashes count. */
export function isOutsideMount({ mount, rawPath }: Exchange): boolean {
  return mount !== '' && rawPath !== mount && !rawPath.startsWith(`${mount}/`);
}

/** Answers as CherryPy's tree of applications does, without any of them: a bare 404 (seen on 3008.3). */
export function answerOutsideMount(exchange: Exchange): void {
  answerAsCheroot(exchange, 404);
}
