import { urlSplit, type SplitUrl } from '../../../python/url-split.ts';
import { refuse, type Refusal } from './refusal.ts';

/** What a request line asks for. */
export interface RequestTarget {
  readonly kind: 'target';
  /** Decoded but for `%2F`; each character is a byte. */
  readonly path: string;
  /** Not decoded. */
  readonly query: string;
}

const NOT_ORIGIN_FORM =
  'Invalid path in Request-URI: request-target must contain origin-form which starts with absolute-path (URI starting with a slash "/").';
const NOT_AUTHORITY_FORM = 'Invalid path in Request-URI: request-target must match authority-form.';

/**
 * Takes a request's target apart as cheroot does for CherryPy, which lets it pass for a proxy: the
 * absolute form is fine, and its host is forgotten (cheroot 11.1.2).
 */
export function requestTarget(method: string, uri: string): RequestTarget | Refusal {
  if (/^\/(?!\/)[\w./-]*$/.test(uri) && method !== 'CONNECT')
    return { kind: 'target', path: uri, query: '' };
  if (/[\x80-\xff]/.test(uri)) return refuse('400 Bad Request', 'Malformed Request-URI');
  let parts: SplitUrl;
  try {
    parts = urlSplit(uri);
  } catch {
    return refuse('500 Internal Server Error');
  }
  if (method === 'CONNECT') return authorityForm(uri);
  const isAbsolute = parts.scheme !== '' || parts.netloc !== '';
  if (method === 'OPTIONS') return target(isAbsolute ? uri : parts.path, parts.query);
  if (!uri.startsWith('/') && !isAbsolute) return refuse('400 Bad Request', NOT_ORIGIN_FORM);
  if (parts.fragment !== '') return refuse('400 Bad Request', 'Illegal #fragment in Request-URI.');
  return target(decodePath(parts.path), parts.query);
}

function authorityForm(uri: string): RequestTarget | Refusal {
  const isAuthority = /^[^/?#]*:(\d+)$/.exec(uri);
  const port = Number(isAuthority?.[1] ?? 0);
  if (port === 0 || port > 65535) return refuse('400 Bad Request', NOT_AUTHORITY_FORM);
  return target(uri, '');
}

function target(path: string, query: string): RequestTarget {
  return { kind: 'target', path: path.startsWith('/') ? path : `/${path}`, query };
}

/** An encoded slash stays encoded, so that it parts no segments; in capitals, however it came. */
function decodePath(path: string): string {
  return path
    .split(/%2f/i)
    .map((part) =>
      part.replaceAll(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    )
    .join('%2F');
}
