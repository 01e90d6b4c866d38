import { LoadingPlaceholder } from '@grafana/ui';

export function LoadingSettings() {
  return (
    <div role="status">
      <LoadingPlaceholder text="Reading the settings …" />
    </div>
  );
}
