const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Sees to it that something is cleaned up when this process ends, be it by a signal.
 *
 * @param clean must do its work at once; it may be called twice
 * @returns takes the promise back, once there is nothing left to clean
 */
export function beforeExit(clean: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    clean();
    takeBack();
    process.kill(process.pid, signal);
  };
  const takeBack = (): void => {
    process.off('exit', clean);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.once('exit', clean);
  for (const signal of SIGNALS) process.once(signal, onSignal);
  return takeBack;
}
