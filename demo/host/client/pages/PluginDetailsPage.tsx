import { useCallback } from 'react';
import { type AppPlugin, PluginContextProvider } from '@grafana/data';
import { config, getBackendSrv, hasPermission, locationSearchToObject } from '@grafana/runtime';
import { Alert, Button, ErrorBoundaryAlert, LoadingPlaceholder } from '@grafana/ui';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { loadApp } from '../plugins/PluginLoader';
import { useLoaded } from '../plugins/useLoaded';
import { PageFrame } from '../shell/PageFrame';

const OVERVIEW = 'overview';

/** Settings are replaced as a whole, so the switch sends back what is there. Pages show it after a reload, as in Grafana. */
async function setEnabled(app: AppPlugin, enabled: boolean): Promise<void> {
  await getBackendSrv().post(`/api/plugins/${app.meta.id}/settings`, {
    enabled,
    pinned: enabled,
    jsonData: app.meta.jsonData,
  });
  window.location.reload();
}

function Details({ app }: { app: AppPlugin }) {
  const { pathname, search } = useLocation();
  const query = locationSearchToObject(search);
  const { id, name, enabled, info } = app.meta;
  const mayWrite = hasPermission('plugins:write');
  const pages = mayWrite ? (app.configPages ?? []) : [];
  const active = String(query.page ?? pages[0]?.id ?? OVERVIEW);
  const page = pages.find((each) => each.id === active);
  const url = (tab: string) => `${config.appSubUrl}${pathname}?page=${tab}`;
  const tabs = [
    { text: 'Overview', url: url(OVERVIEW), active: !page },
    ...pages.map(({ id: tab, title, icon }) => ({ text: title, icon, url: url(tab), active: tab === active })),
  ];
  const toggle = mayWrite && (
    <Button variant={enabled ? 'secondary' : 'primary'} onClick={() => void setEnabled(app, !enabled)}>
      {enabled ? 'Disable' : 'Enable'}
    </Button>
  );
  const Body = page?.body;
  return (
    <PageFrame
      title={name}
      subTitle={info.description}
      img={`${config.appSubUrl}/public/plugins/${id}/${info.logos.small}`}
      actions={toggle}
      tabs={tabs}
    >
      <PluginContextProvider meta={app.meta}>
        <ErrorBoundaryAlert>
          {Body ? <Body plugin={app} query={query} /> : <p>Version {info.version}</p>}
        </ErrorBoundaryAlert>
      </PluginContextProvider>
    </PageFrame>
  );
}

/** `/plugins/<id>`: the app's configuration pages as tabs. */
export function PluginDetailsPage() {
  const { pluginId = '' } = useParams();
  const load = useCallback(() => loadApp(pluginId), [pluginId]);
  const loaded = useLoaded(load);
  switch (loaded.state) {
    case 'loading':
      return <LoadingPlaceholder text="" />;
    case 'failed':
      return <Alert severity="error" title={loaded.reason} />;
    case 'ready':
      return <Details app={loaded.value} />;
  }
}
