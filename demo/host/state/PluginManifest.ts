import type { OrgRole } from '../access/OrgRole';
import type { JsonObject } from '../http/jsonBody';

export interface PluginInclude extends JsonObject {
  type: string;
  name: string;
  path?: string;
  role?: OrgRole;
  action?: string;
  addToNav?: boolean;
  defaultNav?: boolean;
  icon?: string;
}

/** A way through Grafana's server to an endpoint of the app. */
export interface ProxyRoute {
  path: string;
  method: string;
  url: string;
  reqAction?: string;
  headers?: ReadonlyArray<{ name: string; content: string }>;
}

/** The part of a built plugin.json that the host reads; everything else is passed on as it is. */
export interface PluginManifest extends JsonObject {
  id: string;
  type: 'app' | 'datasource' | 'panel';
  name: string;
  preload?: boolean;
  includes?: readonly PluginInclude[];
  info: JsonObject & { version?: string; logos?: { small?: string; large?: string } };
  routes?: readonly ProxyRoute[];
  roles?: ReadonlyArray<{
    role: { name: string; permissions?: ReadonlyArray<{ action: string }> };
    grants?: readonly string[];
  }>;
}
