import type { MinionBanks } from '../minion-cache.ts';
import type { StateTraits } from '../modules/state/state-site.ts';
import type { CherryPyTraits } from './cherrypy-traits.ts';

/**
 * Everything that differs between Salt lines, as data: code asks the profile and never compares
 * version strings. The differences are those of salt-core §0 and real-salt §3.
 */
export interface Profile {
  /** `3008` */
  readonly line: string;
  /** The release that was observed: `3008.3`. */
  readonly version: string;
  /** The key states in the order that listings name them. */
  readonly keyListingOrder: readonly (
    | 'minions'
    | 'minions_pre'
    | 'minions_rejected'
    | 'minions_denied'
  )[];
  /** The zone at the end of `_stamp`. */
  readonly stampZone: '' | '+00:00';
  /** What stands between day and time in `_stamp`. */
  readonly stampSeparator: 'T' | '_';
  /** What Salt tokens are made by: `hash_type` of the configuration, or always the same. */
  readonly tokenHash: 'hash_type' | 'sha1';
  /** Whether a publish fires an event tagged with the bare jid. */
  readonly firesBareJidEvent: boolean;
  /** Whether a publish fires `salt/job/<jid>/publish`. */
  readonly firesPublishEvent: boolean;
  /** Whether a chunk's `start_event` is published. */
  readonly publishesStartEvent: boolean;
  /** What stands for a minion that does not return: Python's False, or a text. */
  readonly silentMinion: 'false' | 'did not return text';
  /** One pair of events a wheel call, or an outer and an inner pair. */
  readonly wheelEvents: 'one pair' | 'two pairs';
  /** Whether jobs of wheels are in the job cache, under the jid of their answer. */
  readonly wheelJobsInCache: boolean;
  /** Whether a failure before a wheel function runs hides its text behind an UnboundLocalError. */
  readonly wheelHidesEarlyFailure: boolean;
  /** The `act` of `salt/key` events, and whether they carry the public key. */
  readonly keyActs: { readonly accept: string; readonly reject: string; readonly delete: string };
  readonly keyEventHasPub: boolean;
  /** `master.pem` and `master.pub`, or files named after the master's id. */
  readonly masterKeyName: 'master' | 'master id';
  /** What a fingerprint is made of. */
  readonly fingerprintOf: 'base64 lines' | 'whole PEM';
  /** Whether accept_dict and its like look for keys only in the state they are named under. */
  readonly namedKeys: 'in the named state' | 'in any state';
  /** Whether wheel key.name_match has its later name, key.glob_match, as well. */
  readonly hasKeyGlobMatch: boolean;
  /** Whether pillar values are masked in what minions return, unless a call has `unmask`. */
  readonly masksPillar: boolean;
  /** What rest_cherrypy answers, where that differs from what was once documented. */
  readonly cherrypy: CherryPyTraits;
  /** What stands behind rest_tornado. */
  readonly tornado: {
    /** As the `Server` header names it. */
    readonly version: string;
    /** Whether the values of headers are read as those of a mail, or as they are written. */
    readonly headerReader: 'as written' | 'as of a mail';
    /** Whether an empty X-Auth-Token counts, so that the cookie does not. */
    readonly emptyTokenCounts: boolean;
    /** What becomes of the quotes around the value of a cookie. */
    readonly cookieQuotes: 'taken off' | 'kept';
    /** Whether a reply says that the connection is closed, as the client wished. */
    readonly tellsOfClosing: boolean;
    /** What becomes of a multipart body that cannot be taken apart. */
    readonly brokenMultipart: 'refused' | 'connection closed';
    /** Whether there are websockets whatever the configuration says. */
    readonly alwaysHasWebsockets: boolean;
    /** Whether what a websocket sends is written as on a stream: `data: `, and an empty line after it. */
    readonly framesEvents: boolean;
    /** Whether the stream of events ends when its token has expired; else it is silent for good. */
    readonly endsEvents: boolean;
    /** Whether HTTP is read as Tornado 4.5 did, or strictly by the RFCs. */
    readonly reading: 'as of old' | 'strict';
    /** How its websockets are. */
    readonly websocket: {
      /** The versions of the protocol, as `Sec-WebSocket-Version` names them. */
      readonly versions: readonly string[];
      /** By what it is told whether a page of another site asks. */
      readonly checksOrigin: 'by Origin' | 'by Sec-Fetch-Site';
      /** What becomes of a connection whose handler fails before it sends anything. */
      readonly failedHandler: 'reads on' | 'closed';
      /** Whether pings are answered after the server has said that it closes. */
      readonly answersAfterClosing: boolean;
      /** What becomes of a close frame whose reason is no UTF-8. */
      readonly badReason: 'closed' | 'ignored';
      /** Whether it is noticed that a client has ended its side, while events are sent to it. */
      readonly noticesEnd: boolean;
      /** Whether the connection of a message that is too big stays for a while. */
      readonly lingersAfterTooBig: boolean;
    };
  };
  /** Whether RaaS, of which the manual of old knew nothing, can have such a master. */
  readonly canBeAttachedToRaas: boolean;
  /** What stands behind rest_wsgi. */
  readonly wsgi: {
    /** The Python that its server names. */
    readonly python: string;
    /** What it hands to its server as a body: WSGI takes bytes alone, and breaks down over text. */
    readonly bodies: 'text' | 'bytes';
  };
  /** Whether the functions of `pillar` name the keywords that they take; else they take any. */
  readonly namesPillarKeywords: boolean;
  /** How `local_batch` runs. */
  readonly batch: {
    /** Whether `salt/batch/<jid>/...` events tell of it. */
    readonly firesEvents: boolean;
    /** Whether all its jobs have one jid. */
    readonly hasOneJid: boolean;
    /** Minions that run at once at the least; with none of them it never ends. */
    readonly leastSize: 0 | 1;
    /** What becomes of a size that is no number. */
    readonly badSize: 'server error' | 'SaltInvocationError';
    /** What `failhard` still shows of the returns that came with the failure. */
    readonly failhardShows: 'all up to the failure' | 'the first';
  };
  /** Execution functions that other lines have and this one does not. */
  readonly lacksFunctions: readonly string[];
  /** Runner functions that other lines have and this one does not. */
  readonly lacksRunners: readonly string[];
  /** By execution function the parameters that other lines have and this one does not. */
  readonly lacksParameters: Readonly<Record<string, readonly string[]>>;
  /** Whether file.stats tells where a link leads although it is told not to follow it. */
  readonly resolvesUnfollowedLinks: boolean;
  /** The beacons that a minion has on Linux, as beacons.list_available names them. */
  readonly beacons: readonly string[];
  /** Whether the beacon service looks at `is_running_state`. */
  readonly beaconsKnowRunningState: boolean;
  /** Whether runner jobs.master lists the very call that asks. */
  readonly listsOwnMasterJob: boolean;
  /** Whether a minion tells of its resources after its pillar was compiled anew. */
  readonly refreshesResources: boolean;
  /** `__pub_*` keys that functions with **kwargs see beside the seven of every line. */
  readonly extraPublishKeys: boolean;
  /** The banks in which the master caches what it knows of minions. */
  readonly minionBanks: MinionBanks;
  /** Whether listings take every `p` and dot from the end of the keys of a bank. */
  readonly listsKeysWithoutTail: boolean;
  /** Whether the master reads `keep_jobs`, the older option in hours. */
  readonly readsKeepJobs: boolean;
  /** Whether the master reads a glob with commas, or a list without tgt_type, as ids. */
  readonly globAcceptsLists: boolean;
  /** Whether a list target with an id that could name no key names nobody at all. */
  readonly listRefusesOddIds: boolean;
  /** What becomes of a key size that is asked for. */
  readonly keySizes: 'rounded up to 2048' | 'as asked, from 1024 on';
  /** Which keys wheel key.gen_accept leaves alone unless forced. */
  readonly genAcceptSpares: 'accepted keys' | 'every key';
  /** Whether tokens are files, as which the runner auth.del_token looks for them; else they are entries of a bank of the cache. */
  readonly tokensAreFiles: boolean;
  /** Whether the client ssh, which looks for tokens by itself, finds them. */
  readonly sshFindsTokens: boolean;
  /**
   * Whether a target in a rule is looked at before it is matched: `@...` covers nobody then, and what
   * is no text fails. Elsewhere both are targets that name no minion (utils/minions.py validate_tgt).
   */
  readonly looksAtRuleTargets: boolean;
  /** Whether a session without data is kept, so that its id survives to a later log-in. */
  readonly keepsEmptySessions: boolean;
  /** Whether a log-in fails where its token would live past the year 9999, or end before the year 1. */
  readonly tokensExpireOnDates: boolean;
  /** What `/run` says to a chunk that has eauth but lacks a user name or a password. */
  readonly eauthOnlyChunk: 'server error' | 'unauthorized';
  /** How minions reckon with the jobs of their schedule. */
  readonly schedule: ScheduleTraits;
  /** How states run. */
  readonly states: StateTraits;
  /** eauth back ends that the line ships. */
  readonly eauthModules: readonly string[];
}

/** How the minions of a line reckon with the jobs of their schedule. */
export interface ScheduleTraits {
  /** Whether a job with an interval runs at the first look, unless it says that it does not. */
  readonly intervalsRunOnStart: boolean;
  /** Whether a job has a note of its next regular time beside that of its next one. */
  readonly notesScheduledTime: boolean;
}
