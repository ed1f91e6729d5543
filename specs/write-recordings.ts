import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording, RecordingFile } from './recording.ts';

/** Writes the recordings of a run into a directory, a file for each topic: `cherrypy.login.json`. */
export function writeRecordings(
  directory: string,
  run: Pick<RecordingFile, 'salt' | 'target' | 'runId'>,
  recordings: readonly Recording[],
): void {
  mkdirSync(directory, { recursive: true });
  for (const [topic, ofTopic] of byTopic(recordings)) {
    const file: RecordingFile = {
      format: 'saltproof-recording/1',
      topic,
      ...run,
      recordings: ofTopic,
    };
    writeFileSync(join(directory, `${topic}.json`), `${JSON.stringify(file, null, 2)}\n`);
  }
}

function byTopic(recordings: readonly Recording[]): Map<string, Recording[]> {
  const topics = new Map<string, Recording[]>();
  for (const recording of recordings) {
    const topic = recording.requirement.split('.').slice(0, 2).join('.');
    topics.set(topic, [...(topics.get(topic) ?? []), recording]);
  }
  return topics;
}
