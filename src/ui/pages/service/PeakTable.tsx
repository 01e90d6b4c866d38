import type { PeakFact } from '../../../domain/capacity/ServiceFacts';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { FigureText } from '../../components/FigureText';
import { formatDay } from '../../format/formatDay';
import { formatPeakTime } from '../../format/formatPeakTime';
import { formatShare } from '../../format/formatShare';
import { formatSpan } from '../../format/formatSpan';
import { sentence } from './sentence';
import { DataTable, type DataColumn } from './DataTable';

interface PeakRow {
  readonly name: string;
  readonly fact: PeakFact;
}

const COLUMNS: ReadonlyArray<DataColumn<PeakRow>> = [
  { header: 'Peak', cell: ({ name }) => name },
  { header: 'Demand', numeric: true, cell: ({ name, fact }) => <FigureText figure={fact.figure} label={name} /> },
  { header: 'Reached', cell: ({ fact }) => (fact.at === null ? 'not known' : formatPeakTime(fact.at, fact.span)) },
  { header: 'Window', cell: ({ fact }) => formatSpan(fact.window) },
  { header: 'Known since', cell: ({ fact }) => (fact.since === null ? 'not known' : formatDay(fact.since)) },
  { header: 'Coverage', numeric: true, cell: ({ fact }) => coverageWords(fact) },
  { header: 'Note', wrap: 200, cell: ({ fact }) => noteOf(fact) },
];

/** Peaks of every span, each with what it rests on. */
export function PeakTable({ peaks }: { readonly peaks: ServiceView['peaks'] }) {
  const rows: PeakRow[] = [
    { name: 'Minute of the ATH', fact: peaks.minute },
    { name: 'Hour', fact: peaks.hour },
    { name: 'Day so far (UTC)', fact: peaks.day },
    { name: 'All-time high (ATH)', fact: peaks.ath },
  ];
  return <DataTable caption="Peaks" columns={COLUMNS} rows={rows} rowKey={(row) => row.name} />;
}

const coverageWords = ({ figure }: PeakFact): string =>
  figure.evidence.coverage === undefined ? 'not known' : formatShare(figure.evidence.coverage);

function noteOf({ figure, censored }: PeakFact): string {
  if (!figure.known) {
    return `${sentence(figure.reason)} ${figure.nextStep ?? ''}`;
  }
  return censored ? 'at least: errors or utilisation were too high then' : '';
}
