import { permissionsOf } from '../access/permissions';
import { HttpError } from '../http/HttpError';
import type { HostReply } from '../http/HostReply';
import type { HostRequest } from '../http/HostRequest';
import type { Router } from '../http/Router';
import type { HostContext } from '../state/HostContext';
import type { PluginSettings } from '../state/OrgState';
import type { ProxyRoute } from '../state/PluginManifest';
import { pluginSettings } from '../state/pluginSettings';
import { type Answer, askUpstream } from './askUpstream';
import { passOn } from './passOn';

/** Headers of the caller that Grafana lets through to an endpoint; cookies and credentials of Grafana stay behind. */
const PASSED = ['if-match', 'idempotency-key', 'accept'];

/** `{{ .JsonData.name }}` and `{{ .SecureJsonData.name }}`, as Grafana fills them in. */
const fill = (template: string, { jsonData, secureJsonData }: PluginSettings): string =>
  template.replace(/\{\{\s*\.(JsonData|SecureJsonData)\.(\w+)\s*\}\}/g, (_, where: string, name: string) => String((where === 'JsonData' ? jsonData : secureJsonData)?.[name] ?? ''));

function reply(answer: Answer): HostReply {
  // Unlike the data source proxy this one passes a 401 on as it is.
  return answer.kind === 'answered' ? passOn(answer.response) : { status: { unreachable: 502, timeout: 504, cancelled: 499 }[answer.kind] };
}

/** The app's own routes: exact path, one verb each, each with the action it asks for. */
export function addAppProxyRoutes(router: Router, context: HostContext): void {
  const { store, catalogue, options } = context;
  router.on('*', '/api/plugin-proxy/:id/*', async (request: HostRequest) => {
    const app = catalogue.find(request.params.id ?? '');
    const settings = app && pluginSettings(store.of(request.orgId), app.manifest.id);
    if (!app || !settings?.enabled) {
      throw new HttpError(404, 'Plugin not found, no installed plugin with that id');
    }
    const route = (app.manifest.routes ?? []).find(({ path, method }) => path === request.rest && method === request.method);
    if (!route) {
      throw new HttpError(404, 'plugin route match not found');
    }
    if (route.reqAction !== undefined && !permissionsOf(request.user.role, catalogue.ownGrants)[route.reqAction]) {
      throw new HttpError(403, 'plugin proxy route access denied');
    }
    return reply(await askUpstream(asked(route, settings, request), options.upstreamTimeoutMs, request.signal));
  });
}

function asked(route: ProxyRoute, settings: PluginSettings, request: HostRequest) {
  const target = fill(route.url, settings);
  if (!URL.canParse(target)) {
    // Grafana answers the same for an address that is not set.
    throw new HttpError(500, 'Failed to interpolate the URL of the route');
  }
  const url = new URL(target);
  url.search = request.query.toString();
  const passed = PASSED.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return {
    url,
    method: request.method,
    body: new Uint8Array(request.body),
    contentType: request.headers['content-type'],
    headers: {
      ...Object.fromEntries(passed),
      ...Object.fromEntries((route.headers ?? []).map(({ name, content }) => [name, fill(content, settings)])),
      'x-grafana-context': JSON.stringify({ login: request.user.login, orgId: request.orgId, orgRole: request.user.role }),
    },
  };
}
