import type { SaltApi } from '../specs/run-options.ts';
import type { Reply } from '../specs/target/reply.ts';

/** What the servers that Salt puts below its modules call themselves. */
const SERVERS: Readonly<Record<SaltApi, RegExp>> = {
  cherrypy: /^(?:CherryPy|Cheroot)\//,
  tornado: /^TornadoServer\//,
  wsgi: /^WSGIServer\//,
};

/** The module of salt-api that a reply seems to come from, by the name of its server. */
export function moduleOf(reply: Reply): SaltApi | undefined {
  const server = reply.header('Server') ?? '';
  return (Object.keys(SERVERS) as SaltApi[]).find((api) => SERVERS[api].test(server));
}

/** What to try where the server has the name of another module's than the one that is judged; else nothing. */
export function otherModuleHint(reply: Reply, api: SaltApi): string | undefined {
  const other = moduleOf(reply);
  if (other === undefined || other === api) return undefined;
  return `It calls itself ${reply.header('Server')}, as under a rest_${other}: if it is one, say --api ${other}.`;
}
