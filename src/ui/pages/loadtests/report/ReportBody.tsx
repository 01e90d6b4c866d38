import { css } from '@emotion/css';
import { locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, LinkButton, useStyles2 } from '@grafana/ui';
import { reportMarkdown } from '../../../../domain/ramp/reportMarkdown';
import type { RunReport } from '../../../../domain/ramp/RunReport';
import { PageSection } from '../../../components/PageSection';
import { CopyButton } from '../../../components/CopyButton';
import { downloadText } from '../../../components/downloadText';
import { FactList } from '../../../components/FactList';
import { DataTable } from '../../../components/DataTable';
import { reportFacts } from './reportFacts';
import { StepFiguresTable } from './StepFiguresTable';

/** Everything a finished run tells. */
export function ReportBody({ report }: { readonly report: RunReport }) {
  const styles = useStyles2(getStyles);
  const markdown = reportMarkdown(report);
  return (
    <div className={styles.report}>
      <div className={styles.bar}>
        <h2 className={styles.headline}>{report.headline}</h2>
        <CopyButton text={markdown} what="as Markdown" />
        <Button size="sm" variant="secondary" icon="download-alt" onClick={() => downloadText(`${report.runId}.json`, 'application/json', JSON.stringify(report, null, 2))}>
          JSON
        </Button>
        <Button size="sm" variant="secondary" onClick={() => window.print()}>
          Print
        </Button>
        <LinkButton size="sm" variant="secondary" icon="graph-bar" href={locationUtil.assureBaseUrl(report.link)}>
          The same time range
        </LinkButton>
        <LinkButton size="sm" variant="secondary" icon="apps" href={locationUtil.assureBaseUrl(report.dashboard)}>
          Dashboard
        </LinkButton>
      </div>
      {report.warnings.map((warning) => (
        <Alert key={warning} severity="warning" title={warning} bottomSpacing={0} />
      ))}
      <PageSection title="Result">
        <FactList facts={reportFacts(report)} />
      </PageSection>
      <PageSection title="Under load" about="Of the target, its peers, the five APIs with most requests, and its dependencies.">
        <StepFiguresTable steps={report.steps} />
      </PageSection>
      <PageSection title="Steps and verdicts">
        <DataTable
          caption="Why each step ended"
          rows={report.steps}
          rowKey={({ index }) => String(index)}
          columns={[
            { header: 'Step', cell: ({ index, purpose }) => `${index}, ${purpose}` },
            { header: 'Result', cell: ({ result }) => result },
            { header: 'Why', wrap: 240, cell: ({ why }) => why },
            { header: 'Judge', wrap: 240, cell: ({ index }) => judgedWords(report, index) },
          ]}
        />
      </PageSection>
      <PageSection title="Preflight">
        <FactList facts={report.checks.map(({ title, state, evidence }) => ({ name: title, value: `${state}: ${evidence}` }))} />
      </PageSection>
    </div>
  );
}

/** The reason, and each metric's rule where they are known. */
function judgedWords({ verdicts }: RunReport, step: number): string {
  const verdict = verdicts.find((one) => one.step === step)?.verdict;
  const rules = verdict?.decision === 'permit' ? verdict.metrics.map(({ name, rule }) => `${name}: ${rule}`) : [];
  return verdict === undefined ? 'not judged' : [verdict.reason, ...rules].join('. ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  report: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1), '@media print': { button: { display: 'none' } } }),
  headline: css({ flex: '1 1 300px', margin: 0, fontSize: theme.typography.h3.fontSize }),
});
