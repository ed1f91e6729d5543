import { signature } from '../../python/signature.ts';
import { isDict, type PyDict } from '../../python/value.ts';
import type { MasterFunctions, MasterModule } from '../clients/master-function.ts';
import { docstring } from '../docstring.ts';
import type { Master } from '../master.ts';
import { publishAndGather } from '../publish-and-gather.ts';

/**
 * The `doc` runner: what all functions say of themselves (salt.runners.doc; seen on 3006.28,
 * 3007.15 and 3008.3).
 *
 * @param runners the runner functions that the master's line has
 * @param wheels the wheel functions that the master's line has
 */
export function docModule(
  runners: (master: Master) => MasterFunctions,
  wheels: (master: Master) => MasterFunctions,
): MasterModule {
  return {
    runner: {
      signature: signature('runner'),
      doc: 'Answers the documentation of every runner function.',
      run: ({ master }) => docs(runners(master)),
    },
    wheel: {
      signature: signature('wheel'),
      doc: 'Answers the documentation of every wheel function.',
      run: ({ master }) => docs(wheels(master)),
    },
    execution: {
      signature: signature('execution'),
      doc: 'Answers the documentation of every function that a minion has.',
      run: async ({ master }) => {
        const job = { tgt: '*', tgtType: 'glob', fun: 'sys.doc', arg: [], kwarg: new Map() };
        const returns = await publishAndGather(master, job);
        return new Map([...returns.values()].filter(isDict).flatMap((ofMinion) => [...ofMinion]));
      },
    },
  };
}

function docs(functions: MasterFunctions): PyDict {
  const sorted = [...functions].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([name, { doc }]) => [name, docstring(doc)]));
}
