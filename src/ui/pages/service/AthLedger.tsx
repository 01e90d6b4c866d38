import { useState } from 'react';
import { Button } from '@grafana/ui';
import type { Series } from '../../../domain/base/Series';
import type { LedgerEntryView } from '../../../engine/service/ServiceView';
import { formatDemand } from '../../format/formatDemand';
import { formatUtcDay } from '../../format/formatPeakTime';
import { formatSpan } from '../../format/formatSpan';
import { useHeadroom } from '../../HeadroomContext';
import { beyondKept } from './beyondKept';
import { DataTable, type DataColumn } from '../../components/DataTable';
import { VoidPeakModal } from './VoidPeakModal';

interface Props {
  readonly ledger: readonly LedgerEntryView[];
  /** Peaks of the days kept now: a published high above them is marked. */
  readonly daily: Series | null;
  readonly serviceKey: string;
  readonly onChanged: () => void;
}

const COLUMNS: ReadonlyArray<DataColumn<LedgerEntryView>> = [
  { header: 'Reached', cell: (entry) => formatUtcDay(entry.at) },
  {
    header: 'Demand',
    numeric: true,
    cell: (entry) => `${entry.censored ? 'at least ' : ''}${formatDemand(entry.value)}`,
  },
  { header: 'Window', cell: (entry) => formatSpan(entry.window) },
  { header: 'Origin', wrap: 110, cell: originWords },
];

/** Every all-time high that was found, and which of them do not count. */
export function AthLedger({ ledger, daily, serviceKey, onChanged }: Props) {
  const { identity } = useHeadroom();
  const [voiding, setVoiding] = useState<LedgerEntryView | null>(null);
  if (ledger.length === 0) {
    return <p>No all-time high has been found yet.</p>;
  }
  const columns: ReadonlyArray<DataColumn<LedgerEntryView>> = [
    ...COLUMNS,
    { header: 'Standing', wrap: 180, cell: (entry) => standingWords(entry, daily) },
  ];
  const actions: DataColumn<LedgerEntryView> = {
    header: '',
    cell: (entry) =>
      entry.voided === null && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          onClick={() => setVoiding(entry)}
          aria-label={`Void the peak of ${formatUtcDay(entry.at)}`}
        >
          Void this peak
        </Button>
      ),
  };
  return (
    <>
      <DataTable
        caption="Ledger of all-time highs"
        columns={identity.mayDeclareBenchmarks ? [...columns, actions] : columns}
        rows={ledger}
        rowKey={(entry) => `${entry.at}/${entry.window}/${entry.origin}`}
        struck={(entry) => entry.voided !== null}
      />
      {voiding && (
        <VoidPeakModal
          entry={voiding}
          serviceKey={serviceKey}
          onDismiss={() => setVoiding(null)}
          onVoided={() => {
            setVoiding(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

const ORIGIN = { 'this browser': 'read by this browser', published: 'published', recorded: 'recording rule' };

function originWords({ origin, by }: LedgerEntryView): string {
  return by === null ? ORIGIN[origin] : `${ORIGIN[origin]} by ${by}`;
}

function standingWords(entry: LedgerEntryView, daily: Series | null): string {
  const { voided, censored } = entry;
  if (voided !== null) {
    return `void: ${voided.reason} (${voided.by})`;
  }
  const beyond = beyondKept(entry, daily);
  return `${censored ? 'counts, as “at least”' : 'counts'}${beyond === null ? '' : `; ${beyond}`}`;
}
