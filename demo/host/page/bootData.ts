import type { HostUser } from '../access/HostUser';
import { permissionsOf } from '../access/permissions';
import type { HostContext } from '../state/HostContext';
import type { PluginManifest } from '../state/PluginManifest';
import { HOST_VERSION } from '../state/hostVersion';
import { dataSourceSettings } from './dataSourceSettings';
import { navTree } from './navTree';

export type Theme = 'dark' | 'light';

const panelMeta = (manifest: PluginManifest) => ({
  ...manifest,
  sort: 100,
  module: `public/plugins/${manifest.id}/module.js`,
  baseUrl: `public/plugins/${manifest.id}`,
  signature: 'unsigned',
  loadingStrategy: 'script',
});

const appConfig = (manifest: PluginManifest) => ({
  id: manifest.id,
  path: `public/plugins/${manifest.id}/module.js`,
  version: manifest.info.version ?? '',
  preload: manifest.preload ?? false,
  angular: { detected: false, hideDeprecation: false },
  loadingStrategy: 'script',
  dependencies: manifest.dependencies ?? {},
  extensions: manifest.extensions ?? {},
});

/** `settings` of the boot data, also what `/api/frontend/settings` answers. */
export function frontendSettings(context: HostContext, user: HostUser, orgId: number) {
  const { options, catalogue } = context;
  const datasources = dataSourceSettings(context, user, orgId);
  const byId = <T>(type: PluginManifest['type'], describe: (manifest: PluginManifest) => T) =>
    Object.fromEntries(catalogue.ofType(type).map(({ manifest }) => [manifest.id, describe(manifest)]));
  return {
    buildInfo: {
      version: HOST_VERSION[options.variant],
      versionString: `Stand-in host v${HOST_VERSION[options.variant]}`,
      commit: 'stand-in',
      edition: 'Open Source',
      env: 'production',
      buildstamp: 0,
      hasUpdate: false,
      hideVersion: false,
      latestVersion: '',
    },
    appUrl: `http://localhost:${options.port}${options.subPath}/`,
    appSubUrl: options.subPath,
    namespace: orgId === 1 ? 'default' : `org-${orgId}`,
    windowTitlePrefix: 'Stand-in - ',
    anonymousEnabled: options.signedOut === 'anonymous',
    exploreEnabled: true,
    expressionsEnabled: false,
    liveEnabled: false,
    unifiedAlertingEnabled: true,
    http2Enabled: false,
    minRefreshInterval: '5s',
    featureToggles: {},
    defaultDatasource: Object.values(datasources).find(({ isDefault }) => isDefault)?.name ?? '',
    datasources,
    panels: byId('panel', panelMeta),
    apps: byId('app', appConfig),
  };
}

export function bootData(context: HostContext, user: HostUser, orgId: number, theme: Theme) {
  return {
    settings: frontendSettings(context, user, orgId),
    user: {
      isSignedIn: user.signedIn,
      id: user.id,
      uid: user.uid,
      login: user.login,
      name: user.name,
      email: '',
      theme,
      lightTheme: theme === 'light',
      orgId,
      orgName: orgId === 1 ? 'Main Org.' : `Org ${orgId}`,
      orgRole: user.role,
      orgCount: 2,
      isGrafanaAdmin: user.role === 'Admin',
      permissions: permissionsOf(user.role, context.catalogue.ownGrants),
      permissionsMetadata: {},
      hasEditPermissionInFolders: user.role !== 'Viewer',
      timezone: 'utc',
      weekStart: 'monday',
      locale: 'en-US',
      language: 'en-US',
      regionalFormat: 'en-US',
      gravatarUrl: '',
      helpFlags1: 0,
      authenticatedBy: user.signedIn ? 'password' : '',
      analytics: { identifier: '' },
    },
    navTree: navTree(context, user),
    assets: { jsFiles: [], dark: '', light: '' },
  };
}
