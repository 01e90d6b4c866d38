import { createServer } from 'node:http';
import { ANONYMOUS } from './access/HostUser';
import { addAccountRoutes } from './api/accountRoutes';
import { addAnnotationRoutes } from './api/annotationRoutes';
import { addAppProxyRoutes } from './api/appProxyRoutes';
import { addDataSourceProxyRoutes } from './api/dataSourceProxyRoutes';
import { addDataSourceRoutes } from './api/dataSourceRoutes';
import { addPluginRoutes } from './api/pluginRoutes';
import { addQueryRoutes } from './api/queryRoutes';
import { addUserStorageRoutes } from './api/userStorageRoutes';
import type { ClientAssets } from './bundling/ClientAssets';
import type { HostOptions, RunningHost } from './HostOptions';
import { createListener } from './http/createListener';
import { message, redirect } from './http/HostReply';
import { Router } from './http/Router';
import { userOf } from './http/session';
import { addAssetRoutes } from './page/assetRoutes';
import { addPageRoutes } from './page/pageRoutes';
import type { HostContext } from './state/HostContext';
import { OrgStore } from './state/OrgStore';
import { PluginCatalogue } from './state/PluginCatalogue';
import { provision } from './state/provision';

const withDefaults = (options: HostOptions): Required<HostOptions> => ({
  variant: 'grafana12',
  csp: false,
  signedOut: 'admin',
  restricted: {},
  upstreamTimeoutMs: 30_000,
  routing: { url: '', token: '' },
  ...options,
  subPath: (options.subPath ?? '').replace(/\/$/, ''),
});

/** Data source proxies come before the data source routes only by specificity of their paths; pages come last, they take everything. */
function routes(context: HostContext): Router {
  const router = new Router();
  addAccountRoutes(router, context);
  addPluginRoutes(router, context);
  addAppProxyRoutes(router, context);
  addDataSourceProxyRoutes(router, context);
  addDataSourceRoutes(router, context);
  addQueryRoutes(router, context);
  addAnnotationRoutes(router, context);
  addUserStorageRoutes(router, context);
  addAssetRoutes(router, context);
  addPageRoutes(router, context);
  return router;
}

const needsNoSignIn = (path: string): boolean => /^\/(public\/|login$|api\/health$)/.test(path);

/** Sends somebody who is not signed in to the form, or answers 401 where a program asks. */
const refuseSignedOut = (subPath: string) => (path: string) => {
  if (needsNoSignIn(path)) {
    return undefined;
  }
  return /^\/apis?\//.test(path) ? message('Unauthorized', 401) : redirect(`${subPath}/login`);
};

/** Everything but making the browser bundle, which is handed in. */
export async function serveHost(given: HostOptions, assets: ClientAssets): Promise<RunningHost> {
  const options = withDefaults(given);
  const catalogue = new PluginCatalogue(options.distDir);
  const store = new OrgStore(options.dataDir);
  provision(store, catalogue, options.provisioningDir, { ...process.env, PROMETHEUS_URL: options.prometheusUrl, ROUTING_URL: options.routing.url, ROUTING_TOKEN: options.routing.token });
  const listener = createListener({
    router: routes({ options, store, catalogue, assets }),
    subPath: options.subPath,
    userOf: (request) => userOf(request.headers, options.signedOut),
    signedOut: refuseSignedOut(options.subPath),
    nobody: ANONYMOUS,
  });
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}${options.subPath}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
