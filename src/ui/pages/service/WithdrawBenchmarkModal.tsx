import { Alert, Button, Modal } from '@grafana/ui';
import type { StoredBenchmark } from '../../../ports/BenchmarkStore';
import { useHeadroom } from '../../HeadroomContext';
import { intervalWords } from './benchmarkWords';
import { useStoreAction } from './useStoreAction';

interface Props {
  readonly stored: StoredBenchmark;
  readonly onDismiss: () => void;
  readonly onWithdrawn: () => void;
}

/** Asks before a benchmark is taken away from everybody. */
export function WithdrawBenchmarkModal({ stored, onDismiss, onWithdrawn }: Props) {
  const { benchmarks } = useHeadroom();
  const { busy, problem, run } = useStoreAction(onWithdrawn);
  return (
    <Modal title="Withdraw this benchmark" isOpen onDismiss={onDismiss}>
      <p>
        {intervalWords(stored.benchmark)} will no longer be used by anybody in this organization. Required instances and
        headroom are then worked out from the next best benchmark, or become unknown.
      </p>
      {problem !== null && (
        <Alert severity="error" title="The benchmark was not withdrawn">
          {problem}
        </Alert>
      )}
      <Modal.ButtonRow>
        <Button variant="secondary" fill="outline" onClick={onDismiss}>
          Cancel
        </Button>
        <Button variant="destructive" disabled={busy} onClick={() => void run(() => benchmarks.withdraw(stored.id))}>
          {busy ? 'Withdrawing…' : 'Withdraw'}
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}
