import type { Finding } from './vman.ts';

/** Whether a row of a scan is known: its advisory and minion, the minion alone, or no such minion. */
export type RowKind = 'supported' | 'unsupported' | 'unmatched';

/** A row of a scan while it is looked through. */
export interface StagedRow {
  readonly uuid: string;
  readonly import_uuid: string;
  readonly kind: RowKind;
  /** What it comes to; undefined unless it is supported. */
  readonly finding: Finding | undefined;
  /** The uuid of the advisory of whoever scanned, which is the same in each import. */
  readonly tpa_uuid: string;
  readonly tp_advisory_id: string;
  readonly tp_ip: string;
  /** What else the scan says of it. */
  readonly tp_extra_data: Readonly<Record<string, string>>;
  selected: boolean;
}

/** A scan that was imported. */
export interface ThirdPartyImport {
  readonly uuid: string;
  readonly policy_uuid: string;
  readonly tp_source: string;
  /** In microseconds since the epoch. */
  readonly started: number;
  readonly ended: number;
  readonly rows: readonly StagedRow[];
  state: 'staged' | 'committed';
}
