import type { SaltEvent } from '../../master/event-bus.ts';
import { dumps } from '../../python/json-dumps.ts';
import { dict } from '../../python/value.ts';

/** An event as listeners get it: JSON of its data and its tag. */
export function eventText({ data, tag }: SaltEvent): string {
  return dumps(dict({ data, tag }));
}
