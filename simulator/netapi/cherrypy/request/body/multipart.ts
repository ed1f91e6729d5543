import { readContentType, type HeaderElement } from './content-type.ts';
import type { BodyLines } from './body-lines.ts';
import { charsetsOf, expectDecodable } from './decode-entity.ts';
import { processUrlencoded } from './urlencoded.ts';
import { PyException } from '../../../../python/exception.ts';

/** The charsets that a part is tried with, after its own. */
const CHARSETS = ['us-ascii', 'utf-8'];

/** What CherryPy makes of a part that holds several: nothing that it could decode. */
const NO_VALUE = 'no value';

interface Part {
  readonly hasName: boolean;
  readonly isFile: boolean;
  readonly charsets: readonly string[];
  readonly value: Buffer | typeof NO_VALUE;
}

/**
 * Reads a body of several parts and decodes those that are fields.
 *
 * What a part holds is of no use to rest_cherrypy, whose methods take none; only what is wrong with
 * it shows (seen on 3006.28, 3007.15 and 3008.3).
 *
 * @param marker the line that parts them: `markerOf` the content type
 * @throws HTTPError 400 for a field in none of its charsets
 * @throws PyException for what CherryPy fails on: a bad boundary, a part that breaks off, a header
 * without a colon
 */
export function processMultipart(
  contentType: HeaderElement,
  marker: string,
  lines: BodyLines,
): void {
  const isForm = contentType.value === 'multipart/form-data';
  for (const { value, charsets, isFile, hasName } of readParts(marker, lines)) {
    if (isFile || (isForm && !hasName)) continue;
    if (value === NO_VALUE) throw new PyException('a part of several parts has no value');
    expectDecodable([value], charsets);
  }
}

/**
 * The line that parts the parts.
 *
 * @throws PyException for a boundary that is none, as CherryPy fails on it before it reads anything
 */
export function markerOf({ parameters }: HeaderElement): string {
  const boundary = (parameters.get('boundary') ?? '').replaceAll(/^"+|"+$/g, '');
  if (/^[ -~]{0,200}[!-~]$/.test(boundary)) return `--${boundary}`;
  throw new PyException(`Invalid boundary in multipart form: ${boundary}`);
}

function readParts(marker: string, lines: BodyLines): Part[] {
  for (;;) {
    const line = lines.next();
    if (line.length === 0) return [];
    if (stripped(line) === marker) break;
  }
  const parts: Part[] = [];
  do parts.push(readPart(lines, marker));
  while (!lines.isDone);
  return parts;
}

function readPart(lines: BodyLines, marker: string): Part {
  const headers = readHeaders(lines);
  const contentType = readContentType(headers.get('content-type') ?? 'text/plain');
  const disposition = readContentType(headers.get('content-disposition') ?? '').parameters;
  return {
    hasName: disposition.has('name'),
    isFile: disposition.has('filename'),
    charsets: charsetsOf(contentType.parameters, CHARSETS),
    value: readValue(contentType, lines, marker),
  };
}

function readHeaders(lines: BodyLines): Map<string, string> {
  const headers = new Map<string, string>();
  let name = '';
  for (;;) {
    const line = lines.next().toString('latin1');
    if (line === '') throw new PyException('Illegal end of headers.');
    if (line === '\r\n') return headers;
    if (!line.endsWith('\r\n')) throw new PyException('MIME requires CRLF terminators');
    let value = line.trim();
    if (!/^[ \t]/.test(line)) {
      const colon = line.indexOf(':');
      if (colon < 0) throw new PyException('a header of a part has no colon');
      name = line.slice(0, colon).trim().toLowerCase();
      value = line.slice(colon + 1).trim();
    }
    const earlier = headers.get(name) ?? '';
    headers.set(name, earlier === '' ? value : `${earlier}, ${value}`);
  }
}

function readValue(
  contentType: HeaderElement,
  lines: BodyLines,
  marker: string,
): Buffer | typeof NO_VALUE {
  if (contentType.value === 'application/x-www-form-urlencoded') {
    processUrlencoded(lines.rest(), charsetsOf(contentType.parameters, CHARSETS));
    return NO_VALUE;
  }
  if (contentType.value.startsWith('multipart/')) {
    const nested = markerOf(contentType);
    if (contentType.value === 'multipart/form-data') processMultipart(contentType, nested, lines);
    else readParts(nested, lines);
    return NO_VALUE;
  }
  return readToMarker(lines, marker);
}

/** The line break before a marker belongs to the marker; the last marker ends the body. */
function readToMarker(lines: BodyLines, marker: string): Buffer {
  const read: Buffer[] = [];
  for (;;) {
    const line = lines.next();
    if (line.length === 0) throw new PyException('Illegal end of multipart body.');
    const text = stripped(line);
    if (text === `${marker}--`) lines.isDone = true;
    if (text === marker || text === `${marker}--`) return withoutLineBreak(Buffer.concat(read));
    read.push(line);
  }
}

function withoutLineBreak(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n$/, ''), 'latin1');
}

function stripped(line: Buffer): string {
  return line.toString('latin1').trim();
}
