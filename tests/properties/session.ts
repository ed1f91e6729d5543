interface Session {
  readonly token: string;
}

/** Logs the embedded fleet's user in, by whatever module of salt-api; gives the token. */
export async function logIn(url: string): Promise<string> {
  const body = new URLSearchParams({ username: 'saltdev', password: 'saltdev', eauth: 'pam' });
  const reply = await fetch(`${url}/login`, { method: 'POST', body });
  const { return: sessions } = (await reply.json()) as { return: Session | readonly Session[] };
  // In the world of the manual it stands in no list.
  return [sessions].flat()[0]?.token ?? '';
}

/** Sends a chunk in a session, and waits until it is answered. */
export async function call(url: string, token: string, chunk: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(chunk) });
  await reply.text();
}
