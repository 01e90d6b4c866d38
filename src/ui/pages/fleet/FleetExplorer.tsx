import { useCallback, useDeferredValue, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, EmptyState, useStyles2 } from '@grafana/ui';
import { fleetSummary } from '../../../domain/capacity/fleetSummary';
import { useElementWidth } from '../../charts/useElementWidth';
import { CsvButton } from '../../components/CsvButton';
import { visuallyHidden } from '../../components/visuallyHidden';
import { arrangeFleet } from './arrangeFleet';
import { fleetColumns } from './fleetColumns';
import { fleetCsv } from './fleetCsv';
import { FleetPaging } from './FleetPaging';
import { DEFAULT_QUERY, type FleetQuery } from './FleetQuery';
import { FleetRows } from './FleetRows';
import { FleetSummaryStrip } from './FleetSummaryStrip';
import { FleetToolbar } from './FleetToolbar';
import { GrowthPanel } from './GrowthPanel';
import type { JudgedFleet } from './JudgedFleet';
import { historyStart } from './historyStart';
import { parseFleetQuery } from './parseFleetQuery';
import { serialiseFleetQuery } from './serialiseFleetQuery';
import type { ChangeFleetQuery } from './useFleetQuery';

interface Props {
  readonly fleet: JudgedFleet;
  readonly query: FleetQuery;
  readonly onChange: ChangeFleetQuery;
  readonly currency: string;
  readonly since: number | null;
  /** History is being read. */
  readonly reading: boolean;
}

/** A fleet that has been judged: summary, growth, filters, rows. Rows follow what is typed when there is time for it. */
export function FleetExplorer({ fleet, query, onChange, currency, since, reading }: Props) {
  const styles = useStyles2(getStyles);
  const [ref, width] = useElementWidth();
  const { services, growth, now } = fleet;
  const csv = useMemo(() => fleetCsv({ growth, now }), [growth, now]);
  const summary = useMemo(() => fleetSummary(services, now), [services, now]);
  const listKey = useDeferredValue(listKeyOf(query));
  const asked = useMemo(() => parseFleetQuery(new URLSearchParams(listKey)), [listKey]);
  const arrangement = useMemo(() => arrangeFleet(services, asked, sortValueOf(asked.sort)), [services, asked]);
  const start = useMemo(
    () =>
      reading
        ? since
        : historyStart(
            services.map(({ facts }) => facts),
            since
          ),
    [services, since, reading]
  );
  const page = useMemo(() => ({ now, since: start, reading }), [now, start, reading]);
  const onSort = useCallback((sort: FleetQuery['sort']) => onChange({ sort }), [onChange]);
  return (
    <div ref={ref} className={styles.page}>
      <FleetSummaryStrip
        summary={summary}
        growthPercent={Math.round(growth * 100)}
        currency={currency}
        now={now}
        onChange={onChange}
      />
      <GrowthPanel fleet={fleet} growthPercent={query.growthPercent} onChange={onChange} />
      <h2 className={styles.hidden}>Services</h2>
      <FleetToolbar query={query} onChange={onChange} services={services} summary={summary}>
        <CsvButton {...csv} rows={arrangement.matching} />
      </FleetToolbar>
      <FleetRows
        arrangement={arrangement}
        listKey={listKey}
        width={width}
        page={page}
        sort={asked.sort}
        onSort={onSort}
      />
      {arrangement.matching.length === 0 && (
        <EmptyState
          variant="not-found"
          message="No service matches"
          button={
            <Button onClick={() => onChange({ ...DEFAULT_QUERY, growthPercent: query.growthPercent })}>
              Clear search and filters
            </Button>
          }
        />
      )}
      <FleetPaging arrangement={arrangement} pageSize={asked.pageSize} total={services.length} onChange={onChange} />
    </div>
  );
}

/** What decides which rows are listed, as text: equal questions are one, and the slider is none of it. */
const listKeyOf = (query: FleetQuery): string =>
  serialiseFleetQuery({ ...query, growthPercent: DEFAULT_QUERY.growthPercent }, new URLSearchParams()).toString();

const sortValueOf = (sort: FleetQuery['sort']) =>
  fleetColumns.find((column) => column.id === sort?.column)?.sortValue ?? null;

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  hidden: css(visuallyHidden),
});
