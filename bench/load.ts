import http from 'node:http';

/** What every server under load is asked: a local test.ping on three minions, with a session's token. */
export const PING = JSON.stringify([{ client: 'local', tgt: '*', fun: 'test.ping' }]);

/** Requests in flight at once. */
const CONNECTIONS = 32;

/**
 * Sends pings for so many milliseconds and gives the answers per second.
 *
 * @throws Error where an answer is not 200: a fast wrong answer is no figure
 */
export async function measureLoad(
  url: string,
  token: string,
  milliseconds: number,
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const deadline = performance.now() + milliseconds;
  const start = performance.now();
  let answered = 0;
  const work = async (): Promise<void> => {
    while (performance.now() < deadline) {
      await ping(url, token, agent);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
  return answered / ((performance.now() - start) / 1000);
}

function ping(url: string, token: string, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      'X-Auth-Token': token,
      'Content-Length': PING.length,
    };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume();
      response.once('end', resolve);
    });
    request.once('error', reject);
    request.end(PING);
  });
}
