import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Checkbox, LinkButton, LoadingPlaceholder, TextLink, useStyles2 } from '@grafana/ui';
import { OUTCOME_WORDS } from '../../../domain/ramp/Outcome';
import { serviceName } from '../../../domain/records/serviceName';
import type { RunSummary } from '../../../engine/loadtest/RunSummary';
import { DataTable, type DataColumn } from '../../components/DataTable';
import { formatDemand } from '../../format/formatDemand';
import { formatMinute } from '../../format/formatMinute';
import { loadTestsPath } from '../../loadtest/loadTestsPath';
import { useHistory } from '../../loadtest/useHistory';

const outcomeWords = ({ outcome, alive }: RunSummary): string => {
  if (outcome !== null) {
    return OUTCOME_WORDS[outcome];
  }
  return alive === true ? 'Running' : 'No end on record';
};

const foundWords = ({ interval, carriedRps }: RunSummary): string => {
  if (interval !== null) {
    return interval.high === null ? `at least ${formatDemand(interval.low)}` : `${formatDemand(interval.low)} to ${formatDemand(interval.high)}`;
  }
  return carriedRps === null ? 'none' : `carried ${formatDemand(carriedRps)}`;
};

/** Runs of three months, newest first. */
export function RunHistory({ service }: { readonly service: string | null }) {
  const styles = useStyles2(getStyles);
  const { runs, problem, again } = useHistory(service);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (runs === null) {
    return <LoadingPlaceholder text="Reading the run log…" />;
  }
  const choose = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id].slice(-2)));
  const columns: ReadonlyArray<DataColumn<RunSummary>> = [
    {
      header: 'Started',
      cell: (run) => (
        <TextLink href={loadTestsPath({ report: run.runId })} inline={false}>
          {formatMinute(run.startedAt)}
        </TextLink>
      ),
    },
    { header: 'Service', cell: (run) => serviceName(run.service) },
    { header: 'Target', wrap: 100, cell: (run) => run.target },
    { header: 'Outcome', cell: outcomeWords },
    { header: 'One instance carries', numeric: true, cell: foundWords },
    { header: 'Version', wrap: 80, cell: (run) => run.version ?? 'not known' },
    { header: 'By', cell: (run) => run.by },
    { header: 'Compare', cell: (run) => <Checkbox aria-label={`Compare the run of ${formatMinute(run.startedAt)}`} value={chosen.includes(run.runId)} onChange={() => choose(run.runId)} /> },
  ];
  return (
    <div className={styles.history}>
      {problem !== null && (
        <Alert severity="warning" title="The run log could not be read" bottomSpacing={0} buttonContent="Try again" onRemove={again}>
          {problem}
        </Alert>
      )}
      {runs.length === 0 && problem === null ? (
        <p>No load test is on record{service === null ? '' : ` for ${serviceName(service)}`}. A load test moves live traffic onto one instance, step by step, and gives it back by itself.</p>
      ) : (
        <DataTable caption="Load tests" columns={columns} rows={runs} rowKey={(run) => run.runId} />
      )}
      {runs.length > 1 && (
        <div className={styles.actions}>
          {chosen.length === 2 ? (
            <LinkButton size="sm" href={loadTestsPath({ compare: chosen })}>
              Show the two side by side
            </LinkButton>
          ) : (
            <Button size="sm" variant="secondary" disabled>
              Choose two runs to compare
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  history: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  actions: css({ display: 'flex', gap: theme.spacing(1) }),
});
