import { useCallback, useMemo } from 'react';
import {
  applyFieldOverrides,
  type FieldConfigSource,
  type InterpolateFunction,
  getDefaultTimeRange,
  getPanelOptionsWithDefaults,
  LoadingState,
  type PanelData,
  type PanelPlugin,
  PluginContextProvider,
} from '@grafana/data';
import { getAppEvents, type PanelRendererProps } from '@grafana/runtime';
import { Alert, ErrorBoundaryAlert, LoadingPlaceholder, useTheme2 } from '@grafana/ui';
import { loadPanel } from '../plugins/PluginLoader';
import { useLoaded } from '../plugins/useLoaded';

const NO_DATA: PanelData = { state: LoadingState.NotStarted, series: [], timeRange: getDefaultTimeRange() };
const NO_CONFIG: FieldConfigSource = { defaults: {}, overrides: [] };

const asIs: InterpolateFunction = (text) => text;

interface Props extends PanelRendererProps {
  /** Grafana's own replaces nothing outside dashboards. */
  readonly replaceVariables?: InterpolateFunction;
}
const ignore = () => {};

/** Plugin defaults under the caller's options, then unit, colour and overrides into the fields: what panels rely on. */
function usePrepared(plugin: PanelPlugin, props: Props) {
  const theme = useTheme2();
  const { options: currentOptions, fieldConfig: currentFieldConfig, data = NO_DATA, timeZone = 'utc', replaceVariables = asIs } = props;
  const { options, fieldConfig } = useMemo(
    () =>
      getPanelOptionsWithDefaults({
        plugin,
        currentOptions: currentOptions ?? {},
        currentFieldConfig: currentFieldConfig ?? NO_CONFIG,
        isAfterPluginChange: false,
      }),
    [plugin, currentOptions, currentFieldConfig]
  );
  const prepared = useMemo(
    () => ({
      ...data,
      series: applyFieldOverrides({
        data: data.series,
        fieldConfig,
        fieldConfigRegistry: plugin.fieldConfigRegistry,
        replaceVariables,
        theme,
        timeZone,
      }),
    }),
    [data, fieldConfig, plugin, replaceVariables, theme, timeZone]
  );
  return { options, fieldConfig, data: prepared, timeZone, replaceVariables };
}

function LoadedPanel({ plugin, ...props }: Props & { plugin: PanelPlugin }) {
  const prepared = usePrepared(plugin, props);
  const Panel = plugin.panel;
  if (!Panel) {
    return <Alert severity="error" title={`The panel ${props.pluginId} has nothing to draw with`} />;
  }
  const panel = (
    <ErrorBoundaryAlert dependencies={[prepared.data]}>
      <Panel
        id={1}
        title={props.title}
        width={props.width}
        height={props.height}
        timeRange={prepared.data.timeRange}
        transparent={false}
        renderCounter={0}
        eventBus={getAppEvents()}
        onOptionsChange={props.onOptionsChange ?? ignore}
        onFieldConfigChange={props.onFieldConfigChange ?? ignore}
        onChangeTimeRange={props.onChangeTimeRange ?? ignore}
        {...prepared}
      />
    </ErrorBoundaryAlert>
  );
  // Core panels have no plugin behind them here, hence no plugin context.
  return plugin.meta ? <PluginContextProvider meta={plugin.meta}>{panel}</PluginContextProvider> : panel;
}

/** `PanelRenderer` of @grafana/runtime: any panel by id, for nested plugins the real one. */
export function PanelRenderer(props: Props) {
  const load = useCallback(() => loadPanel(props.pluginId), [props.pluginId]);
  const loaded = useLoaded(load);
  switch (loaded.state) {
    case 'loading':
      return <LoadingPlaceholder text="Loading panel" />;
    case 'failed':
      return <Alert severity="error" title={loaded.reason} />;
    case 'ready':
      return <LoadedPanel {...props} plugin={loaded.value} />;
  }
}
