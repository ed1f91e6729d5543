// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST /minions: a job a chunk, and links to the jobs.
 */
export interface JobsStarted {
  return: {
    /**
     * The job's id: 20 digits, the date and time of the master to the microsecond.
     */
    jid?: string;
    minions?: string[];
  }[];
  _links: {
    jobs: {
      href: string;
    }[];
  };
}
