import type { ClientAssets } from '../bundling/ClientAssets';
import type { HostOptions } from '../HostOptions';
import type { OrgStore } from './OrgStore';
import type { PluginCatalogue } from './PluginCatalogue';

/** What routes work on. */
export interface HostContext {
  options: Required<HostOptions>;
  store: OrgStore;
  catalogue: PluginCatalogue;
  assets: ClientAssets;
}
