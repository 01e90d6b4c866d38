import type { HostOptions } from '../HostOptions';
import type { OrgStore } from './OrgStore';
import type { PluginCatalogue } from './PluginCatalogue';

/** What routes work on. */
export interface HostContext {
  options: Required<HostOptions>;
  store: OrgStore;
  catalogue: PluginCatalogue;
  /** Name of the browser bundle's entry file, set once it is built. */
  assets: { entry: string; styles: readonly string[]; dir: string; packagesDir: string };
}
