import type { JsonObject } from '../http/jsonBody';
import type { Annotation } from './Annotation';
import type { DataSource } from './DataSource';

export interface PluginSettings {
  enabled: boolean;
  pinned: boolean;
  jsonData: JsonObject | null;
  /** In the clear: a stand-in has no keys to encrypt with. Never sent to a browser. */
  secureJsonData: Readonly<Record<string, string>>;
}

/** All the host remembers for one organization. */
export interface OrgState {
  plugins: Record<string, PluginSettings>;
  dataSources: DataSource[];
  annotations: Annotation[];
  nextId: number;
  /** User storage by resource name, `<plugin id>:<user uid>`. */
  userStorage: Record<string, Record<string, string>>;
}

export const emptyOrgState = (): OrgState => ({
  plugins: {},
  dataSources: [],
  annotations: [],
  nextId: 1,
  userStorage: {},
});
