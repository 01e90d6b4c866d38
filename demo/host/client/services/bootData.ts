import type { BootData, PanelPluginMeta } from '@grafana/data';

type HostBootData = BootData & { settings: { panels: Readonly<Record<string, PanelPluginMeta>> } };

declare global {
  interface Window {
    grafanaBootData?: HostBootData;
  }
}

function read(): HostBootData {
  if (!window.grafanaBootData) {
    throw new Error('the page came without boot data');
  }
  return window.grafanaBootData;
}

/** What the server put into the page. */
export const bootData = read();
