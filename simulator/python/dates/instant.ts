/** A Python `datetime` without a zone: microseconds since the epoch, read as if the zone were UTC. */
export class Instant {
  readonly microseconds: number;

  constructor(microseconds: number) {
    this.microseconds = microseconds;
  }
}
