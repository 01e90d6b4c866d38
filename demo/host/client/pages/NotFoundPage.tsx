import { Alert } from '@grafana/ui';
import { PageFrame } from '../shell/PageFrame';

export function NotFoundPage({ what = 'page' }: { what?: string }) {
  return (
    <PageFrame title="Not found">
      <Alert severity="info" title={`The stand-in host has no such ${what}`}>
        Only the app, its configuration and a placeholder for Explore are here. The rest needs a real Grafana.
      </Alert>
    </PageFrame>
  );
}
