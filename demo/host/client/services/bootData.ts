import type { BootData, PanelPluginMeta } from '@grafana/data';

type HostBootData = BootData & { settings: { panels: Readonly<Record<string, PanelPluginMeta>> } };

function read(): HostBootData {
  // Read by name: other packages declare this global too, each in its own way.
  const data: unknown = Reflect.get(window, 'grafanaBootData');
  if (!isBootData(data)) {
    throw new Error('the page came without boot data');
  }
  return data;
}

/** The server writes it whole or not at all. */
const isBootData = (data: unknown): data is HostBootData => typeof data === 'object' && data !== null;

/** What the server put into the page. */
export const bootData = read();
