import { useCallback } from 'react';
import { useObservable } from '../../useObservable';
import { PageSection } from '../../components/PageSection';
import { useLoadTests } from '../../loadtest/useLoadTests';
import type { RunSummary } from '../../../engine/loadtest/RunSummary';
import { RunHistory } from './RunHistory';
import { RunningRuns } from '../../loadtest/RunningRuns';

const NOBODY: readonly RunSummary[] = [];

/** What holds traffic now, first of all; then what was found. */
export function Overview({ service }: { readonly service: string | null }) {
  const loadTests = useLoadTests();
  const running = useObservable(
    useCallback(() => loadTests.running(), [loadTests]),
    NOBODY
  );
  return (
    <>
      {running.length > 0 && <RunningRuns runs={running} />}
      <PageSection title="History" about="Every load test of the last three months. Choose two to see them side by side at the same load.">
        <RunHistory service={service} />
      </PageSection>
    </>
  );
}
