import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { ReportBody } from './ReportBody';
import { useReport } from './useReport';

/** What a finished run found; printable. */
export function ReportPage({ runId }: { readonly runId: string }) {
  const { report, problem } = useReport(runId);
  if (problem !== null) {
    return (
      <Alert severity="warning" title="There is no report of this run">
        {problem}
      </Alert>
    );
  }
  return report === null ? <LoadingPlaceholder text="Reading the report…" /> : <ReportBody report={report} />;
}
