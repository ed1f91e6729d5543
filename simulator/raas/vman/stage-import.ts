import { str } from '../../python/repr.ts';
import type { PyValue } from '../../python/value.ts';
import { placesOf } from '../policies/run-policy.ts';
import type { Place } from '../policies/policy.ts';
import type { Raas } from '../raas.ts';
import { newUuid } from '../uuid.ts';
import type { Scanned } from './scanned.ts';
import type { RowKind, StagedRow, ThirdPartyImport } from './third-party-import.ts';
import type { Finding, VmanPolicy } from './vman.ts';
import { affectedOn } from './vulnerabilities.ts';

/** Holds a scan against the minions of a policy and the advisories that there are, and keeps what comes of it. */
export function stageImport(
  raas: Raas,
  policy: VmanPolicy,
  tp_source: string,
  scan: readonly Scanned[],
): ThirdPartyImport {
  const uuid = newUuid(raas.random);
  const started = raas.clock.now();
  const places = placesOf(raas, policy);
  const staged: ThirdPartyImport = {
    uuid,
    policy_uuid: policy.uuid,
    tp_source,
    started,
    rows: scan.map((scanned) => stagedRow(raas, uuid, places, scanned)),
    ended: raas.clock.now(),
    state: 'staged',
  };
  raas.vman.imports.set(uuid, staged);
  return staged;
}

/** How many rows of an import are of a kind. */
export function countRows({ rows }: ThirdPartyImport) {
  const count = (kind: RowKind): number => rows.filter((row) => row.kind === kind).length;
  return {
    supported: count('supported'),
    missing_advisory_id: count('unsupported'),
    missing_minion: count('unmatched'),
  };
}

function stagedRow(
  raas: Raas,
  import_uuid: string,
  places: readonly Place[],
  scanned: Scanned,
): StagedRow {
  const { cve_id, ip, host, extra } = scanned;
  const place = places.find((one) => isScanned(one, scanned));
  const finding = place === undefined ? undefined : findingOf(raas, place, cve_id);
  const kind = kindOf(place, finding);
  return {
    uuid: newUuid(raas.random),
    import_uuid,
    kind,
    finding,
    tpa_uuid: newUuid(raas.random.named(`third party ${cve_id}`)),
    tp_advisory_id: cve_id,
    tp_ip: ip,
    tp_extra_data: { host, ...extra },
    selected: kind === 'supported',
  };
}

function kindOf(place: Place | undefined, finding: Finding | undefined): RowKind {
  if (place === undefined) return 'unmatched';
  return finding === undefined ? 'unsupported' : 'supported';
}

function findingOf({ vman }: Raas, place: Place, cve_id: string): Finding | undefined {
  const advisory = vman.advisories.find(({ cve }) => cve.cve_id === cve_id);
  return advisory === undefined ? undefined : affectedOn(advisory, place)[0];
}

/** The grains that tell a minion's addresses and names. */
const TELLING = ['id', 'fqdn', 'host', 'ipv4', 'ipv6', 'fqdn_ip4', 'fqdn_ip6'];

/** Addresses that every minion has. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);

function isScanned({ minion: { id, grains } }: Place, { host, ip }: Scanned): boolean {
  const known = TELLING.flatMap((name): PyValue[] => [grains.get(name) ?? []].flat());
  return [id, ...known.map(str)]
    .filter((one) => !LOOPBACK.has(one))
    .some((one) => one === host || one === ip);
}
