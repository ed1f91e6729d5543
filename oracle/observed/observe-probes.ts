import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedExchange, Recording, RecordingFile } from '../../specs/recording.ts';
import { startOracle } from '../oracle.ts';
import { PROBES } from '../probes/probes.ts';
import type { Probe } from '../probes/probe.ts';
import { sessionGiven } from './log-ins.ts';
import { observe } from './observe.ts';
import type { Observed } from './observed.ts';
import { replay } from './replay.ts';

const FILE = 'probes.json';

/**
 * Starts a real Salt of a line, asks it every probe, and keeps the raw recording in a directory. It
 * starts one of its own, so that the jobs of others are in no answer.
 *
 * @param ids only these probes
 */
export async function recordProbes(
  line: string,
  outDir: string,
  say: (text: string) => void,
  ids?: readonly string[],
): Promise<void> {
  const probes = PROBES.filter(({ id }) => ids?.includes(id) ?? true);
  const oracle = await startOracle({ line, say });
  try {
    const recordings = await askProbes(oracle.url, probes);
    const run = { salt: line, target: oracle.url, runId: 'no names' };
    const file: RecordingFile = {
      format: 'saltproof-recording/1',
      topic: 'probe',
      ...run,
      recordings,
    };
    mkdirSync(outDir, { recursive: true });
    writeFileSync(join(outDir, FILE), JSON.stringify(file, null, 1));
    say(`asked ${recordings.length} probes`);
  } finally {
    await oracle.stop();
  }
}

/** What recordProbes kept in a directory, normalised; nothing where it was not asked to. */
export function observedProbes(outDir: string): Observed[] {
  if (!existsSync(join(outDir, FILE))) return [];
  const file = JSON.parse(readFileSync(join(outDir, FILE), 'utf8')) as RecordingFile;
  return file.recordings.map((recording) => {
    const given = PROBES.find(({ id }) => id === recording.requirement)?.given.length ?? 0;
    const logIns = recording.steps
      .slice(0, given)
      .filter((step) => step.kind === 'exchange')
      .map((step): [string, RecordedExchange] => [sessionGiven(step) ?? '', step]);
    return observe(recording, { ...file, lives: 'normal' }, new Map(logIns));
  });
}

async function askProbes(url: string, probes: readonly Probe[]): Promise<Recording[]> {
  const recordings: Recording[] = [];
  for (const [order, probe] of probes.entries()) {
    const { recorded } = await replay(probe, { url, now: Date.now(), advance: wait });
    recordings.push({ order, requirement: probe.id, steps: recorded });
  }
  return recordings;
}

function wait(seconds: number): Promise<void> {
  return delay(seconds * 1000);
}
