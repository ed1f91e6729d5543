import { gunzipSync } from 'node:zlib';
import { loadYaml } from '../../python/yaml/load.ts';
import { isObject, toJson, type Json, type JsonObject } from '../json.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import { readTar } from './read-tar.ts';
import type { WrittenBenchmark, WrittenCheck, WrittenContent } from './shipped-content.ts';

/**
 * The content of an archive: YAML in `benchmarks/<name>.meta` and `checks/<name>.meta`, at any
 * depth. What else there is, the states of checks say, is passed over.
 *
 * @throws RpcError for what is no such archive
 */
export function customContent(blob: string): WrittenContent {
  const metas = membersOf(blob).flatMap(({ name, bytes }) => {
    const [, kind, stem] = /(?:^|\/)(benchmarks|checks)\/(?:.*\/)?([^/]+)\.meta$/.exec(name) ?? [];
    if (kind === undefined || stem === undefined) return [];
    return [{ kind, stem, meta: metaOf(name, bytes) }];
  });
  if (metas.length === 0) throw unusable('has no benchmarks/*.meta and no checks/*.meta');
  return {
    benchmarks: metas
      .filter(({ kind }) => kind === 'benchmarks')
      .map(({ stem, meta }) => benchmarkOf(stem, meta)),
    checks: metas
      .filter(({ kind }) => kind === 'checks')
      .map(({ stem, meta }) => checkOf(stem, meta)),
  };
}

/**
 * The bytes that a blob is.
 *
 * @throws RpcError for what is no base64
 */
export function bytesOf(blob: string): Buffer {
  const text = blob.replaceAll(/\s/g, '');
  if (text !== '' && text.length % 4 === 0 && /^[\w+/-]+={0,2}$/.test(text))
    return Buffer.from(text, 'base64');
  throw unusable('is no base64');
}

/** What an archive may grow to. */
const MOST_BYTES = 64 * 1024 * 1024;

function membersOf(blob: string): ReturnType<typeof readTar> {
  const bytes = bytesOf(blob);
  try {
    return readTar(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }));
  } catch {
    throw unusable('is no tar archive in gzip');
  }
}

function metaOf(name: string, bytes: Buffer): JsonObject {
  let meta: Json = null;
  try {
    meta = toJson(loadYaml(bytes.toString()));
  } catch {
    throw unusable(`has no YAML in ${name}`);
  }
  if (isObject(meta)) return meta;
  throw unusable(`has no mapping in ${name}`);
}

function unusable(fault: string): RpcError {
  return new RpcError('InvalidRequest', `The content cannot be used: it ${fault}.`, {
    blob: fault,
  });
}

function checkOf(name: string, meta: JsonObject): WrittenCheck {
  const variables = listOf(meta['variables']).filter(isObject);
  return {
    ...described(name, meta),
    kernel: meta['kernel'] === undefined ? null : textOf(meta['kernel']),
    variables: variables.map((one) => ({
      name: textOf(one['name']),
      description: textOf(one['description']),
      default_value: textOf(one['default_value']),
    })),
  };
}

function benchmarkOf(name: string, meta: JsonObject): WrittenBenchmark {
  return {
    ...described(name, meta),
    authority: textOf(meta['authority'] ?? 'Custom'),
    os: textOf(meta['os']),
    type: textOf(meta['type'] ?? 'benchmark'),
    checks: listOf(meta['checks']).map(textOf),
  };
}

function described(name: string, meta: JsonObject) {
  return {
    name,
    display_name: textOf(meta['display_name'] ?? name),
    description: textOf(meta['description']),
    version: textOf(meta['version'] ?? '1'),
  };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
