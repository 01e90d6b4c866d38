import { Alert } from '@grafana/ui';
import type { RecordingReadiness } from '../../../../engine/alerting/recordingReadiness';

/** What is missing before Grafana can record, or what to look out for. */
export function RecordingReadinessView({ readiness }: { readonly readiness: RecordingReadiness | null }) {
  if (readiness === null) {
    return <p role="status">Looking whether Grafana can write there …</p>;
  }
  const lines = readiness.kind === 'missing' ? readiness.reasons : readiness.warnings;
  if (lines.length === 0) {
    return null;
  }
  const title = readiness.kind === 'missing' ? 'Grafana cannot record here yet: the rule files above work without it' : 'Before you save';
  return (
    <Alert severity={readiness.kind === 'missing' ? 'info' : 'warning'} title={title} bottomSpacing={0}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  );
}
