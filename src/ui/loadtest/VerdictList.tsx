import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2, type BadgeColor } from '@grafana/ui';
import type { MetricVerdict } from '../../domain/canary/Judge';
import type { StepRecord } from '../../domain/ramp/RampState';
import { DataTable, type DataColumn } from '../components/DataTable';
import { formatGrowth } from '../format/formatGrowth';
import { formatShare } from '../format/formatShare';

const COLOURS: Readonly<Record<MetricVerdict['decision'], BadgeColor>> = { permit: 'green', stop: 'red', continue: 'blue', inconclusive: 'orange' };

const effect = (value: number | null, unit: MetricVerdict['effectUnit']): string =>
  value === null ? 'unknown' : unit === 'ratio' ? formatGrowth(value - 1) : `${formatShare(value)} points`;

/** Where the judge's own name says little. */
const NAMES: Readonly<Record<string, string>> = { tail: 'slow requests', cpu: 'CPU' };

const COLUMNS: ReadonlyArray<DataColumn<MetricVerdict>> = [
  { header: 'Metric', cell: ({ name, counts }) => `${NAMES[name] ?? name}${counts ? '' : ' (shown only)'}` },
  { header: 'Verdict', cell: ({ decision, label }) => <Badge color={COLOURS[decision]} text={label || decision} /> },
  { header: 'Change', numeric: true, cell: (m) => effect(m.effect, m.effectUnit) },
  { header: 'Interval', cell: (m) => `${effect(m.lower, m.effectUnit)} to ${effect(m.upper, m.effectUnit)}` },
  { header: 'Samples', numeric: true, cell: ({ samples }) => `${samples.target} / ${samples.control}${samples.missing > 0 ? `, ${samples.missing} missing` : ''}` },
  { header: 'Why', wrap: 220, cell: ({ rule }) => rule },
  { header: 'What would have flipped it', wrap: 220, cell: ({ flip }) => flip },
];

/** Every verdict of the judge, newest first, with what decided it and what would have flipped it. */
export function VerdictList({ steps }: { readonly steps: readonly StepRecord[] }) {
  const styles = useStyles2(getStyles);
  const judged = [...steps].reverse().flatMap((step) => (step.verdict === null ? [] : [{ step, verdict: step.verdict }]));
  if (judged.length === 0) {
    return <p className={styles.dim}>No step has been judged yet. A judge can only permit the next step; guards stop the run.</p>;
  }
  return (
    <>
      {judged.map(({ step, verdict }) => (
        <details key={step.index} className={styles.verdict} open={step.index === judged[0]?.step.index}>
          <summary>
            <Badge color={COLOURS[verdict.decision]} text={verdict.decision} /> Step {step.index}: {verdict.reason}{' '}
            <span className={styles.dim}>
              {verdict.judge}
              {verdict.score === null ? '' : `, score ${verdict.score} of 100`}
            </span>
          </summary>
          <DataTable caption={`Verdict on step ${step.index}`} columns={COLUMNS} rows={verdict.metrics} rowKey={({ name }) => name} />
        </details>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dim: css({ color: theme.colors.text.secondary }),
  verdict: css({ marginBottom: theme.spacing(1), '& > summary': { cursor: 'pointer', padding: theme.spacing(0.5, 0) } }),
});
