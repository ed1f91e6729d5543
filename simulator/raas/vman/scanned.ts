import { RpcError } from '../rpc/rpc-error.ts';
import { everyElement, readXml, type XmlElement } from './read-xml.ts';

/** Something that a scan has found on a host. */
export interface Scanned {
  readonly host: string;
  readonly ip: string;
  readonly cve_id: string;
  /** What else the scan says of it. */
  readonly extra: Readonly<Record<string, string>>;
}

/** What hosts, and what is found on them, are called in scans of several vendors. */
const HOSTS = /^(?:ReportHost|HOST|host|asset|node)$/;
const ITEMS = /^(?:ReportItem|VULN|VULN_INFO|vulnerability|vuln|test)$/;
const ADDRESSES = /^(?:host-ip|IP|ip|ip_address|address)$/;
const NAMES = /^(?:host-fqdn|hostname|DNS|dns|fqdn)$/;

/**
 * What a scan has found, one for each host and CVE. The form of Nessus is known; of others only that
 * they have hosts, and CVEs somewhere below.
 *
 * @throws RpcError for what is no XML
 */
export function readScan(data: string): Scanned[] {
  return everyElement(rootOf(data))
    .filter(({ name }) => HOSTS.test(name))
    .flatMap(scannedOn);
}

function rootOf(data: string): XmlElement {
  try {
    return readXml(data.trim());
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new RpcError('InvalidRequest', `The scan cannot be read: ${fault}`, { data: fault });
  }
}

function scannedOn(host: XmlElement): Scanned[] {
  const inside = everyElement(host);
  const named = (pattern: RegExp): string | undefined =>
    inside.find(({ name, attributes }) => pattern.test(attributes['name'] ?? name))?.text.trim() ??
    Object.entries(host.attributes).find(([name]) => pattern.test(name))?.[1];
  const name = named(NAMES) ?? host.attributes['name'] ?? '';
  const ip = named(ADDRESSES) ?? name;
  return inside
    .filter((element) => ITEMS.test(element.name))
    .flatMap((item) =>
      cvesOf(item).map((cve_id) => ({ host: name, ip, cve_id, extra: extraOf(item) })),
    );
}

function cvesOf(item: XmlElement): string[] {
  const texts = everyElement(item).flatMap(({ text, attributes }) => [
    text,
    ...Object.values(attributes),
  ]);
  const found = texts.flatMap((text) => text.match(/CVE-\d{4}-\d{4,}/g) ?? []);
  return [...new Set(found)];
}

function extraOf({ attributes, children }: XmlElement): Scanned['extra'] {
  const texts = children.map(({ name, text }) => [name, text.trim()] as const);
  return { ...attributes, ...Object.fromEntries(texts) };
}
