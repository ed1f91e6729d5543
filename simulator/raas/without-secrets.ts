import { isObject, type Json } from './json.ts';

/** Names of members that hold secrets. */
const SECRET = /secret|passw|private|bind_pw|token/i;

/** A value without the members whose names say that they are secret: what is stored is never shown back. */
export function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutSecrets(item));
  if (!isObject(value)) return value;
  const shown = Object.entries(value).filter(([name]) => !SECRET.test(name));
  return Object.fromEntries(shown.map(([name, member]) => [name, withoutSecrets(member)]));
}
