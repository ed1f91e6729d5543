/** The version of RaaS whose methods are simulated. */
export const RAAS_VERSION = '9.1.1';
