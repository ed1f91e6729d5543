import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import type { Header } from '../../report/result.ts';
import { edgeReply } from '../models/edge-model.ts';
import { acceptText, edgeRequest, type EdgeRequest } from '../models/edge-request.ts';
import { expectProperty } from '../models/expect-property.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';

/** Examples a run; a real salt-api answers some twenty a second. */
const RUNS = 150;

requirement(
  'cherrypy.edge-model.status-and-type',
  {
    level: 'should',
    text: 'Whatever method, path, body, content type and Accept come together, status and content type of the reply follow the order of checks and the rules of negotiation.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const property = fc.asyncProperty(edgeRequest, async (request) => {
      const reply = await sendEdge(target, request);
      const seen = { status: reply.status, contentType: reply.header('Content-Type') };
      expect(seen).toEqual(edgeReply(request));
    });
    await expectProperty(property, RUNS);
  },
);

function sendEdge(target: Target, { method, path, type, body, accept }: EdgeRequest) {
  const headers: Header[] = [];
  if (type !== undefined) headers.push(['Content-Type', type]);
  if (accept !== undefined) headers.push(['Accept', acceptText(accept)]);
  const hasBody = method === 'POST' || method === 'PUT';
  return target.send({ method, path, headers, ...(hasBody && body !== undefined && { body }) });
}
