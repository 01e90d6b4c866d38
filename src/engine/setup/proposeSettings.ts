import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import type { Settings } from '../../domain/catalogue/Settings';
import type { DataSourceInfo } from '../../ports/DataSources';

/** What an unconfigured app works with: the default Prometheus-compatible data source, else the first, else none; as the fleet page does. */
export function proposeSettings(dataSources: readonly DataSourceInfo[]): Settings {
  const chosen = dataSources.find(({ isDefault }) => isDefault) ?? dataSources[0];
  return {
    ...defaultSettings(),
    sources: chosen ? [{ uid: chosen.uid, profiles: [], resources: 'auto', scope: [] }] : [],
  };
}
