import type { Caller } from '../accounts/caller.ts';
import type { User } from '../accounts/user.ts';
import { isObject, type Json } from '../json.ts';

/** Methods by which masters sign in, and which nobody needs to have signed in for (raas §3.7). */
const OPEN_METHODS = [
  'master.authenticate_master',
  'master.get_master_jwt',
  'master.request_master_key',
];

/** Whether the body of a request asks for nothing but what needs no sign-in. */
export function isOpen(text: unknown): boolean {
  const body = parsed(typeof text === 'string' ? text : '');
  const calls = Array.isArray(body) ? (body as readonly Json[]) : [body];
  return calls.length > 0 && calls.every((call) => OPEN_METHODS.includes(nameOf(call)));
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function nameOf(call: Json): string {
  if (!isObject(call)) return '';
  const { resource, method } = call;
  return typeof resource === 'string' && typeof method === 'string' ? `${resource}.${method}` : '';
}

/** Whoever has not signed in. */
const NOBODY: User = {
  uuid: '00000000-0000-0000-0000-000000000000',
  config_name: '',
  username: '',
  password: undefined,
  email: null,
  remote_uid: null,
  roles: new Set(),
  groups: new Set(),
  perms: new Set(),
  custom_data: null,
  isDeleted: false,
  isEnabled: true,
};

/** The caller of what needs no sign-in. */
export const ANYBODY: Caller = {
  user: NOBODY,
  session_uuid: '00000000-0000-0000-0000-000000000000',
};
