import type { DataSource } from '../state/DataSource';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `httpHeaderName1` in jsonData pairs with `httpHeaderValue1` among the secrets, and so on. */
function configuredHeaders({ jsonData, secureJsonData }: DataSource): Record<string, string> {
  const names = Object.keys(jsonData).filter((key) => /^httpHeaderName\d+$/.test(key));
  return Object.fromEntries(
    names.map((key) => [text(jsonData[key]), secureJsonData[key.replace('Name', 'Value')] ?? ''])
  );
}

function authorization(source: DataSource): Record<string, string> {
  if (!source.basicAuth) {
    return {};
  }
  const password = source.secureJsonData.basicAuthPassword ?? '';
  return { authorization: `Basic ${Buffer.from(`${source.basicAuthUser}:${password}`).toString('base64')}` };
}

export const upstreamHeaders = (source: DataSource): Record<string, string> => ({
  ...authorization(source),
  ...configuredHeaders(source),
});

/** Joins the data source's base address with a still encoded path and the caller's query, plus custom parameters where they apply. */
export function upstreamUrl(
  source: DataSource,
  path: string,
  query: URLSearchParams,
  withCustomParameters: boolean
): URL {
  const url = new URL(source.url);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  const custom = withCustomParameters ? text(source.jsonData.customQueryParameters) : '';
  const all = [...query, ...new URLSearchParams(custom)];
  url.search = new URLSearchParams(all).toString();
  return url;
}
