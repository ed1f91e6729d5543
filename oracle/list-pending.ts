import { readExceptions } from './observed/replay/exceptions.ts';
import { observedReleases, readObserved } from './observed/observed-files.ts';
import { writePending } from './observed/replay/pending.ts';
import { replayRelease } from './observed/replay/replay-release.ts';

/*
 * `npm run observed:pending`: replays everything that was observed, shows what differs, and keeps
 * that as the list of pending steps: after a recording, or to shorten it once something was built.
 */

const pending: Record<string, Record<string, number[]>> = {};
for (const release of observedReleases()) {
  const excepted = readExceptions().filter(({ releases }) => releases.includes(release));
  const ofRelease: Record<string, number[]> = {};
  for (const { id, step, difference } of await replayRelease(release, readObserved(release))) {
    if (difference === undefined) continue;
    if (excepted.some((exception) => exception.id === id && exception.step === step)) continue;
    console.log(`${release} ${id} step ${step}: ${difference}`);
    ofRelease[id] = [...(ofRelease[id] ?? []), step];
  }
  pending[release] = ofRelease;
}
writePending(pending);
