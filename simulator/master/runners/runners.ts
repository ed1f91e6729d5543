import { functionsOf } from '../clients/master-function.ts';
import { auth } from './auth.ts';
import { cache } from './cache.ts';
import { event } from './event.ts';
import { jobs } from './jobs.ts';
import { manage } from './manage.ts';
import { mine } from './mine.ts';
import { test } from './test.ts';

/** The runner functions of every simulated master. */
export const RUNNERS = functionsOf({ auth, cache, event, jobs, manage, mine, test });
