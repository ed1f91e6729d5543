import { isoformat } from '../../python/datetime.ts';
import { dateRange } from '../date-range.ts';
import { describeLicense, type License } from '../licenses/license.ts';
import { readLicenseKey } from '../licenses/read-license-key.ts';
import type { Raas } from '../raas.ts';
import type { Resource } from '../rpc/resource.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/** Keys of vRealize Automation: five times five letters and digits. */
const VRA_KEY = /^[\dA-Z]{5}(?:-[\dA-Z]{5}){4}$/;

/** The resource `license` (raas §7). */
export const license: Resource<'license'> = {
  get_current_license({ raas }) {
    const current = expectCurrent(raas);
    const { uuid, license } = current;
    return { uuid, license: terms(license), desc: describeLicense(current) };
  },
  get_license: ({ raas, args }) => shown(raas, expectLicense(raas, args.license_uuid ?? '')),
  get_licenses({ raas, args }) {
    const { license_uuid, license_type, features, origin, include_expired } = args;
    return [...raas.licenses.stored.values()]
      .filter(
        (stored) =>
          (license_uuid === null || stored.uuid === license_uuid) &&
          (license_type === null || stored.license_type === license_type) &&
          (origin === null || stored.origin === origin) &&
          (features ?? []).every((feature) => stored.license.features.includes(feature)) &&
          (include_expired || !raas.licenses.isExpired(stored)),
      )
      .map((stored) => shown(raas, stored));
  },
  get_license_features({ raas }) {
    const { features } = expectCurrent(raas).license;
    return Object.fromEntries(features.map((feature) => [feature, true]));
  },
  save_license({ raas, args }) {
    try {
      return raas.licenses.add(readLicenseKey(args.license_key), 'user').uuid;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new RpcError('InvalidRequest', 'This is no licence key.', {
        license_key: error.message,
      });
    }
  },
  delete_license({ raas, args }) {
    const { license_uuid_or_serial } = args;
    if (raas.licenses.vraKeys.delete(license_uuid_or_serial)) return license_uuid_or_serial;
    const { uuid } = expectLicense(raas, license_uuid_or_serial);
    if (raas.licenses.stored.size === 1)
      throw new RpcError('FailedResourceDependency', 'RaaS does not run without a licence.', {
        license_uuid_or_serial: 'is the only licence',
      });
    raas.licenses.stored.delete(uuid);
    return license_uuid_or_serial;
  },
  check_usage({ raas, args }) {
    const { checked, messages } = raas.licenses.usage(args.force_check ?? false);
    return { timestamp: isoformat(checked), messages: messages.map((message) => ({ ...message })) };
  },
  get_usage_snapshots({ raas, args }) {
    const { date_start, date_end } = args;
    const range = dateRange([date_start ?? '1970-01-01', date_end ?? '9999-12-31'], null);
    return raas.licenses
      .snapshots()
      .filter(({ taken }) => range !== undefined && range.start <= taken && taken <= range.end)
      .map(({ taken, ...snapshot }) => ({ ...snapshot, datetime: isoformat(taken) }));
  },
  get_vra_license: ({ raas }) => [...raas.licenses.vraKeys.values()],
  apply_vra_license({ raas, args }) {
    const serial = args.vra_license_key.trim().toUpperCase();
    if (!VRA_KEY.test(serial))
      throw new RpcError('InvalidRequest', 'This is no licence key.', {
        vra_license_key: 'must be five times five letters and digits, with hyphens between',
      });
    raas.licenses.vraKeys.set(serial, { serial, edition: 'enterprise' });
    return null;
  },
};

/** A licence as lists show one. */
function shown({ licenses }: Raas, stored: License) {
  const { uuid, license_type, origin, license } = stored;
  return {
    uuid,
    license_type,
    origin,
    expired: licenses.isExpired(stored),
    license,
    desc: describeLicense(stored),
  };
}

function terms({ features, ...rest }: License['license']) {
  return { ...rest, features: [...features] };
}

function expectCurrent({ licenses }: Raas): License {
  const current = licenses.current();
  if (current !== undefined) return current;
  throw new RpcError('NotFound', 'There is no licence that has not expired.');
}

function expectLicense({ licenses }: Raas, uuid: string): License {
  const found = licenses.stored.get(uuid);
  if (found !== undefined) return found;
  throw new RpcError('NotFound', `There is no licence ${uuid}.`, {
    license_uuid: 'no licence has this uuid',
  });
}
