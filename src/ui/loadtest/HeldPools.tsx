import { Alert, Button } from '@grafana/ui';
import type { HeldPool } from '../../engine/loadtest/RunningNow';
import { useHeadroom } from '../HeadroomContext';
import { useLoadTestAction } from './useLoadTestAction';
import { useLoadTests } from './useLoadTests';

interface Props {
  readonly held: readonly HeldPool[];
  /** Why there may be more; null = these are all. */
  readonly problem: string | null;
}

/** Pools that somebody holds and no run of the log accounts for, and what is not known of them. */
export function HeldPools({ held, problem }: Props) {
  const loadTests = useLoadTests();
  const { identity } = useHeadroom();
  const action = useLoadTestAction();
  return (
    <>
      {problem !== null && <Alert severity="warning" title={problem} bottomSpacing={0} />}
      {action.problem !== null && <Alert severity="error" title={action.problem} bottomSpacing={0} />}
      {held.map(({ pool, holder, targets, runId }) => (
        <Alert key={pool} severity="warning" title={`Pool ${pool} is held by ${holder}, in a run that the log does not show`} bottomSpacing={0}>
          <span>
            Traffic of {targets.join(', ')} is being moved; the run is {runId}.{' '}
          </span>
          {identity.mayRunTests && (
            <Button variant="destructive" size="sm" disabled={action.busy} onClick={() => void action.run(() => loadTests.stopPool(pool))}>
              Roll back now
            </Button>
          )}
        </Alert>
      ))}
    </>
  );
}
