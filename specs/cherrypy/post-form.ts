import type { Header } from '../../report/result.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';

/** Posts a form, as curl does with `-d`: the examples of the manual are written that way. */
export function postForm(
  target: Target,
  path: string,
  form: string | Readonly<Record<string, string>>,
  headers: readonly Header[] = [['Accept', 'application/json']],
): Promise<Reply> {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const type: Header = ['Content-Type', 'application/x-www-form-urlencoded'];
  return target.post(path, body, [...headers, type]);
}
