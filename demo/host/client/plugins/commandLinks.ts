import { PluginExtensionPoints, type PluginExtensionAddedLinkConfig } from '@grafana/data';
import { bootData } from '../services/bootData';
import { loadApp } from './PluginLoader';

/** What the apps put into the command palette; they are loaded when it is first opened. */
export async function commandLinks(): Promise<readonly PluginExtensionAddedLinkConfig[]> {
  const apps = await Promise.all(Object.keys(bootData.settings.apps).map(loadApp));
  return apps
    .filter((app) => app.meta.enabled)
    .flatMap((app) => app.addedLinkConfigs)
    .filter(({ targets }) => [targets].flat().includes(PluginExtensionPoints.CommandPalette))
    .filter(({ configure }) => configure === undefined || configure(undefined) !== undefined);
}
