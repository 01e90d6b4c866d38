import { visibleDataSources } from '../api/visibleDataSources';
import type { HostUser } from '../access/HostUser';
import type { DataSource } from '../state/DataSource';
import type { HostContext } from '../state/HostContext';

const PROMETHEUS = {
  id: 'prometheus',
  type: 'datasource',
  name: 'Prometheus',
  module: 'core:plugin/prometheus',
  baseUrl: 'public/app/plugins/datasource/prometheus',
  signature: 'internal',
  metrics: true,
  alerting: true,
  annotations: true,
  backend: true,
  info: {
    author: { name: 'Stand-in host' },
    description: 'A small stand-in for the Prometheus data source',
    links: [],
    logos: {
      small: 'public/stand-in/prometheus.svg',
      large: 'public/stand-in/prometheus.svg',
    },
    screenshots: [],
    updated: '',
    version: '',
  },
};

function metaOf(source: DataSource, { catalogue }: HostContext) {
  const nested = catalogue.find(source.type)?.manifest;
  if (!nested) {
    return PROMETHEUS;
  }
  const base = `public/plugins/${nested.id}`;
  const { logos } = nested.info;
  return {
    ...nested,
    module: `${base}/module.js`,
    baseUrl: base,
    signature: 'unsigned',
    info: { ...nested.info, logos: { small: `${base}/${logos?.small ?? ''}`, large: `${base}/${logos?.large ?? ''}` } },
  };
}

/** `settings.datasources` of the boot data: by name, only those the user may query, without secrets. */
export function dataSourceSettings(context: HostContext, user: HostUser, orgId: number) {
  const visible = visibleDataSources(context, user, orgId);
  return Object.fromEntries(
    visible.map((source) => [
      source.name,
      {
        id: source.id,
        uid: source.uid,
        type: source.type,
        name: source.name,
        url: `${context.options.subPath}/api/datasources/proxy/uid/${source.uid}`,
        access: 'proxy',
        isDefault: source.isDefault,
        readOnly: source.readOnly,
        jsonData: source.jsonData,
        meta: metaOf(source, context),
      },
    ])
  );
}
