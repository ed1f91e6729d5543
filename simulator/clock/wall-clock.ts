import { MICROSECONDS, type Clock } from '../master/clock.ts';

/** Real time. */
export function wallClock(): Clock {
  let last = 0;
  return {
    now() {
      const now = Math.floor((performance.timeOrigin + performance.now()) * 1000);
      last = Math.max(now, last + 1);
      return last;
    },
    timer(seconds) {
      let handle: NodeJS.Timeout | undefined;
      const passed = new Promise<void>((resolve) => {
        handle = setTimeout(resolve, Math.max(0, seconds) * (MICROSECONDS / 1000));
      });
      return { passed, cancel: () => clearTimeout(handle) };
    },
    soon: (callback) => void setImmediate(callback),
  };
}
