import type { ReportStep, StepFigures } from '../../../../domain/ramp/RunReport';
import { DataTable, type DataColumn } from '../../../components/DataTable';
import { formatBytes } from '../../../format/formatBytes';
import { formatCount } from '../../../format/formatCount';
import { formatDemand } from '../../../format/formatDemand';
import { formatSeconds } from '../../../format/formatSeconds';
import { formatShare } from '../../../format/formatShare';

interface Row extends StepFigures {
  readonly id: string;
  readonly step: string;
  readonly who: string;
  readonly share: string;
}

const or = (value: number | null, format: (value: number) => string): string => (value === null ? 'no data' : format(value));

const COLUMNS: ReadonlyArray<DataColumn<Row>> = [
  { header: 'Step', cell: ({ step }) => step },
  { header: 'Who', wrap: 120, cell: ({ who }) => who },
  { header: 'Share', numeric: true, cell: ({ share }) => share },
  { header: 'Demand', numeric: true, cell: (r) => or(r.demandRps, formatDemand) },
  { header: 'CPU cores', numeric: true, cell: (r) => or(r.cpuCores, formatCount) },
  { header: 'Memory', numeric: true, cell: (r) => or(r.memoryBytes, formatBytes) },
  { header: 'Mean', numeric: true, cell: (r) => or(r.meanSeconds, formatSeconds) },
  { header: 'p99', numeric: true, cell: (r) => or(r.p99Seconds, formatSeconds) },
  { header: 'Failures', numeric: true, cell: (r) => or(r.errorRatio, formatShare) },
];

/** How target, peers, its APIs and dependencies did in every step: how response time varies under load is the real yield. */
export const StepFiguresTable = ({ steps }: { readonly steps: readonly ReportStep[] }) => <DataTable caption="Figures of every step" columns={COLUMNS} rows={steps.flatMap(rowsOf)} rowKey={({ id }) => id} />;

function rowsOf(step: ReportStep): Row[] {
  const name = `${step.index}, ${step.purpose}: ${step.result}`;
  const row = (who: string, figures: StepFigures, share = ''): Row => ({ ...figures, id: `${step.index} ${who}`, step: who === 'target' ? name : '', who, share });
  return [
    row('target', step.target, step.measuredShare === null ? 'unknown' : formatShare(step.measuredShare)),
    row('peers, mean', step.peers),
    ...step.apis.map((api) => row(`API ${api.name}`, api)),
    ...step.dependencies.map((dependency) => row(`dependency ${dependency.name}`, dependency)),
  ];
}
