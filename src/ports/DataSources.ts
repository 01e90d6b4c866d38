export interface DataSourceInfo {
  readonly uid: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** Plugin type id, for example `prometheus`. */
  readonly type: string;
}

/** Prometheus-compatible data sources this user may see. */
export interface DataSources {
  list(): readonly DataSourceInfo[];
}
