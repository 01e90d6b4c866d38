import type { StepRecord } from '../../domain/ramp/RampState';
import { DataTable, type DataColumn } from '../components/DataTable';
import { formatDemand } from '../format/formatDemand';
import { formatShare } from '../format/formatShare';
import { durationWords } from './durationWords';

const RESULTS: Readonly<Record<StepRecord['result'], string>> = { carried: 'carried', failed: 'failed', abandoned: 'given up' };

const COLUMNS: ReadonlyArray<DataColumn<StepRecord>> = [
  { header: 'Step', cell: ({ index, purpose }) => `${index}, ${purpose}` },
  { header: 'Share asked', numeric: true, cell: ({ shareBp }) => formatShare(shareBp / 10_000) },
  { header: 'Share measured', numeric: true, cell: ({ measuredShare }) => (measuredShare === null ? 'unknown' : formatShare(measuredShare)) },
  { header: 'Demand', numeric: true, cell: ({ demand }) => (demand === null ? 'unknown' : formatDemand(demand.mean)) },
  { header: 'Held', numeric: true, cell: ({ from, to }) => durationWords(to - from) },
  { header: 'Result', cell: ({ result }) => RESULTS[result] },
  { header: 'Why', wrap: 220, cell: ({ why }) => why },
];

/** Every step that was tried, in order. */
export const StepTable = ({ steps }: { readonly steps: readonly StepRecord[] }) =>
  steps.length === 0 ? <p>No step has been finished yet.</p> : <DataTable caption="Steps" columns={COLUMNS} rows={steps} rowKey={({ index }) => String(index)} />;
