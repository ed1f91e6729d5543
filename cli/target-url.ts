import { UsageError } from './usage-error.ts';

/**
 * The base URL of a target, without a slash at its end.
 *
 * @throws UsageError for anything but an http or https URL without credentials
 */
export function targetUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(
      text.includes('://')
        ? `"${text}" is no URL of a server; one looks like http://127.0.0.1:8000.`
        : `"${text}" is no URL of a server: put http:// or https:// before it.`,
    );
  if (url.username !== '' || url.password !== '')
    throw new UsageError(
      'The URL must not hold a user and password: reports show it. Name them with --username and SALTPROOF_PASSWORD.',
    );
  if (url.search !== '' || url.hash !== '')
    throw new UsageError(
      `"${text}" must end with its path; it is put before the paths of the suite.`,
    );
  return url.href.replace(/\/+$/, '');
}
