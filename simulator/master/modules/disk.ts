import { argument } from '../../python/argument.ts';
import { signature } from '../../python/signature.ts';
import { dict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import type { ExecutionModule } from './function.ts';

/** The file systems of every simulated machine, by the place they are mounted at; figures are texts, as `df` gives them. */
const MOUNTED = {
  '/': {
    filesystem: '/dev/vda1',
    blocks: '20511356',
    used: '1846024',
    available: '17598096',
    capacity: '10%',
    inodes: '1310720',
    iused: '65536',
    ifree: '1245184',
    iuse: '5%',
  },
  '/boot': {
    filesystem: '/dev/vda2',
    blocks: '498532',
    used: '99706',
    available: '362546',
    capacity: '22%',
    inodes: '32768',
    iused: '328',
    ifree: '32440',
    iuse: '2%',
  },
} as const;

const OPTIONAL = { args: null };

/**
 * The `disk` module: how full the file systems of a machine are (salt.modules.disk; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export const disk: ExecutionModule = {
  usage: {
    signature: signature('usage', [], OPTIONAL),
    doc: 'Answers the size and the use of each file system, in texts.',
    run: () =>
      ofEach(({ filesystem, blocks, used, available, capacity }) =>
        dict({ filesystem, '1K-blocks': blocks, used, available, capacity }),
      ),
  },
  inodeusage: {
    signature: signature('inodeusage', [], OPTIONAL),
    doc: 'Answers the inodes of each file system, in texts.',
    run: () =>
      ofEach(({ filesystem, inodes, iused, ifree, iuse }) =>
        dict({ inodes, used: iused, free: ifree, use: iuse, filesystem }),
      ),
  },
  percent: {
    signature: signature('percent', [], OPTIONAL),
    doc: 'Answers how full each file system is, or one of them.',
    run: (call) => {
      const capacities = ofEach(({ capacity }) => capacity);
      const asked = argument(call, 'args');
      if (!isTruthy(asked) || typeof asked !== 'string') return capacities;
      return capacities.get(asked) ?? new Map();
    },
  },
};

type Mounted = (typeof MOUNTED)[keyof typeof MOUNTED];

function ofEach(answer: (mounted: Mounted) => PyValue): PyDict {
  return new Map(Object.entries(MOUNTED).map(([place, mounted]) => [place, answer(mounted)]));
}
