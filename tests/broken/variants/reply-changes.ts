import type { Header } from '../../../report/result.ts';
import type { Alteration, Draft } from '../altering.ts';

/** Changes the bodies that are meant; all of them, unless told. */
export function body(
  change: (text: string) => string,
  isMeant: (draft: Draft) => boolean = () => true,
): Alteration {
  return {
    reply: (draft) =>
      isMeant(draft) ? { ...draft, body: Buffer.from(change(draft.body.toString())) } : draft,
  };
}

/** Changes bodies whose content type holds this. */
export function typed(type: string, change: (text: string) => string): Alteration {
  return body(change, ({ headers }) =>
    headers.some(([name, value]) => name === 'Content-Type' && value.includes(type)),
  );
}

/** Changes JSON bodies. */
export function json(change: (text: string) => string): Alteration {
  return typed('json', change);
}

/** Changes HTML bodies. */
export function html(change: (text: string) => string): Alteration {
  return typed('html', change);
}

/** Changes the headers of replies and streams. */
export function headers(change: (all: readonly Header[]) => readonly Header[]): Alteration {
  return {
    reply: (draft) => ({ ...draft, headers: change(draft.headers) }),
    head: (head) => ({ ...head, headers: change(head.headers) }),
  };
}

/** Changes the value of one header wherever it stands. */
export function header(meant: string, change: (value: string) => string): Alteration {
  return headers((all) =>
    all.map(([name, value]): Header => [name, name === meant ? change(value) : value]),
  );
}

/** Leaves one header out. */
export function without(meant: string): Alteration {
  return headers((all) => all.filter(([name]) => name !== meant));
}
