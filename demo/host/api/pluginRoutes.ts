import { requireRole } from '../access/requireRole';
import { HttpError } from '../http/HttpError';
import { json, message } from '../http/HostReply';
import { isJsonObject, type JsonObject, jsonBody } from '../http/jsonBody';
import type { Router } from '../http/Router';
import type { HostContext } from '../state/HostContext';
import type { PluginSettings } from '../state/OrgState';
import type { InstalledPlugin } from '../state/PluginCatalogue';
import { pluginSettings } from '../state/pluginSettings';

const secureFields = (settings: PluginSettings) =>
  Object.fromEntries(
    Object.entries(settings.secureJsonData)
      .filter(([, value]) => value !== '')
      .map(([key]) => [key, true])
  );

/** Grafana's plugin settings answer: manifest fields plus what the organization saved. */
export function describePlugin(plugin: InstalledPlugin, settings: PluginSettings, subPath: string) {
  const { manifest } = plugin;
  const home = manifest.includes?.find((include) => include.defaultNav)?.path;
  return {
    name: manifest.name,
    type: manifest.type,
    id: manifest.id,
    enabled: settings.enabled,
    pinned: settings.pinned,
    autoEnabled: false,
    module: `public/plugins/${manifest.id}/module.js`,
    baseUrl: `public/plugins/${manifest.id}`,
    info: manifest.info,
    includes: manifest.includes ?? [],
    dependencies: manifest.dependencies ?? {},
    extensions: manifest.extensions ?? {},
    jsonData: settings.jsonData,
    secureJsonFields: secureFields(settings),
    defaultNavUrl: `${subPath}${home ?? `/plugins/${manifest.id}/`}`,
    latestVersion: '',
    hasUpdate: false,
    state: '',
    signature: 'unsigned',
    signatureType: '',
    signatureOrg: '',
    angularDetected: false,
    loadingStrategy: 'script',
    translations: {},
  };
}

/**
 * What a POST leaves behind. As in Grafana: jsonData is replaced as a whole, a missing `enabled` switches the app off,
 * and only the secrets that are sent change.
 */
export function settingsAfterPost(before: PluginSettings, command: JsonObject): PluginSettings {
  const secrets = isJsonObject(command.secureJsonData) ? command.secureJsonData : {};
  const sent = Object.entries(secrets).map(([key, value]) => [key, String(value)]);
  return {
    enabled: command.enabled === true,
    pinned: command.pinned === true,
    jsonData: isJsonObject(command.jsonData) ? command.jsonData : null,
    secureJsonData: { ...before.secureJsonData, ...Object.fromEntries(sent) },
  };
}

export function addPluginRoutes(router: Router, { store, catalogue, options }: HostContext): void {
  const installed = (id: string, refusal: string) => {
    const plugin = catalogue.find(id);
    if (!plugin) {
      throw new HttpError(404, refusal);
    }
    return plugin;
  };

  router.on('GET', '/api/plugins', ({ orgId }) =>
    json(
      catalogue.plugins.map((plugin) =>
        describePlugin(plugin, pluginSettings(store.of(orgId), plugin.manifest.id), options.subPath)
      )
    )
  );
  router.on('GET', '/api/plugins/:id/settings', ({ params, orgId }) => {
    const plugin = installed(params.id ?? '', 'Plugin not found, no installed plugin with that id');
    return json(describePlugin(plugin, pluginSettings(store.of(orgId), plugin.manifest.id), options.subPath));
  });
  router.on('POST', '/api/plugins/:id/settings', (request) => {
    requireRole(request.user, 'Admin', 'plugins:write');
    const { manifest } = installed(request.params.id ?? '', 'Plugin not installed');
    const command = jsonBody(request);
    store.change(request.orgId, (state) => {
      state.plugins[manifest.id] = settingsAfterPost(pluginSettings(state, manifest.id), command);
    });
    return message('Plugin settings updated', 200);
  });
}
