import { MICROSECONDS, type Clock } from '../master/clock.ts';

function soon(callback: () => void): void {
  setImmediate(callback);
}

/** Real time. */
export function wallClock(): Clock {
  let last = 0;
  const now = (): number => {
    const instant = Math.floor((performance.timeOrigin + performance.now()) * 1000);
    last = Math.max(instant, last + 1);
    return last;
  };
  const unattended: Clock = {
    now,
    timer: (seconds) => timerOf(seconds, false),
    soon,
    get unattended() {
      return unattended;
    },
  };
  return { now, timer: (seconds) => timerOf(seconds, true), soon, unattended };
}

/** @param isAttended whether the process may not end before */
function timerOf(seconds: number, isAttended: boolean) {
  let handle: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    handle = setTimeout(resolve, Math.max(0, seconds) * (MICROSECONDS / 1000));
    if (!isAttended) handle.unref();
  });
  return { passed, cancel: () => clearTimeout(handle) };
}
