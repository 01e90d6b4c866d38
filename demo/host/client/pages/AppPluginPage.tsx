import { Suspense, useCallback } from 'react';
import { type AppPlugin, PluginContextProvider } from '@grafana/data';
import { config, locationSearchToObject } from '@grafana/runtime';
import { Alert, ErrorBoundaryAlert, LoadingPlaceholder } from '@grafana/ui';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { loadApp } from '../plugins/PluginLoader';
import { useLoaded } from '../plugins/useLoaded';
import { PageFrame } from '../shell/PageFrame';
import { mayOpen } from './mayOpen';
import { NotFoundPage } from './NotFoundPage';

function AppRoot({ app }: { app: AppPlugin }) {
  const { pathname, search } = useLocation();
  const Root = app.root;
  if (!Root || !app.meta.enabled) {
    return <NotFoundPage what={Root ? 'enabled app' : 'app with pages'} />;
  }
  if (!mayOpen(app.meta, pathname)) {
    return (
      <PageFrame title="Access denied">
        <Alert
          severity="warning"
          title={`Your role (${config.bootData.user.orgRole || 'none'}) may not open this page`}
        />
      </PageFrame>
    );
  }
  return (
    <PluginContextProvider meta={app.meta}>
      <ErrorBoundaryAlert style="page" dependencies={[pathname]}>
        <Suspense fallback={<LoadingPlaceholder text="" />}>
          <Root
            meta={app.meta}
            basename={`/a/${app.meta.id}`}
            path={pathname}
            query={locationSearchToObject(search)}
            onNavChanged={() => {}}
          />
        </Suspense>
      </ErrorBoundaryAlert>
    </PluginContextProvider>
  );
}

/** Everything under `/a/<id>`. */
export function AppPluginPage() {
  const { pluginId = '' } = useParams();
  const load = useCallback(() => loadApp(pluginId), [pluginId]);
  const loaded = useLoaded(load);
  switch (loaded.state) {
    case 'loading':
      return <LoadingPlaceholder text="" />;
    case 'failed':
      return (
        <PageFrame title="The app could not be loaded">
          <Alert severity="error" title={loaded.reason} />
        </PageFrame>
      );
    case 'ready':
      return <AppRoot app={loaded.value} />;
  }
}
