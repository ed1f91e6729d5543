// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

export type Minion = {
  /**
   * The state of its key; accepted where it is not given.
   */
  key?: 'accepted' | 'pending' | 'rejected' | 'denied';
  /**
   * Whether it answers; a minion with an accepted key does where it is not given.
   */
  up?: boolean;
  grains?: {
    [k: string]: unknown;
  } | null;
  pillar?: {
    [k: string]: unknown;
  } | null;
  /**
   * Its public key as PEM; derived from the seed where it is not given.
   */
  pub?: string;
} | null;

/**
 * A fleet file: the minions of a simulated master, its users and its states.
 */
export interface Fleet {
  /**
   * For editors; not looked at.
   */
  $schema?: string;
  /**
   * The minions by id.
   */
  minions?: {
    [k: string]: Minion;
  } | null;
  /**
   * Who can log in, by name. The password holds for every eauth back end that external_auth names but auto and sharedsecret.
   */
  users?: {
    [k: string]: User;
  } | null;
  /**
   * State files by name, each as Salt would read it.
   */
  states?: {
    [k: string]: {
      [k: string]: unknown;
    };
  } | null;
  /**
   * The master's key pair; derived from the seed where it is not given.
   */
  master?: {
    /**
     * PEM
     */
    pub?: string;
    /**
     * PEM
     */
    pem?: string;
  } | null;
}
export interface User {
  password: string;
  groups?: string[];
}
