import type { Resource } from '../../rpc/resource.ts';
import { RAAS_VERSION } from '../../raas-version.ts';
import { discover } from './discover.ts';

/** The resource `api`: what there is to call (raas §5). */
export const api: Resource<'api'> = {
  discover: ({ args }) => discover(args.include),
  get_versions: ({ raas }) => ({
    python: '3.10.14 (main, simulated) [saltproof]',
    raas: { raas: RAAS_VERSION },
    deps: [
      ['alembic', '1.13.1'],
      ['SQLAlchemy', '1.4.52'],
      ['tornado', '6.4.1'],
    ],
    opts: {
      customer_id: raas.customerId,
      sql: {
        dialect: 'postgresql',
        driver: 'psycopg2',
        host: 'localhost',
        pool_timeout: 30,
        pool_recycle: 3600,
      },
    },
  }),
};
