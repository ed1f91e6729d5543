import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { aBenchmark } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const INFERRED = {
  level: 'should',
  source: { inferred: 'there is nothing to do it with' },
  confidence: 'inferred',
  needs: ['writes', 'superuser'],
} as const;

/** What fetches content from its vendor, or replaces all of it: not on any server that somebody needs. */
const OWN_CONTENT = { needs: ['writes', 'superuser', 'tellable clock'] } as const;

requirement(
  'raas.sec.download-content',
  {
    level: 'must',
    source: { documented: DOCUMENTS.api, client: [CLIENTS.mcp] },
    confidence: 'documented',
    ...OWN_CONTENT,
    text: 'The call of the documentation, sec.download_content with auto_ingest, succeeds, and there is content after it.',
  },
  async ({ target }) => {
    await target.reply('sec', 'download_content', { auto_ingest: true });
    expect((await target.reply('sec', 'get_content_stats')).results).not.toBe(null);
    expect((await aBenchmark(target)).uuid).toEqual(expect.any(String));
  },
);

requirement(
  'raas.sec.ingest-nothing',
  {
    ...INFERRED,
    source: { inferred: 'the schema of the method, and that blobs are base64' },
    text: 'Content without a blob, of another type, or that is no archive is refused.',
  },
  async ({ target }) => {
    const given = { filename: 'saltproof.tar.gz', content_type: 'application/gzip' };
    expectError(await target.rpc('sec', 'ingest_custom_content', given));
    const blob = Buffer.from('saltproof').toString('base64');
    expectError(await target.rpc('sec', 'ingest_custom_content', { ...given, blob }));
    expectError(
      await target.rpc('sec', 'ingest_custom_content', {
        ...given,
        blob,
        content_type: 'text/plain',
      }),
    );
    expectError(await target.rpc('sec', 'ingest_all_content', { ...given, blob: '%' }));
    expectError(await target.rpc('sec', 'ingest_all_content', { filename: 'saltproof' }));
  },
);

requirement(
  'raas.sec.delete-shipped',
  {
    ...INFERRED,
    source: { inferred: 'the methods say that they delete what is custom' },
    text: 'Benchmarks and checks of the vendor are not deleted as custom ones, nor any that there are not.',
  },
  async ({ target }) => {
    const deletions = async (method: string, parameter: string, uuid: string | undefined) =>
      expectError(await target.rpc('sec', method, { [parameter]: [uuid] }));
    await deletions('delete_custom_benchmarks', 'benchmark_uuids', NO_UUID);
    await deletions('delete_custom_checks', 'check_uuids', NO_UUID);
    const shipped = { user_flag: 'S', limit: 1 };
    const { results } = await target.reply('sec', 'get_checks', shipped);
    await deletions('delete_custom_checks', 'check_uuids', results[0]?.uuid);
    const [still] = (await target.reply('sec', 'get_checks', shipped)).results;
    expect(still?.uuid).toBe(results[0]?.uuid);
  },
);

requirement(
  'raas.sec.custom-content',
  {
    level: 'may',
    source: {
      inferred: 'how archives of custom content look is not known; this is a form of our own',
    },
    confidence: 'unknown',
    ...OWN_CONTENT,
    text: 'Custom checks and benchmarks of an archive are listed as custom, and deleted when nothing uses them.',
  },
  async ({ target }) => {
    const [check, benchmark] = [target.unique('check'), target.unique('benchmark')];
    const archive = tarOf({
      [`checks/${check}.meta`]: 'display_name: A check\nversion: 1.0.0\n',
      [`benchmarks/${benchmark}.meta`]: `os: Linux\nchecks: [${check}]\n`,
    });
    const blob = gzipSync(archive).toString('base64');
    await target.reply('sec', 'ingest_custom_content', {
      filename: 'saltproof.tar.gz',
      content_type: 'application/gzip',
      blob,
    });
    const [own] = (await target.reply('sec', 'get_benchmarks', { names: [benchmark] })).results;
    const benchmark_uuids = [own?.uuid];
    const listed = await target.reply('sec', 'get_checks', { names: [check], user_flag: 'C' });
    const check_uuids = listed.results.map(({ uuid }) => uuid);
    expect(check_uuids).toHaveLength(1);
    expect(own).toMatchObject({ user_flag: 'C', os: 'Linux' });
    expect((await target.reply('sec', 'get_content_stats', { custom: true })).results).not.toBe(
      null,
    );
    expectError(await target.rpc('sec', 'delete_custom_checks', { check_uuids }));
    await target.reply('sec', 'delete_custom_benchmarks', { benchmark_uuids });
    await target.reply('sec', 'delete_custom_checks', { check_uuids });
    expect((await target.reply('sec', 'get_checks', { names: [check] })).count).toBe(0);
    expect((await target.reply('sec', 'get_benchmarks', { names: [benchmark] })).count).toBe(0);
  },
);

requirement(
  'raas.sec.ingest-all',
  {
    level: 'may',
    source: { inferred: 'how the content of the vendor looks is not known' },
    confidence: 'unknown',
    ...OWN_CONTENT,
    text: 'sec.ingest_all_content takes in content of the vendor from a file.',
  },
  async ({ target }) => {
    const blob = Buffer.from('saltproof').toString('base64');
    await target.reply('sec', 'ingest_all_content', { filename: 'saltproof.e2', blob });
    expect((await target.reply('sec', 'get_content_stats')).results).not.toBe(null);
  },
);

/** A tar archive of texts by path. */
function tarOf(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const body = Buffer.from(text);
    const size = Math.ceil(body.length / 512) * 512;
    const header = Buffer.alloc(512);
    header.write(name);
    header.write('0000644\0', 100);
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write(' '.repeat(8), 148);
    header.write('0', 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, Buffer.concat([body, Buffer.alloc(size - body.length)])];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
