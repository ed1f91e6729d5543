import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { CONNECTOR_FORMS } from '../../vman/connector-forms.ts';

/** What is shown of a secret. */
const MASK = '********';

/** Keeps how scans of a vendor are fetched; what is not given stays as it is. */
export function saveConnector({ raas, args }: Call<Vman['save_connector']['arguments']>): null {
  const { vendor, connector_params } = args;
  const { standard, secrets } = CONNECTOR_FORMS[vendor];
  const given = connector_params as JsonObject;
  const stray = Object.keys(given).find(
    (name) => !secrets.includes(name) && !Object.hasOwn(standard, name),
  );
  if (stray !== undefined) throw invalid(`${stray} is nothing that a connector of ${vendor} has`);
  const params: JsonObject = { ...standard, ...raas.vman.connectors.get(vendor), ...given };
  const missing = secrets.find((name) => (params[name] ?? '') === '');
  if (missing !== undefined) throw invalid(`${missing} is missing`);
  raas.vman.connectors.set(vendor, params);
  return null;
}

function invalid(fault: string): RpcError {
  return new RpcError('InvalidRequest', `The connector cannot be saved: ${fault}.`, {
    connector_params: fault,
  });
}

/** Gives the connector of a vendor, its secrets masked, in Python's way of writing names. */
export function getConnector({
  raas,
  args: { vendor },
}: Call<Vman['get_connector']['arguments']>): Vman['get_connector']['reply'] {
  const params = raas.vman.connectors.get(vendor);
  if (params === undefined)
    throw new RpcError('NotFound', `There is no connector of ${vendor}.`, { vendor });
  const { secrets } = CONNECTOR_FORMS[vendor];
  const shown = Object.entries(params).map(([name, value]): [string, Json] => [
    snakeCase(name),
    secrets.includes(name) ? MASK : value,
  ]);
  return { ...Object.fromEntries(shown), __secrets: secrets.map(snakeCase) };
}

/** Gives what a connector of a vendor has to be told, and what it was told unless that is a secret. */
export function getConnectorParams({
  raas,
  args: { vendor },
}: Call<Vman['get_connector_params']['arguments']>): Vman['get_connector_params']['reply'] {
  const { standard, secrets } = CONNECTOR_FORMS[vendor];
  const nothing = Object.fromEntries(secrets.map((name) => [name, null]));
  const known = raas.vman.connectors.get(vendor);
  return { ...standard, ...known, ...nothing, __secrets: [...secrets] };
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
