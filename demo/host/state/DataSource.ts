import type { JsonObject } from '../http/jsonBody';

export interface DataSource {
  id: number;
  uid: string;
  name: string;
  type: string;
  url: string;
  isDefault: boolean;
  basicAuth: boolean;
  basicAuthUser: string;
  jsonData: JsonObject;
  secureJsonData: Readonly<Record<string, string>>;
  /** Came from a provisioning file. */
  readOnly: boolean;
}

/** Grafana's answer for one data source: secrets only as flags. */
export function publicDataSource(source: DataSource, orgId: number) {
  const { secureJsonData, ...open } = source;
  return {
    ...open,
    orgId,
    access: 'proxy',
    database: '',
    user: '',
    typeName: source.type,
    typeLogoUrl: '',
    version: 1,
    withCredentials: false,
    secureJsonFields: Object.fromEntries(Object.keys(secureJsonData).map((key) => [key, true])),
  };
}
