import type { DataSourceApi, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import type {
  DataSourceSrv,
  GetDataSourceListFilters,
  RuntimeDataSourceRegistration,
  TemplateSrv,
} from '@grafana/runtime';
import { loadDataSource } from '../plugins/PluginLoader';
import { PrometheusStandIn } from './PrometheusStandIn';

type Ref = DataSourceRef | string | null | undefined;

const KINDS = ['metrics', 'tracing', 'logs', 'annotations', 'alerting'] as const;

function passes(source: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  const { type, pluginId, filter, all } = filters;
  const types = type === undefined ? [source.type] : [type].flat();
  const kinds = KINDS.filter((kind) => filters[kind]);
  const queryable =
    all || Boolean(source.meta.metrics || source.meta.logs || source.meta.tracing || source.meta.annotations);
  return (
    queryable &&
    types.includes(source.type) &&
    (pluginId === undefined || source.meta.id === pluginId) &&
    kinds.every((kind) => source.meta[kind]) &&
    (filter?.(source) ?? true)
  );
}

/** Data sources of the boot data. Prometheus has a small stand-in; nested plugins are loaded like everywhere else. */
export class HostDataSourceSrv implements DataSourceSrv {
  private readonly sources: readonly DataSourceInstanceSettings[];
  private readonly defaultName: string;
  private readonly templates: TemplateSrv;
  private readonly instances = new Map<string, Promise<DataSourceApi>>();

  constructor(sources: readonly DataSourceInstanceSettings[], defaultName: string, templates: TemplateSrv) {
    this.sources = sources;
    this.defaultName = defaultName;
    this.templates = templates;
  }

  get(ref?: Ref, scopedVars?: ScopedVars): Promise<DataSourceApi> {
    const settings = this.getInstanceSettings(ref, scopedVars);
    if (!settings) {
      return Promise.reject(new Error(`Datasource ${JSON.stringify(ref ?? 'default')} was not found`));
    }
    const known = this.instances.get(settings.uid) ?? this.create(settings);
    this.instances.set(settings.uid, known);
    return known;
  }

  getList(filters: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    return this.sources.filter((source) => passes(source, filters)).sort((a, b) => a.name.localeCompare(b.name));
  }

  getInstanceSettings(ref?: Ref, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
    const asked = typeof ref === 'string' ? ref : ref?.uid;
    if (!asked || asked === 'default') {
      return this.sources.find(({ name }) => name === this.defaultName);
    }
    const wanted = this.templates.replace(asked, scopedVars);
    return this.sources.find(({ uid }) => uid === wanted) ?? this.sources.find(({ name }) => name === wanted);
  }

  reload(): void {
    this.instances.clear();
  }

  registerRuntimeDataSource({ dataSource }: RuntimeDataSourceRegistration): void {
    this.instances.set(dataSource.uid, Promise.resolve(dataSource));
  }

  private async create(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
    if (settings.type === 'prometheus') {
      const prometheus = new PrometheusStandIn(settings);
      prometheus.meta = settings.meta;
      // Its targets are narrower than those of any data source; callers only ever hold the wide type.
      return prometheus as unknown as DataSourceApi;
    }
    const plugin = await loadDataSource(settings.type);
    const instance: DataSourceApi = new plugin.DataSourceClass(settings);
    instance.components = plugin.components;
    instance.meta = settings.meta;
    return instance;
  }
}
