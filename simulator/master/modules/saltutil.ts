import { signature } from '../../python/signature.ts';
import type { ExecutionModule } from './function.ts';

/** The functions of the `saltutil` module by which the master asks after jobs. */
export const saltutil: ExecutionModule = {
  running: {
    signature: signature('running'),
    doc: 'Answers the jobs that the minion is running, this one left out.',
    run: ({ running }) => [...running],
  },
  find_job: {
    signature: signature('find_job', ['jid']),
    doc: 'Answers the running job of that jid, or an empty dict.',
    run: (call) =>
      call.running.find((job) => job.get('jid') === call.arguments.named.get('jid')) ?? new Map(),
  },
};
