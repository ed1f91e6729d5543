// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST / to local test.kwarg that was given nothing: by minion, the keys of the publish, as every function with **kwargs gets them.
 */
export interface PublishedKwargsReturn {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      [k: string]: {
        __pub_fun: 'test.kwarg';
        /**
         * @maxItems 0
         */
        __pub_arg: [];
        __pub_tgt: string;
        /**
         * The job's id: 20 digits, the date and time of the master to the microsecond.
         */
        __pub_jid: string;
        __pub_ret: '';
        __pub_tgt_type: 'glob';
        __pub_user: string;
        /**
         * Since 3008.
         *
         * @maxItems 0
         */
        __pub_resource_targets?: [];
        /**
         * Since 3008.
         */
        __pub_pure_resource_target?: false;
        /**
         * Since 3008.
         */
        __pub_minion_is_target?: true;
      };
    }
  ];
}
