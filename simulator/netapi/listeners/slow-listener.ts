/** Bytes that may wait for a slow listener before its connection is dropped. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

/** Whether a listener reads so slowly that its connection is to be dropped: what waits for it is kept in memory. */
export function isTooSlow(listener: { readonly writableLength: number }): boolean {
  return listener.writableLength > MOST_WAITING_BYTES;
}
