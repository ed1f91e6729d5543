import http from 'node:http';
import express from 'express';
import { startSimulator } from './compiled.ts';

/** A server to put under load, run in a process of its own: `servers.ts NAME`. */
const SERVERS: Readonly<Record<string, () => Promise<string>>> = {
  'bare Express': bareExpress,
  'node:http': bareNode,
  simulator,
};

/** Three minions that are up and nobody else, as the others answer. */
const FLEET = {
  minions: { web1: {}, web2: {}, db1: {} },
  users: { saltdev: { password: 'saltdev' } },
};
const ANSWER = { return: [{ db1: true, web1: true, web2: true }] };

async function simulator(): Promise<string> {
  return (await startSimulator({ fleet: FLEET, clock: 'wall' })).url;
}

/** The stub a user would write: parse the body, check the header, answer the same every time. */
function bareExpress(): Promise<string> {
  const app = express();
  app.use(express.json());
  app.post('/', (req, res) => {
    if (req.headers['x-auth-token'] === undefined) res.status(401).end();
    else res.json(ANSWER);
  });
  return listen(http.createServer(app));
}

function bareNode(): Promise<string> {
  return listen(
    http.createServer((req, res) => {
      let body = '';
      req.on('data', (chunk: Buffer) => (body += chunk.toString()));
      req.once('end', () => {
        JSON.parse(body);
        res.statusCode = req.headers['x-auth-token'] === undefined ? 401 : 200;
        res.setHeader('Content-Type', 'application/json').end(JSON.stringify(ANSWER));
      });
    }),
  );
}

function listen(server: http.Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
}

const start = SERVERS[process.argv[2] ?? ''];
if (start === undefined) throw new Error(`Name one of ${Object.keys(SERVERS).join(', ')}.`);
console.log(await start());
