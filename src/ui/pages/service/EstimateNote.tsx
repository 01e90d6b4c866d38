import { Alert } from '@grafana/ui';
import type { Benchmark, NoBenchmark } from '../../../domain/capacity/Benchmark';
import { EvidenceButton } from '../../components/EvidenceButton';
import { intervalWords, originWords } from './benchmarkWords';

/** Says so when what is counted with was not tested by anybody. */
export function EstimateNote({ benchmark }: { readonly benchmark: Benchmark | NoBenchmark }) {
  if ('reason' in benchmark || benchmark.origin === 'declared' || benchmark.origin === 'load-test') {
    return null;
  }
  const origin = originWords(benchmark.origin);
  const bound =
    benchmark.upperBoundOnly === true ? ' Another resource moved first, so it only bounds the truth from above.' : '';
  return (
    <Alert severity="info" title={`The safe limit in use is ${origin}: ${intervalWords(benchmark)}`}>
      Nobody tested it: it never by itself says that instances may be given back, nor that a P0 service holds.{bound}{' '}
      {benchmark.note}{' '}
      <EvidenceButton
        label="Evidence of the estimate"
        topic={{
          title: `Safe limit, ${origin}`,
          parts: [{ label: intervalWords(benchmark), figure: null, evidence: benchmark.evidence }],
        }}
      />
    </Alert>
  );
}
