import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { isoformat } from '../../../python/datetime.ts';
import { expectGiven } from '../../rpc/expect-given.ts';
import type { Call } from '../../rpc/resource.ts';
import { bytesOf, customContent } from '../../sec/custom-content.ts';
import { SHIPPED_CONTENT } from '../../sec/shipped-content.ts';
import { noteSecStats } from '../../sec/stats.ts';

/** Takes in the content that was shipped anew, as it were downloaded; without `auto_ingest` it stays what it is. */
export function downloadSecContent({
  raas,
  args,
}: Call<Sec['download_content']['arguments']>): object {
  if (args.auto_ingest) {
    raas.sec.content.ingest(SHIPPED_CONTENT, 'S');
    noteSecStats(raas);
  }
  return { success: true, errors: [] };
}

/** Takes in shipped content from a file; how such a file looks is not known, so it is what there is anyway. */
export function ingestAllContent({
  raas,
  args,
}: Call<Sec['ingest_all_content']['arguments']>): object {
  expectGiven<string>(args.filename, 'filename');
  bytesOf(expectGiven<string>(args.blob, 'blob'));
  raas.sec.content.ingest(SHIPPED_CONTENT, 'S');
  noteSecStats(raas);
  return { success: true, errors: [] };
}

/** Takes in custom benchmarks and checks, and gives their uuids. */
export function ingestCustomContent({
  raas,
  args,
}: Call<Sec['ingest_custom_content']['arguments']>): object {
  expectGiven<string>(args.filename, 'filename');
  expectGiven<string>(args.content_type, 'content_type');
  const content = customContent(expectGiven<string>(args.blob, 'blob'));
  const uuids = raas.sec.content.ingest(content, 'C');
  noteSecStats(raas);
  return { success: true, errors: [], ...uuids };
}

/** Gives when content came in last, and how much of it. */
export function getSecContentStats({
  raas,
  args,
}: Call<Sec['get_content_stats']['arguments']>): Sec['get_content_stats']['reply'] {
  const last = raas.sec.content.last.get(args.custom ? 'C' : 'S');
  if (last === undefined) return { results: null, errors: [] };
  const { uuid, time, benchmarks, checks } = last;
  return { results: { uuid, ingest_date: isoformat(time), benchmarks, checks }, errors: [] };
}
