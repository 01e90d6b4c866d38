import type { PeakFact } from '../../../domain/capacity/ServiceFacts';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { FigureText } from '../../components/FigureText';
import { formatPeakTime, formatUtcDay } from '../../format/formatPeakTime';
import { formatShare } from '../../format/formatShare';
import { formatSpan } from '../../format/formatSpan';
import { athBeyondKept } from './beyondKept';
import { sentence } from '../../format/sentence';
import { DataTable, type DataColumn } from '../../components/DataTable';

interface PeakRow {
  readonly name: string;
  readonly fact: PeakFact;
  /** What else should be known of it. */
  readonly note: string | null;
}

const COLUMNS: ReadonlyArray<DataColumn<PeakRow>> = [
  { header: 'Peak', cell: ({ name }) => name },
  { header: 'Demand', numeric: true, cell: ({ name, fact }) => <FigureText figure={fact.figure} label={name} /> },
  { header: 'Reached', cell: ({ fact }) => (fact.at === null ? 'not known' : formatPeakTime(fact.at, fact.span)) },
  { header: 'Window', cell: ({ fact }) => formatSpan(fact.window) },
  { header: 'Known since', cell: ({ fact }) => (fact.since === null ? 'not known' : formatUtcDay(fact.since)) },
  { header: 'Coverage', numeric: true, cell: ({ fact }) => coverageWords(fact) },
  { header: 'Note', wrap: 200, cell: ({ fact, note }) => noteOf(fact, note) },
];

/** Peaks of every span, each with what it rests on. */
export function PeakTable({ peaks }: { readonly peaks: ServiceView['peaks'] }) {
  const rows: PeakRow[] = [
    { name: 'Minute of the ATH', fact: peaks.minute, note: null },
    { name: 'Hour', fact: peaks.hour, note: null },
    { name: 'Day so far (UTC)', fact: peaks.day, note: null },
    { name: 'All-time high (ATH)', fact: peaks.ath, note: athBeyondKept(peaks) },
  ];
  return <DataTable caption="Peaks" columns={COLUMNS} rows={rows} rowKey={(row) => row.name} />;
}

const coverageWords = ({ figure }: PeakFact): string =>
  figure.evidence.coverage === undefined ? 'not known' : formatShare(figure.evidence.coverage);

function noteOf({ figure, censored }: PeakFact, note: string | null): string {
  if (!figure.known) {
    return `${sentence(figure.reason)} ${figure.nextStep ?? ''}`;
  }
  return [censored && 'at least: errors or utilisation were too high then', note].filter(Boolean).join('; ');
}
