import { argument } from '../../python/argument.ts';
import { strftime } from '../../python/dates/strftime.ts';
import { isoformat } from '../../python/datetime.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import { MICROSECONDS } from '../clock.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';

/** Seconds that a machine has been up for when its master starts to ask: two hours. */
const UP_FOR = 7_200;

/**
 * The `status` module: how a machine does, out of its grains and the time (salt.modules.status;
 * seen on 3006.28, 3007.15 and 3008.3).
 */
export const status: ExecutionModule = {
  loadavg: {
    signature: signature('loadavg'),
    doc: 'Answers the load of the machine.',
    run: () => dict({ '1-min': 0.08, '5-min': 0.03, '15-min': 0.01 }),
  },
  cpustats: {
    signature: signature('cpustats'),
    doc: 'Answers what the processors have done since the machine is up.',
    run: cpustats,
  },
  vmstats: {
    signature: signature('vmstats'),
    doc: 'Answers what the kernel counts of its memory.',
    run: () => dict({ nr_free_pages: 262_144, pgpgin: 1_048_576, pgpgout: 524_288 }),
  },
  time: {
    signature: signature('time_', [], { format: '%A, %d. %B %Y %I:%M%p' }),
    doc: 'Answers the time, in a format.',
    run: (call) => strftime(call.clock.now(), str(argument(call, 'format'))),
  },
  uptime: {
    signature: signature('uptime'),
    doc: 'Answers for how long the machine has been up, and since when: two hours.',
    run: uptime,
  },
  meminfo: {
    signature: signature('meminfo'),
    doc: 'Answers the memory of the machine, out of its grain mem_total.',
    run: meminfo,
  },
  diskusage: {
    signature: signature('diskusage', [], {}, { varargs: true }),
    doc: 'Answers the size of each file system and what is free of it, in bytes.',
    run: () => dict({ '/': dict({ available: 18_020_450_304, total: 21_003_628_544 }) }),
  },
  nproc: {
    signature: signature('nproc'),
    doc: 'Answers the number of processors, out of the grain num_cpus.',
    run: ({ minion }) => minion.grains.get('num_cpus') ?? 1,
  },
  version: {
    signature: signature('version'),
    doc: 'Answers the version of the kernel, out of the grain kernelrelease.',
    run: ({ minion }) => `Linux version ${str(minion.grains.get('kernelrelease') ?? '6.1.0')}`,
  },
  w: {
    signature: signature('w'),
    doc: 'Answers who is logged in: nobody.',
    run: () => [],
  },
};

/** Nearly all of the time since then was idle. */
function cpustats({ clock }: ExecutionCall): PyDict {
  const ticks = UP_FOR * 100;
  return dict({
    btime: Math.floor(clock.now() / MICROSECONDS) - UP_FOR,
    cpu: dict({ user: ticks / 100, nice: 0, system: ticks / 200, idle: ticks, iowait: 0 }),
    ctxt: ticks * 10,
    processes: UP_FOR / 2,
  });
}

function uptime({ clock }: ExecutionCall): PyDict {
  const since = Math.floor(clock.now() / MICROSECONDS) - UP_FOR;
  const minutes = Math.floor(UP_FOR / 60);
  return dict({
    seconds: UP_FOR,
    since_iso: isoformat(since * MICROSECONDS),
    since_t: since,
    days: 0,
    time: `${Math.floor(minutes / 60)}:${minutes % 60}`,
    users: 0,
  });
}

/** A quarter of the memory is in use. */
function meminfo({ minion }: ExecutionCall): PyDict {
  const grain = minion.grains.get('mem_total');
  const total = (typeof grain === 'number' ? grain : 2048) * 1024;
  const kilobytes = (share: number): PyValue =>
    dict({ value: String(Math.floor(total * share)), unit: 'kB' });
  return dict({
    MemTotal: kilobytes(1),
    MemFree: kilobytes(0.5),
    MemAvailable: kilobytes(0.75),
    Buffers: kilobytes(0.05),
    Cached: kilobytes(0.2),
    SwapTotal: kilobytes(0),
    SwapFree: kilobytes(0),
  });
}
