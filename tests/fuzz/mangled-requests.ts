import * as fc from 'fast-check';
import { rawRequests } from '../../oracle/differential/raw-requests.ts';

/** One thing done to the bytes of a request, at a place between its start, 0, and its end, 1. */
type Edit = (bytes: Buffer, place: number) => Buffer;

const at = (bytes: Buffer, place: number): number => Math.floor(place * bytes.length);

const EDITS: Readonly<Record<string, Edit>> = {
  cut: (bytes, place) => bytes.subarray(0, at(bytes, place)),
  drop: (bytes, place) =>
    Buffer.concat([bytes.subarray(0, at(bytes, place)), bytes.subarray(at(bytes, place) + 1)]),
  flip: (bytes, place) => {
    const flipped = Buffer.from(bytes);
    const index = at(bytes, place);
    if (index < bytes.length) flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
    return flipped;
  },
  repeat: (bytes, place) => Buffer.concat([bytes, bytes.subarray(at(bytes, place))]),
  feed: (bytes, place) =>
    Buffer.concat([
      bytes.subarray(0, at(bytes, place)),
      Buffer.from('\r\n'),
      bytes.subarray(at(bytes, place)),
    ]),
  nul: (bytes, place) =>
    Buffer.concat([
      bytes.subarray(0, at(bytes, place)),
      Buffer.of(0),
      bytes.subarray(at(bytes, place)),
    ]),
};

const edits = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.double({ min: 0, max: 1, noNaN: true })),
  { maxLength: 3 },
);

/**
 * What may come over a connection: requests that somebody could mean, those with a few bytes
 * changed, and bytes that were never a request.
 *
 * @param session stands where a request is to carry one
 */
export function mangledRequests(session: string): fc.Arbitrary<Buffer> {
  const requests = rawRequests.map((request) =>
    Buffer.from(request.replaceAll('<session 1>', session).replaceAll('<host>', 'localhost')),
  );
  const mangled = fc
    .tuple(requests, edits)
    .map(([request, done]) =>
      done.reduce<Buffer>((bytes, [name, place]) => EDITS[name]?.(bytes, place) ?? bytes, request),
    );
  const noise = fc.uint8Array({ maxLength: 300 }).map((bytes): Buffer => Buffer.from(bytes));
  return fc.oneof<fc.MaybeWeightedArbitrary<Buffer>[]>(
    { arbitrary: mangled, weight: 9 },
    { arbitrary: noise, weight: 1 },
  );
}
