/** Something that a scan has found on a host. */
export interface ScannedItem {
  readonly host: string;
  readonly ip: string;
  readonly cve: string;
}

/** The XML of a scan as Nessus exports it, an item a host. */
export function nessusScan(items: readonly ScannedItem[]): string {
  const hosts = items.map(
    ({ host, ip, cve }) =>
      `<ReportHost name="${host}"><HostProperties><tag name="host-ip">${ip}</tag></HostProperties>` +
      `<ReportItem port="0" svc_name="general" protocol="tcp" severity="3" pluginID="99999" pluginName="Saltproof ${cve}" pluginFamily="Misc.">` +
      `<cve>${cve}</cve><risk_factor>High</risk_factor></ReportItem></ReportHost>`,
  );
  return `<?xml version="1.0" ?>\n<NessusClientData_v2><Report name="saltproof">${hosts.join('')}</Report></NessusClientData_v2>\n`;
}
