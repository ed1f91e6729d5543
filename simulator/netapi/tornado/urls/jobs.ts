import { dict, type PyDict } from '../../../python/value.ts';
import { disbatch } from '../dispatch/disbatch.ts';
import { forSignedIn, type Handler } from './handler.ts';
import { runLowstate } from './root.ts';

/** `/jobs`: what a runner says of all jobs, or of one (rest-tornado-wsgi §4.4). */
export const jobs: Handler = {
  GET: forSignedIn((exchange, jid) => disbatch(exchange, [question(jid)])),
  POST: runLowstate,
  withoutPath: ['POST'],
};

function question(jid: string | undefined): PyDict {
  if (!jid) return dict({ fun: 'jobs.list_jobs', client: 'runner' });
  return dict({ fun: 'jobs.list_job', jid, client: 'runner' });
}
