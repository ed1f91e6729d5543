import { functionsOf, type MasterFunctions } from '../clients/master-function.ts';
import type { Master } from '../master.ts';
import { perProfile } from '../versions/per-profile.ts';
import { wheelsOf } from '../wheel/wheels.ts';
import { auth } from './auth.ts';
import { cache } from './cache.ts';
import { config } from './config.ts';
import { docModule } from './doc.ts';
import { error } from './error.ts';
import { event } from './event.ts';
import { fileserver } from './fileserver.ts';
import { jobs } from './jobs/jobs.ts';
import { manage } from './manage.ts';
import { mine } from './mine.ts';
import { pillar } from './pillar.ts';
import { salt } from './salt.ts';
import { saltutil } from './saltutil.ts';
import { stateModule } from './state.ts';
import { survey } from './survey.ts';
import { test } from './test.ts';

const RUNNERS: MasterFunctions = functionsOf({
  auth,
  cache,
  config,
  doc: docModule(runnersOf, wheelsOf),
  error,
  event,
  fileserver,
  jobs,
  manage,
  mine,
  pillar,
  salt,
  saltutil,
  state: stateModule(runnersOf),
  survey,
  test,
});

const ofLine = perProfile(
  ({ lacksRunners }): MasterFunctions =>
    new Map([...RUNNERS].filter(([name]) => !lacksRunners.includes(name))),
);

/** The runner functions that the master's line has. */
export function runnersOf({ profile }: Pick<Master, 'profile'>): MasterFunctions {
  return ofLine(profile);
}
