import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import { FillProgressBar } from '../../components/FillProgressBar';
import { formatMinute } from '../../format/formatMinute';
import { formatSpan } from '../../format/formatSpan';
import { DataTable, type DataColumn } from '../../components/DataTable';
import { previewSentence } from './previewSentence';
import { previewSummary, type PreviewRow } from './previewSummary';
import { PREVIEW_DAYS, usePreview } from './usePreview';

/** Longer tables are cut; the sentence above counts all. */
const SHOWN = 20;

const COLUMNS: ReadonlyArray<DataColumn<PreviewRow>> = [
  { header: 'Service', cell: ({ service }) => service, wrap: 160 },
  { header: 'Times', cell: ({ times }) => times, numeric: true },
  { header: 'Longest', cell: ({ longest }) => formatSpan(longest), numeric: true },
  { header: 'In all', cell: ({ total }) => formatSpan(total), numeric: true },
  { header: 'Last began', cell: ({ last, firingNow }) => `${formatMinute(last)}${firingNow ? ' (fires now)' : ''}` },
];

interface Props {
  readonly title: string;
  /** As they were when the preview was asked for. */
  readonly rules: readonly RuleDocument[];
}

/** When rules would have fired: a sentence and a table. */
export function PreviewView({ title, rules }: Props) {
  const styles = useStyles2(getStyles);
  const { previews, progress, done } = usePreview(rules);
  const summary = previewSummary(rules, previews);
  const failure = previews.find((preview) => preview.failure)?.failure;
  return (
    <div className={styles.box}>
      {!done && <FillProgressBar progress={{ share: progress, doing: title, questionsDone: 0, questions: rules.length }} what={`Looking for breaches in ${PREVIEW_DAYS} days`} />}
      {failure && (
        <Alert severity="warning" title="The preview is incomplete" bottomSpacing={0}>
          {failure.message} What was read before stands below.
        </Alert>
      )}
      <p role="status" className={styles.text}>
        {done ? previewSentence(summary, failure === undefined || failure === null) : 'Reading …'}
      </p>
      {summary.rows.length > 0 && (
        <DataTable caption={`When "${title}" would have fired`} columns={COLUMNS} rows={summary.rows.slice(0, SHOWN)} rowKey={({ key }) => key} />
      )}
      {summary.rows.length > SHOWN && <p className={styles.text}>and {summary.rows.length - SHOWN} more</p>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  text: css({ margin: 0 }),
});
