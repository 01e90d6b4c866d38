import { useState } from 'react';
import { Button, RadioButtonGroup } from '@grafana/ui';
import type { ApiView } from '../../../engine/service/ServiceView';
import { FigureText } from '../../components/FigureText';
import { orderApis, type ApiOrder } from './orderApis';
import { DataTable, type DataColumn } from '../../components/DataTable';
import { PageSection } from '../../components/PageSection';
import { TrendLine } from '../../charts/TrendLine';

const ORDERS = [
  { value: 'load' as const, label: 'Share of load' },
  { value: 'p99' as const, label: 'p99' },
];

const COLUMNS: ReadonlyArray<DataColumn<ApiView>> = [
  { header: 'API', wrap: 140, cell: (api) => api.route },
  {
    header: 'Share of load',
    numeric: true,
    cell: (api) => <FigureText figure={api.loadShare} label="Share of load" of={api.route} />,
  },
  { header: 'Demand', numeric: true, cell: (api) => <FigureText figure={api.demand} label="Demand" of={api.route} /> },
  { header: 'p99', numeric: true, cell: (api) => <FigureText figure={api.p99} label="p99" of={api.route} /> },
  { header: 'Demand over the range', cell: (api) => api.demandSeries && <TrendLine series={api.demandSeries} /> },
];

const TOP = 5;

interface Props {
  readonly apis: readonly ApiView[];
  readonly note: string | null;
  /** Answers are still on their way. */
  readonly loading: boolean;
}

/** The APIs that are slowest or carry most of the load. */
export function ApisSection({ apis, note, loading }: Props) {
  const [order, setOrder] = useState<ApiOrder>('load');
  const [all, setAll] = useState(false);
  const { ranked, other } = orderApis(apis, order);
  const shown = all ? ranked : ranked.slice(0, TOP);
  return (
    <PageSection
      title="APIs"
      about={`The ${Math.min(TOP, ranked.length) || 'top'} APIs by ${order === 'load' ? 'share of load' : 'p99'}.`}
      actions={
        apis.length > 0 && (
          <RadioButtonGroup
            size="sm"
            options={ORDERS}
            value={order}
            onChange={setOrder}
            aria-label="Order of the APIs"
          />
        )
      }
    >
      {note !== null && <p>{note}</p>}
      {apis.length === 0 && note === null && <p>{loading ? 'APIs are still being read.' : 'No API was called in this range.'}</p>}
      {apis.length > 0 && (
        <DataTable
          caption="APIs"
          columns={COLUMNS}
          rows={other === null ? shown : [...shown, other]}
          rowKey={(api) => `${api === other ? 'rest' : 'api'}/${api.route}`}
        />
      )}
      {ranked.length > TOP && (
        <Button variant="secondary" fill="text" size="sm" onClick={() => setAll(!all)}>
          {all ? `Show the top ${TOP}` : `Show all ${ranked.length}`}
        </Button>
      )}
    </PageSection>
  );
}
