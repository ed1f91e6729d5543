import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Recording, RecordingFile } from '../../specs/recording.ts';
import { NETAPI_SETTINGS, type NetapiSetting } from '../salt/netapi-settings.ts';
import { startOracle } from '../salt/oracle.ts';
import { PROBES } from '../probes/probes.ts';
import type { Probe } from '../probes/probe.ts';
import { sessionGiven, type LogIns } from './normalise/log-ins.ts';
import { observe } from './normalise/observe.ts';
import type { Observed } from './observed.ts';
import { replay } from './replay/replay.ts';

/** The raw recording of the probes of one setting. */
function fileOf(setting: NetapiSetting | undefined): string {
  return setting === undefined ? 'probes.json' : `probes-${setting}.json`;
}

/** Every setting that probes may have, the plain one first. */
const SETTINGS = [undefined, ...NETAPI_SETTINGS] as const;

/**
 * Starts a real Salt of a line, asks it every probe, and keeps the raw recordings in a directory. It
 * starts one of its own, so that the jobs of others are in no answer, and for each setting that
 * probes name a salt-api, one after the other.
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
  mkdirSync(outDir, { recursive: true });
  const oracle = await startOracle({ line, say });
  try {
    for (const setting of SETTINGS) {
      const file = join(outDir, fileOf(setting));
      rmSync(file, { force: true });
      const ofSetting = probes.filter(({ netapi }) => netapi === setting);
      if (ofSetting.length === 0) continue;
      const api = setting === undefined ? undefined : await oracle.startApi(setting);
      const recording = await recordAt(api?.url ?? oracle.url, line, ofSetting);
      await api?.stop();
      writeFileSync(file, JSON.stringify(recording, null, 1));
      say(`asked ${ofSetting.length} probes of ${setting ?? 'the plain setting'}`);
    }
  } finally {
    await oracle.stop();
  }
}

/** What recordProbes kept in a directory, normalised; nothing where it was not asked to. */
export function observedProbes(outDir: string): Observed[] {
  return SETTINGS.flatMap((netapi) => {
    const path = join(outDir, fileOf(netapi));
    if (!existsSync(path)) return [];
    const file = JSON.parse(readFileSync(path, 'utf8')) as RecordingFile;
    const run = { ...file, lives: 'normal', ...(netapi !== undefined && { netapi }) } as const;
    return file.recordings.map((recording) => observe(recording, run, logInsOf(recording)));
  });
}

/** The log-ins before a probe, by the session that each gave. */
function logInsOf({ requirement, steps }: Recording): LogIns {
  const given = PROBES.find(({ id }) => id === requirement)?.given.length ?? 0;
  const exchanges = steps.slice(0, given).filter((step) => step.kind === 'exchange');
  return new Map(exchanges.map((step) => [sessionGiven(step) ?? '', step]));
}

async function recordAt(
  url: string,
  line: string,
  probes: readonly Probe[],
): Promise<RecordingFile> {
  const recordings: Recording[] = [];
  for (const [order, probe] of probes.entries()) {
    const { recorded } = await replay(probe, { url, now: Date.now(), advance: wait });
    recordings.push({ order, requirement: probe.id, steps: recorded });
  }
  const run = { salt: line, target: url, runId: 'no names' };
  return { format: 'saltproof-recording/1', topic: 'probe', ...run, recordings };
}

function wait(seconds: number): Promise<void> {
  return delay(seconds * 1000);
}
