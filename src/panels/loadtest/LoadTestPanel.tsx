import type { PanelProps } from '@grafana/data';
import { usePluginComponent } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';

export interface LoadTestPanelOptions {
  readonly service: string;
}

interface TileProps {
  readonly service: string;
  readonly height: number;
}

/**
 * A shell: the controller of a load test lives in the app, since a panel unmounts whenever a dashboard is edited or left.
 * Only primitives cross, because props of an exposed component are cloned at every render.
 */
export function LoadTestPanel({ options, height, replaceVariables }: PanelProps<LoadTestPanelOptions>) {
  const { component: Tile, isLoading } = usePluginComponent<TileProps>('headroom-capacity-app/load-test/v1');
  if (isLoading) {
    return <LoadingPlaceholder text="Loading Headroom…" />;
  }
  return Tile ? (
    <Tile service={replaceVariables(options.service).trim()} height={height} />
  ) : (
    <Alert severity="warning" title="The Headroom app is not enabled">
      An Admin can enable it under Administration, Plugins; this panel draws what the app shows.
    </Alert>
  );
}
