/** Vendors whose scans can be fetched (raas §7, get_connector). */
export const CONNECTOR_VENDORS = ['tenable', 'carbonblack', 'qualys'] as const;
export type ConnectorVendor = (typeof CONNECTOR_VENDORS)[number];

/** What a connector of a vendor needs. */
export interface ConnectorForm {
  /** What stands where nothing was said. */
  readonly standard: Readonly<Record<string, string | number>>;
  /** What is never shown. */
  readonly secrets: readonly string[];
}

/** What connectors need, by vendor. That of tenable is known; the others are inferred from what their vendors ask for. */
export const CONNECTOR_FORMS: Readonly<Record<ConnectorVendor, ConnectorForm>> = {
  tenable: {
    standard: { url: 'https://tenable.example.com', days_since: 30 },
    secrets: ['accessKey', 'secretKey'],
  },
  carbonblack: {
    standard: { url: 'https://carbonblack.example.com', days_since: 30, orgKey: '' },
    secrets: ['apiId', 'apiSecretKey'],
  },
  qualys: {
    standard: { url: 'https://qualys.example.com', days_since: 30, username: '' },
    secrets: ['password'],
  },
};
