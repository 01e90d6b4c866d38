import { createHash } from 'node:crypto';
import path from 'node:path';
import { isJsonObject, type JsonObject } from '../http/jsonBody';
import { ORG_IDS } from '../http/session';
import type { DataSource } from './DataSource';
import type { Environment } from './expandVariables';
import type { OrgState } from './OrgState';
import type { OrgStore } from './OrgStore';
import type { PluginCatalogue } from './PluginCatalogue';
import { readProvisioningFiles } from './readProvisioningFiles';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const texts = (value: unknown): Record<string, string> =>
  isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, String(each)])) : {};

const orgOfEntry = (entry: JsonObject): number => Number(entry.orgId ?? entry.org_id ?? 1);

function toDataSource(entry: JsonObject): Omit<DataSource, 'id'> {
  const name = text(entry.name);
  return {
    uid: text(entry.uid) || `P${createHash('sha256').update(name).digest('hex').slice(0, 15).toUpperCase()}`,
    name,
    type: text(entry.type),
    url: text(entry.url),
    isDefault: entry.isDefault === true,
    basicAuth: entry.basicAuth === true,
    basicAuthUser: text(entry.basicAuthUser),
    jsonData: isJsonObject(entry.jsonData) ? entry.jsonData : {},
    secureJsonData: texts(entry.secureJsonData),
    readOnly: true,
  };
}

/** Files win over what was there under the same uid; provisioned entries no file names any more go. */
function putDataSources(state: OrgState, provisioned: Array<Omit<DataSource, 'id'>>): void {
  const uids = new Set(provisioned.map((source) => source.uid));
  const kept = state.dataSources.filter((source) => !source.readOnly && !uids.has(source.uid));
  state.dataSources = [...provisioned.map((source) => ({ ...source, id: state.nextId++ })), ...kept];
}

function putApps(state: OrgState, entries: JsonObject[], catalogue: PluginCatalogue): void {
  for (const entry of entries) {
    const id = text(entry.type);
    if (!catalogue.find(id)) {
      // Grafana aborts its start here as well: better loud than an app that stays unconfigured.
      throw new Error(`provisioning names the app "${id}", which is not installed`);
    }
    state.plugins[id] = {
      enabled: entry.disabled !== true,
      pinned: true,
      jsonData: isJsonObject(entry.jsonData) ? entry.jsonData : {},
      secureJsonData: texts(entry.secureJsonData),
    };
  }
}

/** Applies `datasources/*.yaml` and `plugins/*.yaml` at every start, over whatever was changed through the API. */
export function provision(store: OrgStore, catalogue: PluginCatalogue, dir: string, env: Environment): void {
  const types = ['prometheus', ...catalogue.ofType('datasource').map((plugin) => plugin.manifest.id)];
  const sources = readProvisioningFiles(path.join(dir, 'datasources'), 'datasources', env);
  const apps = readProvisioningFiles(path.join(dir, 'plugins'), 'apps', env);
  for (const orgId of ORG_IDS) {
    const own = sources.filter((entry) => orgOfEntry(entry) === orgId);
    // A second organization nobody provisioned still gets the first one's data sources: same uid, other organization.
    const used = own.length > 0 ? own : sources.filter((entry) => orgOfEntry(entry) === 1);
    store.change(orgId, (state) => {
      putDataSources(
        state,
        used.map(toDataSource).filter((source) => types.includes(source.type))
      );
      putApps(
        state,
        apps.filter((entry) => orgOfEntry(entry) === orgId),
        catalogue
      );
    });
  }
}
