import { useState } from 'react';
import { Badge, Button } from '@grafana/ui';
import { onlyKey } from '../../../domain/base/onlyKey';
import { benchmarkStaleness } from '../../../domain/capacity/benchmarkStaleness';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import type { StoredBenchmark } from '../../../ports/BenchmarkStore';
import { EvidenceButton } from '../../components/EvidenceButton';
import { useNow } from '../../components/useNow';
import { formatAge } from '../../format/formatAge';
import { formatDay } from '../../format/formatDay';
import { useHeadroom } from '../../HeadroomContext';
import { intervalWords, originWords } from './benchmarkWords';
import { DataTable, type DataColumn } from '../../components/DataTable';
import { WithdrawBenchmarkModal } from './WithdrawBenchmarkModal';

interface Props {
  readonly facts: ServiceFacts;
  readonly benchmarks: readonly StoredBenchmark[];
  readonly onChanged: () => void;
}

/** Every benchmark on record, the one in use marked, with what makes it stale. */
export function BenchmarkTable({ facts, benchmarks, onChanged }: Props) {
  const { identity } = useHeadroom();
  const now = useNow();
  const [withdrawing, setWithdrawing] = useState<StoredBenchmark | null>(null);
  const inUse = (b: StoredBenchmark) =>
    'low' in facts.benchmark && facts.benchmark.at === b.benchmark.at && facts.benchmark.low === b.benchmark.low;
  const stale = (b: StoredBenchmark) =>
    benchmarkStaleness(b.benchmark, { versions: [...facts.versions.keys()], spec: onlyKey(facts.specs), now });
  const columns: ReadonlyArray<DataColumn<StoredBenchmark>> = [
    {
      header: 'One instance carries',
      cell: (b) => (
        <>
          {intervalWords(b.benchmark, true)} {inUse(b) && <Badge text="in use" color="green" />}{' '}
          <EvidenceButton
            label={`Evidence of ${intervalWords(b.benchmark)}`}
            topic={{
              title: 'Benchmark',
              parts: [{ label: intervalWords(b.benchmark), figure: null, evidence: b.benchmark.evidence }],
            }}
          />
        </>
      ),
    },
    { header: 'Origin', cell: (b) => originWords(b.benchmark.origin) },
    { header: 'Version', wrap: 80, cell: (b) => b.benchmark.version ?? 'not stated' },
    { header: 'Instance spec', wrap: 80, cell: (b) => b.benchmark.spec ?? 'not stated' },
    {
      header: 'By, when',
      cell: ({ benchmark: { by, at } }) => (
        <>
          {by ?? 'not stated'}
          <div title={formatAge(at, now)}>{formatDay(at)}</div>
        </>
      ),
    },
    { header: 'Note', wrap: 200, cell: (b) => <BenchmarkNotes note={b.benchmark.note} stale={stale(b)} /> },
  ];
  const actions: DataColumn<StoredBenchmark> = {
    header: '',
    cell: (b) => (
      <Button
        size="sm"
        variant="secondary"
        fill="text"
        onClick={() => setWithdrawing(b)}
        aria-label={`Withdraw ${intervalWords(b.benchmark)}`}
      >
        Withdraw
      </Button>
    ),
  };
  return (
    <>
      <DataTable
        caption="Benchmarks"
        columns={identity.mayDeclareBenchmarks ? [...columns, actions] : columns}
        rows={benchmarks}
        rowKey={(b) => b.id}
      />
      {withdrawing && (
        <WithdrawBenchmarkModal
          stored={withdrawing}
          onDismiss={() => setWithdrawing(null)}
          onWithdrawn={() => {
            setWithdrawing(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function BenchmarkNotes({ note, stale }: { readonly note: string | null; readonly stale: readonly string[] }) {
  return (
    <>
      {note}
      {stale.map((reason) => (
        <div key={reason}>
          <Badge text="stale" color="orange" /> {reason}
        </div>
      ))}
    </>
  );
}
