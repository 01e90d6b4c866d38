import { useState } from 'react';
import { Alert, Button, LinkButton } from '@grafana/ui';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import type { StoredBenchmark } from '../../../ports/BenchmarkStore';
import { useHeadroom } from '../../HeadroomContext';
import { loadTestsPath } from '../../loadtest/loadTestsPath';
import { BenchmarkHistory } from './BenchmarkHistory';
import { BenchmarkTable } from './BenchmarkTable';
import { DeclareBenchmarkForm } from './DeclareBenchmarkForm';
import { EstimateNote } from './EstimateNote';
import { sentence } from '../../format/sentence';
import { PageSection } from '../../components/PageSection';

interface Props {
  readonly facts: ServiceFacts;
  readonly benchmarks: readonly StoredBenchmark[];
  readonly onChanged: () => void;
}

/** What one instance safely carries, who says so, and how old that is. */
export function BenchmarksSection({ facts, benchmarks, onChanged }: Props) {
  const { identity } = useHeadroom();
  const [declaring, setDeclaring] = useState(false);
  const mayDeclare = identity.mayDeclareBenchmarks;
  return (
    <PageSection
      title="Benchmarks"
      about="The demand one instance carried. Instance-bound: shared dependencies were not tested. Arithmetic uses the lower end."
      actions={
        <>
          <LinkButton size="sm" variant="secondary" icon="bolt" href={loadTestsPath({ plan: facts.service.key })}>
            Load test
          </LinkButton>
          <LinkButton size="sm" variant="secondary" fill="text" href={loadTestsPath({ service: facts.service.key })}>
            Past load tests
          </LinkButton>
          {mayDeclare && !declaring && (
            <Button size="sm" variant="secondary" icon="plus" onClick={() => setDeclaring(true)}>
              Declare a benchmark
            </Button>
          )}
        </>
      }
    >
      {'reason' in facts.benchmark && (
        <Alert severity="info" title="No benchmark">
          {sentence(facts.benchmark.reason)} {facts.benchmark.next}
        </Alert>
      )}
      <EstimateNote benchmark={facts.benchmark} />
      <BenchmarkHistory benchmarks={benchmarks} />
      {benchmarks.length > 0 && <BenchmarkTable facts={facts} benchmarks={benchmarks} onChanged={onChanged} />}
      {benchmarks.length === 0 && (
        <p>Nobody has declared a benchmark for this service{mayDeclare ? '' : '; an Editor can'}.</p>
      )}
      {declaring && (
        <DeclareBenchmarkForm
          serviceKey={facts.service.key}
          onCancel={() => setDeclaring(false)}
          onDeclared={() => {
            setDeclaring(false);
            onChanged();
          }}
        />
      )}
    </PageSection>
  );
}
