import type { DataSourceJsonData } from '@grafana/data';

/** Settings of a Headroom data source, as Grafana keeps them. */
export interface HeadroomOptions extends DataSourceJsonData {
  /** Uids of the Prometheus data sources it reads; empty or unset = those the Headroom app is configured with. */
  prometheusUids?: string[];
}
