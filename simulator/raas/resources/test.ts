import { RpcError } from '../rpc/rpc-error.ts';
import type { Resource } from '../rpc/resource.ts';

/** The resource `test`: nothing but answers (raas §7). */
export const test: Resource<'test'> = {
  echo: ({ args }) => args.message,
  error: () => {
    throw new RpcError('InternalError', 'This is the error that was asked for.', null);
  },
  async sleep({ raas, args }) {
    await raas.clock.timer(args.seconds).passed;
    return `Slept for ${args.seconds} seconds.`;
  },
  warnings({ warn }) {
    warn('This is the warning that was asked for.');
    return true;
  },
};
