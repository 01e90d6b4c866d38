import type { OrgState, PluginSettings } from './OrgState';

/** Grafana starts with an app switched off; this host has only one, so it starts switched on and unconfigured. */
const UNTOUCHED: PluginSettings = { enabled: true, pinned: true, jsonData: null, secureJsonData: {} };

export const pluginSettings = (state: OrgState, id: string): PluginSettings => state.plugins[id] ?? UNTOUCHED;
