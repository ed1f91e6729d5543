import type { Api } from '../../report/result.ts';
import type { Finding } from '../finding.ts';
import type { RunSettings } from '../run-options.ts';
import type { AnyCapability } from './capabilities.ts';
import type { ExchangeLog } from './exchange-log.ts';
import type { RaasTarget } from './raas/raas-target.ts';
import type { Redactor } from './redact.ts';
import type { Target } from './target.ts';

/** What a requirement of each API is handed. The modules of salt-api share theirs: they differ in what they answer. */
export interface TargetOf {
  readonly cherrypy: Target;
  readonly tornado: Target;
  readonly wsgi: Target;
  readonly raas: RaasTarget;
}

/** A target as those see it who try requirements on it, whatever its API. */
export interface AnyTarget {
  readonly options: RunSettings;
  readonly redactor: Redactor;
  /** Gets to know the target, once. Gives the reason where no requirement can be tried. */
  explore(): Promise<Finding | undefined>;
  has(capability: AnyCapability): boolean;
  /** Begins a new log; what follows belongs to it. */
  begin(): ExchangeLog;
  /** Closes what a requirement left open and takes away what it made; gives what it could not, a line each. */
  end(): Promise<readonly string[]>;
  /** Forgets the shared sessions, after they may have died. */
  forgetSessions(): void;
  close(): void;
}

/** The targets of a run by their APIs. */
export type Targets = { readonly [Name in Api]: TargetOf[Name] };
