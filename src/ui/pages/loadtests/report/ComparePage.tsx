import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { RunReport } from '../../../../domain/ramp/RunReport';
import { DataTable } from '../../../components/DataTable';
import { PageSection } from '../../../components/PageSection';
import { formatDemand } from '../../../format/formatDemand';
import { sameLoad } from './sameLoad';
import { reportFacts } from './reportFacts';
import { useReport } from './useReport';
import { SAME_LOAD_COLUMNS } from './sameLoadColumns';

/** Two runs side by side: what differs, and how each did at the same load. */
export function ComparePage({ runIds }: { readonly runIds: readonly string[] }) {
  const styles = useStyles2(getStyles);
  const [one, two] = [useReport(runIds[0] ?? ''), useReport(runIds[1] ?? '')];
  if (runIds.length !== 2) {
    return (
      <Alert severity="warning" title="Two runs are needed">
        The address names {runIds.length}. Choose two runs in the history.
      </Alert>
    );
  }
  const problem = one.problem ?? two.problem;
  if (problem !== null) {
    return (
      <Alert severity="warning" title="A report is missing">
        {problem}
      </Alert>
    );
  }
  return one.report && two.report ? (
    <div className={styles.page}>
      <Differences one={one.report} two={two.report} />
      <SameLoad one={one.report} two={two.report} />
    </div>
  ) : (
    <LoadingPlaceholder text="Reading two reports…" />
  );
}

interface Pair {
  readonly one: RunReport;
  readonly two: RunReport;
}

function Differences({ one, two }: Pair) {
  const right = reportFacts(two);
  const rows = reportFacts(one).map(({ name, value }, i) => ({ name, one: value, two: right[i]?.value ?? '' }));
  return (
    <PageSection title="What was found">
      <DataTable
        caption="Two reports"
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { header: '', cell: ({ name }) => name },
          { header: one.version, wrap: 200, cell: (row) => row.one },
          { header: `${two.version} `, wrap: 200, cell: (row) => row.two },
        ]}
      />
    </PageSection>
  );
}

const reached = ({ maxRps }: RunReport): string => (maxRps === null ? 'what was not measured' : formatDemand(maxRps));

function SameLoad({ one, two }: Pair) {
  const pairs = sameLoad(one.steps, two.steps);
  return (
    <PageSection title="At the same load" about="Steps of both runs whose demand differs by less than a tenth.">
      {pairs.length === 0 ? (
        <p>
          No step of one run stands at the load of a step of the other: {one.version} reached {reached(one)}, {two.version} {reached(two)}.
        </p>
      ) : (
        <DataTable caption="At the same load" rows={pairs} rowKey={({ demand }) => String(demand)} columns={SAME_LOAD_COLUMNS} />
      )}
    </PageSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
});
