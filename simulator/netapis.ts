/** The HTTP modules that can stand in front of a simulated master, by the names that `--netapi` takes. */
export const NETAPIS = ['cherrypy', 'tornado', 'wsgi', 'raas'] as const;
export type Netapi = (typeof NETAPIS)[number];
