import { getDataSourceSrv } from '@grafana/runtime';
import type { DataSourceInfo, DataSources } from '../../ports/DataSources';

/** Plugins that speak Prometheus' API through the same resource path. */
const PROMETHEUS_TYPES: readonly string[] = [
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
];

/** Data sources Grafana lists for this user; those he may not read are not among them. */
export class GrafanaDataSources implements DataSources {
  list(): readonly DataSourceInfo[] {
    return getDataSourceSrv()
      .getList({ type: [...PROMETHEUS_TYPES] })
      // Grafana adds its built-in one whatever was asked for.
      .filter(({ type }) => PROMETHEUS_TYPES.includes(type))
      .map(({ uid, name, isDefault, type }) => ({ uid, name, isDefault: isDefault === true, type }));
  }
}
