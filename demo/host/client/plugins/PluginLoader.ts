import type {
  AppPlugin,
  AppPluginMeta,
  DataSourceApi,
  DataSourcePlugin,
  PanelPlugin,
  PanelPluginMeta,
} from '@grafana/data';
import { config, getBackendSrv } from '@grafana/runtime';
import { corePanels } from '../panels/corePanels';
import { bootData } from '../services/bootData';

/** Plugins come from outside: what they export is looked at before it is used. */
async function importPlugin(id: string, version: string): Promise<unknown> {
  const module = await System.import(`${config.appSubUrl}/public/plugins/${id}/module.js?_cache=${version}`);
  const plugin: unknown = await module.plugin;
  if (!plugin) {
    throw new Error(`the module of ${id} does not export "plugin"`);
  }
  return plugin;
}

function once<T>(load: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const loading = new Map<string, Promise<T>>();
  return (id) => {
    const known = loading.get(id) ?? load(id);
    loading.set(id, known);
    return known;
  };
}

const panels = new Map<string, PanelPlugin>();

export const loadApp = once(async (id) => {
  const meta: AppPluginMeta = await getBackendSrv().get(`/api/plugins/${id}/settings`);
  const plugin = (await importPlugin(id, meta.info.version)) as AppPlugin;
  plugin.meta = meta;
  plugin.init(meta);
  return plugin;
});

export const loadPanel = once(async (id) => {
  const core = corePanels[id];
  const meta: PanelPluginMeta | undefined = bootData.settings.panels[id];
  if (!core && !meta) {
    throw new Error(`Panel plugin not found: ${id}`);
  }
  const plugin = core ?? ((await importPlugin(id, meta?.info.version ?? '')) as PanelPlugin);
  if (meta) {
    plugin.meta = meta;
  }
  panels.set(id, plugin);
  return plugin;
});

export const loadedPanel = (id: string): PanelPlugin | undefined => panels.get(id);

export const loadDataSource = once(
  async (id) => (await importPlugin(id, config.buildInfo.version)) as DataSourcePlugin<DataSourceApi>
);
