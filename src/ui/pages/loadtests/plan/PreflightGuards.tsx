import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { AskedSamples } from '../../../../domain/ramp/AskedSamples';
import type { GuardPreview } from '../../../../domain/ramp/previewGuards';
import { Meter } from '../../../charts/Meter';
import { DataTable, type DataColumn } from '../../../components/DataTable';
import { QueryText } from '../../../components/QueryText';
import { guardValue } from '../../../loadtest/guardValue';

const COLUMNS: ReadonlyArray<DataColumn<GuardPreview>> = [
  { header: 'Guard', wrap: 150, cell: ({ title, reading }) => (reading === null || reading.who === '' ? title : `${title}: ${reading.who}`) },
  { header: 'Armed', cell: ({ armed }) => (armed ? 'armed' : 'not armed') },
  { header: 'Now', numeric: true, cell: ({ reading }) => (reading === null ? '' : guardValue(reading.value, reading.unit)) },
  { header: 'Limit', numeric: true, cell: ({ reading }) => (reading === null ? '' : guardValue(reading.limit, reading.unit)) },
  { header: 'Distance', cell: ({ title, reading }) => <Distance title={title} reading={reading} /> },
  { header: 'Why', wrap: 220, cell: ({ words }) => words },
];

interface Props {
  readonly guards: readonly GuardPreview[];
  readonly queries: readonly AskedSamples[];
}

/** Every guard with what it reads before the run and what its samples are asked with; those that are not armed with the reason. */
export function PreflightGuards({ guards, queries }: Props) {
  const styles = useStyles2(getStyles);
  const off = guards.filter(({ armed }) => !armed).length;
  return (
    <details className={styles.guards} open={guards.some(({ refuses }) => refuses)}>
      <summary>
        Guards as they read now: {guards.length - off} armed, {off} not armed
      </summary>
      <DataTable caption="Guards before the run" columns={COLUMNS} rows={guards} rowKey={({ id, title }) => `${id} ${title}`} />
      {queries.map(({ about, expr }) => (
        <section key={expr} aria-label={`Samples: ${about}`}>
          <h4 className={styles.about}>Raw samples, asked at each look: {about.toLowerCase()}</h4>
          <QueryText expr={expr} />
        </section>
      ))}
    </details>
  );
}

function Distance({ title, reading }: Pick<GuardPreview, 'title' | 'reading'>) {
  const { value, limit } = reading ?? { value: null, limit: null };
  if (value === null || limit === null || limit <= 0 || !Number.isFinite(value / limit)) {
    return null;
  }
  return <Meter share={value / limit} label={`${title}: part of the limit in use`} text={`${Math.round((value / limit) * 100)} %`} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  about: css({ ...theme.typography.body, margin: theme.spacing(1, 0, 0.5) }),
  guards: css({ marginTop: theme.spacing(1), minWidth: 0, '& > summary': { cursor: 'pointer', padding: theme.spacing(0.5, 0) } }),
});
