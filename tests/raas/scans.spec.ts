import { expect, test } from '@playwright/test';
import { everyElement, readXml } from '../../simulator/raas/vman/read-xml.ts';
import { readScan } from '../../simulator/raas/vman/scanned.ts';

/*
 * Scans of other products: XML, and what is found in it.
 */

test('XML is read with attributes, entities, character data and comments', () => {
  const root = readXml(
    `<?xml version="1.0"?><!DOCTYPE a><a b="1 &lt; 2" c='&#x41;&#66;'><!-- <no/> --><d/>x &amp; y<![CDATA[<z>]]></a>`,
  );
  expect(root).toEqual({
    name: 'a',
    attributes: { b: '1 < 2', c: 'AB' },
    children: [{ name: 'd', attributes: {}, children: [], text: '' }],
    text: 'x & y<z>',
  });
});

for (const [what, text] of [
  ['nothing', ''],
  ['a text', 'scan'],
  ['an element that does not end', '<a><b></b>'],
  ['an end that is another', '<a></b>'],
  ['two roots', '<a/><b/>'],
  ['a half tag', '<a b='],
] as const)
  test(`${what} is no XML`, () => expect(() => readXml(text)).toThrow());

test('what is deep is read all the same', () => {
  const depth = 50_000;
  const root = readXml('<a>'.repeat(depth) + '</a>'.repeat(depth));
  expect(everyElement(root)).toHaveLength(depth);
});

test('each CVE of an item is found once, with the name and the address of its host', () => {
  const scan = `<NessusClientData_v2><Report><ReportHost name="web1.example.com"><HostProperties>
    <tag name="host-ip">192.0.2.1</tag></HostProperties>
    <ReportItem pluginID="1" pluginName="A"><cve>CVE-2099-0001</cve><cve>CVE-2099-0002</cve><see>CVE-2099-0001</see></ReportItem>
    <ReportItem pluginID="2" pluginName="B"></ReportItem></ReportHost></Report></NessusClientData_v2>`;
  const found = readScan(scan).map(({ host, ip, cve_id, extra }) => [
    host,
    ip,
    cve_id,
    extra['pluginName'],
  ]);
  expect(found).toEqual([
    ['web1.example.com', '192.0.2.1', 'CVE-2099-0001', 'A'],
    ['web1.example.com', '192.0.2.1', 'CVE-2099-0002', 'A'],
  ]);
});

test('hosts and findings of another form are found as well', () => {
  const scan = `<SCAN><HOST><IP>192.0.2.2</IP><DNS>db1</DNS><VULN><TITLE>A</TITLE>
    <CVE_ID_LIST><CVE_ID><ID>CVE-2099-0003</ID></CVE_ID></CVE_ID_LIST></VULN></HOST></SCAN>`;
  expect(readScan(scan)).toMatchObject([{ host: 'db1', ip: '192.0.2.2', cve_id: 'CVE-2099-0003' }]);
});
