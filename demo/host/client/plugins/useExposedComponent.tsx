import { type ComponentType, useCallback, useMemo } from 'react';
import { PluginContextProvider } from '@grafana/data';
import { loadApp } from './PluginLoader';
import { useLoaded } from './useLoaded';

async function findExposed(componentId: string) {
  const app = await loadApp(componentId.split('/')[0] ?? '');
  const found = app.exposedComponentConfigs.find(({ id }) => id === componentId);
  return found && { component: found.component, meta: app.meta };
}

/** `usePluginComponent` of @grafana/runtime: loads the app that exposes the component, whatever page we are on. */
export function useExposedComponent<Props extends object = {}>(componentId: string) {
  const load = useCallback(() => findExposed(componentId), [componentId]);
  const loaded = useLoaded(load);
  const found = loaded.state === 'ready' ? loaded.value : undefined;
  const component = useMemo(() => {
    if (!found) {
      return null;
    }
    const Exposed = found.component as ComponentType<Props>;
    const InPluginContext = (props: Props) => (
      <PluginContextProvider meta={found.meta}>
        <Exposed {...props} />
      </PluginContextProvider>
    );
    return InPluginContext;
  }, [found]);
  return { component, isLoading: loaded.state === 'loading' };
}
