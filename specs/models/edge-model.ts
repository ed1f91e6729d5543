import {
  acceptText,
  BODIES,
  READ_TYPES,
  type AcceptPart,
  type BodyKind,
  type EdgeRequest,
  type ReadType,
} from './edge-request.ts';

/** What a reply must be. */
export interface EdgeReply {
  readonly status: number;
  readonly contentType: string;
}

const HTML = 'text/html;charset=utf-8';
const FORMATS = ['application/json', 'application/x-yaml'];

/**
 * What rest_cherrypy answers to a request without a session: the first check that fails decides,
 * and the format is chosen only after the handler ran (rest-cherrypy §1, §4, §5).
 */
export function edgeReply(request: EdgeRequest): EdgeReply {
  const status = refusalOf(request);
  if (status !== undefined) return { status, contentType: HTML };
  const format = formatOf(request.accept);
  if (typeof format === 'number') return { status: format, contentType: HTML };
  return { status: handlerStatus(request), contentType: format };
}

/** The error that comes before any format is chosen, undefined where there is none. */
function refusalOf(request: EdgeRequest): number | undefined {
  const { method, path, body } = request;
  const hasBody = method === 'POST' || method === 'PUT';
  if (path === '/minions') return 401;
  if (path === '/no/such') return hasBody && body === undefined ? 411 : 404;
  const isRun = path.startsWith('/run');
  if (method === 'POST' && !isRun) return 401;
  if (method === 'PUT' && body === undefined) return 411;
  const broken = hasBody && body !== undefined ? bodyRefusal(request) : undefined;
  if (broken !== undefined) return broken;
  if (method === 'PUT' || method === 'DELETE') return 405;
  if (method === 'GET') return path.includes('?') ? 404 : undefined;
  const kind = bodyKind(request);
  return kind === 'empty list' || kind === 'list of others' ? undefined : 400;
}

function handlerStatus(request: EdgeRequest): number {
  return request.method === 'POST' && bodyKind(request) === 'list of others' ? 500 : 200;
}

function bodyRefusal(request: EdgeRequest): number | undefined {
  const type = readType(request);
  if (type === undefined) return 406;
  if (bodyKind(request) !== 'broken') return undefined;
  return type === 'application/json' ? 400 : 500;
}

function readType({ type = '' }: EdgeRequest): ReadType | undefined {
  const [base] = type.split(';');
  return READ_TYPES.find((known) => known === base);
}

function bodyKind(request: EdgeRequest): BodyKind {
  const [json, yaml, text, form] = BODIES[request.body ?? ''] ?? [];
  const kinds: Readonly<Record<ReadType, BodyKind | undefined>> = {
    'application/json': json,
    'application/x-yaml': yaml,
    'text/yaml': yaml,
    'text/plain': text,
    'application/x-www-form-urlencoded': form,
  };
  const type = readType(request);
  return (type && kinds[type]) ?? 'no list';
}

/** The format, or the status of the refusal: of equal q the alphabetically last element comes first. */
function formatOf(accept: readonly AcceptPart[] | undefined): string | 400 | 406 {
  if (accept === undefined) return 'application/json';
  const parts = accept.map((part) => ({
    ...part,
    number: Number(part.q ?? 1),
    text: acceptText([part]),
  }));
  if (parts.some(({ number }) => Number.isNaN(number))) return 400;
  const sorted = parts.toSorted((a, b) => b.number - a.number || (a.text < b.text ? 1 : -1));
  for (const { range, number } of sorted) {
    if (number <= 0) continue;
    const fits = (format: string) =>
      range === '*/*' ||
      range === format ||
      (range.endsWith('/*') && format.startsWith(range.slice(0, -1)));
    const format = FORMATS.find(fits);
    if (format !== undefined) return format;
  }
  return 406;
}
