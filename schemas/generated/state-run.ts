// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What a minion returns for a run of states: a result for each state, by `<module>_|-<id>_|-<name>_|-<function>`.
 */
export interface StateRun {
  [k: string]: {
    name: string;
    changes: {
      [k: string]: unknown;
    };
    /**
     * Null where a test run would change something.
     */
    result: boolean | null;
    comment: string;
    warnings?: string[];
    __id__?: string;
    /**
     * The file that the state is of; null where it is of none.
     */
    __sls__?: string | null;
    /**
     * Its place in the order of the run.
     */
    __run_num__: number;
    /**
     * False for a state that was not run, where the line marks it.
     */
    __state_ran__?: false;
    /**
     * True for a state that its conditions did not let be called.
     */
    skip_watch?: true;
    /**
     * True for a state that ran beside others.
     */
    __parallel__?: true;
    /**
     * The time of day, on the minion; absent where the state could not be called.
     */
    start_time?: string;
    /**
     * Milliseconds.
     */
    duration?: number;
  };
}
