import { DataSourcePlugin, type DataSourceInstanceSettings } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { GrafanaDataSources } from '../adapters/prometheus/GrafanaDataSources';
import { configEditor } from '../datasource/editor/configEditor';
import { QueryEditor } from '../datasource/editor/QueryEditor';
import type { Templates } from '../datasource/expandVariables';
import { HeadroomDataSource } from '../datasource/HeadroomDataSource';
import type { HeadroomOptions } from '../datasource/HeadroomOptions';
import type { HeadroomQuery } from '../datasource/HeadroomQuery';
import { LazyFeed } from '../engine/datasource/LazyFeed';

const templates: Templates = {
  replace: (text, scopedVars, format) => getTemplateSrv().replace(text, scopedVars, format),
  getVariables: () => getTemplateSrv().getVariables(),
};

class WiredDataSource extends HeadroomDataSource {
  constructor(settings: DataSourceInstanceSettings<HeadroomOptions>) {
    super(
      settings,
      new LazyFeed(async () => (await import('./buildFeed')).buildFeed(settings.jsonData?.prometheusUids ?? [])),
      templates,
      () => Date.now()
    );
  }
}

/** The nested plugin as Grafana loads it. */
export const dataSourcePlugin = () =>
  new DataSourcePlugin<HeadroomDataSource, HeadroomQuery, HeadroomOptions>(WiredDataSource)
    .setConfigEditor(configEditor(new GrafanaDataSources()))
    .setQueryEditor(QueryEditor);
