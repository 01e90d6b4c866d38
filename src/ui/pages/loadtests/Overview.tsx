import { useCallback } from 'react';
import { useObservable } from '../../useObservable';
import { PageSection } from '../../components/PageSection';
import { useLoadTests } from '../../loadtest/useLoadTests';
import { NOTHING_RUNS } from '../../../engine/loadtest/NOTHING_RUNS';
import { RunHistory } from './RunHistory';
import { HeldPools } from '../../loadtest/HeldPools';
import { RunningRuns } from '../../loadtest/RunningRuns';

/** What holds traffic now, first of all; then what was found. */
export function Overview({ service }: { readonly service: string | null }) {
  const loadTests = useLoadTests();
  const running = useObservable(
    useCallback(() => loadTests.running(), [loadTests]),
    NOTHING_RUNS
  );
  return (
    <>
      {running.runs.length > 0 && <RunningRuns runs={running.runs} />}
      <HeldPools held={running.held} problem={running.problem} />
      <PageSection title="History" about="Every load test of the last three months. Choose two to see them side by side at the same load.">
        <RunHistory service={service} />
      </PageSection>
    </>
  );
}
